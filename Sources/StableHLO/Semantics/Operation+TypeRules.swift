internal import NormaArrays

extension Operation {
  /// The result types that the operands' types determine, or nil where the operation's own text
  /// states them: `iota`, `convert`, `bitcast_convert`, `reshape`, `broadcast_in_dim` and `call`.
  ///
  /// For `dot_general` the operands' element type is given; a wider one may be stated instead.
  ///
  /// - Throws: the first constraint that operands and attributes do not keep.
  public func inferResultTypes(
    operands: [TensorType]
  ) throws(ConstraintViolation) -> [TensorType]? {
    try checkOperandCount(operands)
    return switch self {
    case .constant(let literal): [try constantType(literal)]
    case .elementwise(let elementwise): [try elementwiseType(elementwise, operands)]
    case .compare(_, let kind): [try compareType(kind, operands)]
    case .select: [try selectType(operands)]
    case .clamp: [try clampType(operands)]
    case .reducePrecision(let exponent, let mantissa):
      [try reducePrecisionType(operands[0], exponentBits: exponent, mantissaBits: mantissa)]
    case .transpose(let permutation): [try transposeType(operands[0], permutation)]
    case .slice(let start, let limit, let strides):
      [try sliceType(operands[0], start: start, limit: limit, strides: strides)]
    case .dynamicSlice(let sizes): [try dynamicSliceType(operands, sizes)]
    case .dynamicUpdateSlice: [try dynamicUpdateSliceType(operands)]
    case .pad(let low, let high, let interior):
      [try padType(operands, low: low, high: high, interior: interior)]
    case .concatenate(let dimension): [try concatenateType(operands, dimension)]
    case .reduce(let reducer, let dimensions): try reduceTypes(operands, reducer, dimensions)
    case .dotGeneral(let dimensions): [try dotGeneralType(operands, dimensions)]
    case .while, .optimizationBarrier: operands
    case .check: try checkTypes(operands)
    case .iota, .convert, .bitcastConvert, .broadcastInDim, .reshape, .call: nil
    }
  }

  /// Checks that the operation may take operands of these types and give results of those types.
  ///
  /// - Parameter valueTypes: the types of the function's values, which the regions of `while` and
  ///   `reduce` refer to.
  /// - Throws: the first constraint that does not hold. What a `call` needs is the module's matter.
  public func check(
    operands: [TensorType], results: [TensorType], valueTypes: [TensorType] = []
  ) throws(ConstraintViolation) {
    for type in results where type.shape.checkedElementCount == nil {
      throw .violates(self, "size", "\(type) has more elements than can be counted")
    }
    if let inferred = try inferResultTypes(operands: operands) {
      try checkResults(results, against: inferred)
    } else {
      try checkStatedResults(results, operands: operands)
    }
    try checkRegions(operands: operands, valueTypes: valueTypes)
  }

  /// Checks an operation whose text states the type of its result.
  private func checkStatedResults(
    _ results: [TensorType], operands: [TensorType]
  ) throws(ConstraintViolation) {
    if case .call = self { return }
    guard results.count == 1 else {
      throw .violates(self, "outputs", "gives one result, not \(results.count)")
    }
    switch self {
    case .iota(let dimension): try checkIota(dimension, results[0])
    case .convert: try checkConvert(operands[0], results[0])
    case .bitcastConvert: try checkBitcastConvert(operands[0], results[0])
    case .broadcastInDim(let dimensions):
      try checkBroadcastInDim(operands[0], dimensions, results[0])
    case .reshape: try checkReshape(operands[0], results[0])
    case .call, .constant, .elementwise, .compare, .select, .clamp, .reducePrecision, .transpose,
      .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral,
      .while, .check, .optimizationBarrier:
      break
    }
  }

  /// Compares stated with inferred result types.
  private func checkResults(
    _ results: [TensorType], against inferred: [TensorType]
  ) throws(ConstraintViolation) {
    guard results.count == inferred.count else {
      throw .violates(self, "outputs", "gives \(inferred.count) results, not \(results.count)")
    }
    let labels = resultLabels
    for (result, expected) in zip(results, inferred) {
      guard result.shape == expected.shape else {
        throw .violates(self, labels.shape, "the result must have type \(expected), not \(result)")
      }
      guard acceptsResult(result.scalar, inferred: expected.scalar) else {
        throw .violates(self, labels.scalar, "the result must have type \(expected), not \(result)")
      }
    }
  }

  /// Whether a result may have the given element type where another was inferred: a product may be
  /// stated in any type of its kind.
  private func acceptsResult(_ scalar: ScalarType, inferred: ScalarType) -> Bool {
    if case .dotGeneral = self { return scalar.isFloatingPoint == inferred.isFloatingPoint }
    return scalar == inferred
  }

  /// The labels of the constraints that fix the result's element type and shape.
  private var resultLabels: (scalar: String, shape: String) {
    switch self {
    case .constant, .elementwise, .reducePrecision, .dynamicUpdateSlice, .optimizationBarrier,
      .iota, .convert, .bitcastConvert, .check, .call:
      ("C1", "C1")
    case .compare, .select: ("C2", "C2")
    case .clamp: ("C4", "C4")
    case .broadcastInDim: ("C1", "C5")
    case .reshape: ("C1", "C2")
    case .transpose: ("C1", "C3")
    case .slice, .dynamicSlice: ("C1", "C5")
    case .pad: ("C1", "C4")
    case .concatenate: ("C5", "C6")
    case .reduce: ("C2", "C7")
    case .dotGeneral: ("C13", "C12")
    case .while: ("C3", "C3")
    }
  }
}
