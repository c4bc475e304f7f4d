internal import NormaArrays

extension Operation {
  /// The inputs' shape without the reduced axes, once for each input.
  func reduceTypes(
    _ operands: [TensorType], _ reducer: Reducer, _ dimensions: [Int]
  ) throws(ConstraintViolation) -> [TensorType] {
    guard !operands.isEmpty, operands.count.isMultiple(of: 2) else {
      throw .violates(
        self, "C3", "takes as many initial values as inputs, not \(operands.count) operands in all")
    }
    let inputs = operands.prefix(operands.count / 2)
    let initials = operands.suffix(operands.count / 2)
    let shape = operands[0].shape
    if let other = inputs.first(where: { $0.shape != shape }) {
      throw .violates(self, "C1", "inputs must have the same shape, not \(operands[0]) and \(other)")
    }
    for (input, initial) in zip(inputs, initials) {
      guard initial == TensorType(input.scalar, []) else {
        throw .violates(
          self, "C2", "\(input) needs an initial value of tensor<\(input.scalar)>, not \(initial)")
      }
    }
    try checkAxes(dimensions, rank: shape.rank, range: "C4", unique: "C5")
    if case .named(let elementwise) = reducer { try checkNamedReducer(elementwise, Array(inputs)) }
    let kept = (0..<shape.rank).filter { !dimensions.contains($0) }.map { shape[$0] }
    return inputs.map { $0.with(shape: Shape(kept)) }
  }

  /// A named reducer is a binary operation that maps two elements of the input to one.
  private func checkNamedReducer(
    _ elementwise: Elementwise, _ inputs: [TensorType]
  ) throws(ConstraintViolation) {
    guard elementwise.arity == 2, inputs.count == 1 else {
      throw .violates(
        self, "C6",
        "`applies \(elementwise.rawValue)` needs a binary operation and one input, not \(inputs.count)")
    }
    guard elementwise.domain.contains(inputs[0].scalar) else {
      throw .violates(
        self, "C6", "\(elementwise.rawValue) takes \(elementwise.domain.rawValue), not \(inputs[0].scalar)")
    }
  }

  /// Checks the signatures of the regions of `while` and `reduce`.
  func checkRegions(
    operands: [TensorType], valueTypes: [TensorType]
  ) throws(ConstraintViolation) {
    switch self {
    case .while(let condition, let body):
      let boolean = [TensorType(.i1, [])]
      try checkRegion(condition, named: "condition", "C1", takes: operands, gives: boolean, valueTypes)
      try checkRegion(body, named: "body", "C2", takes: operands, gives: operands, valueTypes)
    case .reduce(.region(let body), _):
      let scalars = Array(operands.suffix(operands.count / 2))
      try checkRegion(body, named: "body", "C6", takes: scalars + scalars, gives: scalars, valueTypes)
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral, .call, .check,
      .optimizationBarrier:
      break
    }
  }

  private func checkRegion(
    _ region: Region, named name: String, _ label: String, takes parameters: [TensorType],
    gives results: [TensorType], _ valueTypes: [TensorType]
  ) throws(ConstraintViolation) {
    let known = valueTypes.indices
    guard (region.parameters + region.results).allSatisfy({ known.contains($0.index) }) else {
      throw .violates(self, label, "the \(name) names a value that has no type")
    }
    let found = (region.parameters.map { valueTypes[$0.index] }, region.results.map { valueTypes[$0.index] })
    guard found == (parameters, results) else {
      throw .violates(
        self, label,
        "the \(name) must map \(listed(parameters)) to \(listed(results)), not \(listed(found.0)) to \(listed(found.1))"
      )
    }
  }

  private func listed(_ types: [TensorType]) -> String {
    "(" + types.map(\.description).joined(separator: ", ") + ")"
  }
}
