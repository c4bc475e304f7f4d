internal import NormaArrays

extension Operation {
  /// A block of the given sizes inside the operand.
  func dynamicSliceType(
    _ operands: [TensorType], _ sizes: [Int]
  ) throws(ConstraintViolation) -> TensorType {
    let operand = operands[0]
    guard sizes.count == operand.rank else {
      throw .violates(self, "C2", "\(sizes.count) sizes are given for an operand of rank \(operand.rank)")
    }
    try checkStartIndices(operands.dropFirst(), label: "C3")
    for axis in 0..<operand.rank where !(0...operand.shape[axis]).contains(sizes[axis]) {
      throw .violates(self, "C4", "size \(sizes[axis]) does not fit axis \(axis) of \(operand)")
    }
    return operand.with(shape: Shape(sizes))
  }

  /// An update that fits inside the operand.
  func dynamicUpdateSliceType(_ operands: [TensorType]) throws(ConstraintViolation) -> TensorType {
    let (operand, update) = (operands[0], operands[1])
    guard update.scalar == operand.scalar else {
      throw .violates(self, "C2", "the update must have the element type of \(operand), not \(update)")
    }
    guard update.rank == operand.rank else {
      throw .violates(self, "C3", "the update must have the rank of \(operand), not \(update)")
    }
    guard operands.count - 2 == operand.rank else {
      throw .violates(
        self, "C4", "\(operands.count - 2) start indices are given for an operand of rank \(operand.rank)")
    }
    try checkStartIndices(operands.dropFirst(2), label: "C5")
    for axis in 0..<operand.rank where update.shape[axis] > operand.shape[axis] {
      throw .violates(self, "C6", "the update \(update) does not fit axis \(axis) of \(operand)")
    }
    return operand
  }

  /// Scalar integers of one type.
  private func checkStartIndices(
    _ indices: ArraySlice<TensorType>, label: String
  ) throws(ConstraintViolation) {
    guard let first = indices.first else { return }
    if let other = indices.first(where: { $0 != first }) {
      throw .violates(self, label, "start indices must have the same type, not \(first) and \(other)")
    }
    guard first.rank == 0, first.scalar.isInteger else {
      throw .violates(self, label, "start indices must be scalar integers, not \(first)")
    }
  }
}
