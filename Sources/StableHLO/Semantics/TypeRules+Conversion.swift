package import NormaArrays

extension Operation {
  /// The type of a literal, whose bytes must be as many as its type has.
  func constantType(_ literal: Literal) throws(ConstraintViolation) -> TensorType {
    guard let count = literal.type.shape.checkedElementCount else {
      throw .violates(self, "size", "\(literal.type) has more elements than can be counted")
    }
    if case .dense(let bytes) = literal.elements, bytes.count != count * literal.type.scalar.byteCount {
      throw .violates(self, "C1", "a literal of \(bytes.count) bytes does not fill \(literal.type)")
    }
    return literal.type
  }

  /// The axis must be one of the result's, whose elements are numbers.
  func checkIota(_ dimension: Int, _ result: TensorType) throws(ConstraintViolation) {
    guard (0..<result.rank).contains(dimension) else {
      throw .violates(self, "C1", "axis \(dimension) is outside rank \(result.rank)")
    }
    guard ElementDomain.numbers.contains(result.scalar) else {
      throw .violates(self, "O1", "gives a tensor of \(ElementDomain.numbers.rawValue), not \(result)")
    }
  }

  /// One shape before and after.
  func checkConvert(_ operand: TensorType, _ result: TensorType) throws(ConstraintViolation) {
    guard operand.shape == result.shape else {
      throw .violates(self, "C1", "the result must have the shape of \(operand), not \(result)")
    }
  }

  /// As many bits before and after: an axis is split off or joined at the end when widths differ.
  func checkBitcastConvert(_ operand: TensorType, _ result: TensorType) throws(ConstraintViolation) {
    let (from, to) = (operand.scalar.bitWidth, result.scalar.bitWidth)
    let expected: [Int]?
    if from == to {
      expected = operand.shape.dimensions
    } else if from > to {
      expected = from % to == 0 ? operand.shape.dimensions + [from / to] : nil
    } else {
      let joins = to % from == 0 && operand.shape.dimensions.last == to / from
      expected = joins ? operand.shape.dimensions.dropLast() : nil
    }
    guard expected == result.shape.dimensions else {
      throw .violates(
        self, "C1", "\(operand) of \(from)-bit elements cannot be read as \(result) of \(to)-bit elements")
    }
  }

  /// Floats, at least one exponent bit, no fewer than zero mantissa bits.
  func reducePrecisionType(
    _ operand: TensorType, exponentBits: Int, mantissaBits: Int
  ) throws(ConstraintViolation) -> TensorType {
    guard operand.scalar.isFloatingPoint else {
      throw .violates(self, "I1", "takes a tensor of floats, not \(operand)")
    }
    guard exponentBits >= 1 else {
      throw .violates(self, "C2", "needs at least 1 exponent bit, not \(exponentBits)")
    }
    guard mantissaBits >= 0 else {
      throw .violates(self, "C3", "needs at least 0 mantissa bits, not \(mantissaBits)")
    }
    return operand
  }

  /// Actual and expected value of one type; an assertion gives no results.
  func checkTypes(_ operands: [TensorType]) throws(ConstraintViolation) -> [TensorType] {
    guard operands[0] == operands[1] else {
      throw .violates(
        self, "inputs", "actual and expected must have the same type, not \(operands[0]) and \(operands[1])")
    }
    return []
  }
}

extension Shape {
  /// The number of elements, or nil where it, or eight bytes an element, exceeds `Int`.
  package var checkedElementCount: Int? {
    if dimensions.contains(0) { return 0 }
    var bytes = 8
    for dimension in dimensions {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      bytes = product
    }
    return bytes / 8
  }
}
