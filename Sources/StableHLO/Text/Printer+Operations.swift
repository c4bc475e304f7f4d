extension Operation {
  /// The full name in StableHLO text.
  public var name: String {
    switch self {
    case .elementwise(let operation): operation.spelling
    case .call: "func.call"
    case .check: "stablehlo.custom_call"
    case .constant, .iota, .compare, .select, .clamp, .convert, .bitcastConvert, .reducePrecision,
      .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice, .dynamicUpdateSlice, .pad,
      .concatenate, .reduce, .dotGeneral, .while, .optimizationBarrier:
      "stablehlo." + specificationName
    }
  }

  /// What stands after the operands on one line: `dims = [0, 1]`; empty where nothing does.
  var parameterText: String {
    switch self {
    case .iota(let dimension), .concatenate(let dimension): "dim = \(dimension)"
    case .reducePrecision(let exponent, let mantissa): "format = e\(exponent)m\(mantissa)"
    case .broadcastInDim(let axes), .transpose(let axes): "dims = \(axes)"
    case .dynamicSlice(let sizes): "sizes = \(sizes)"
    case .pad(let low, let high, let interior): "low = \(low), high = \(high), interior = \(interior)"
    case .dotGeneral(let dimensions): dimensions.text
    case .compare(_, let kind): kind?.rawValue ?? ""
    case .constant, .elementwise, .select, .clamp, .convert, .bitcastConvert, .reshape, .slice,
      .dynamicUpdateSlice, .reduce, .while, .call, .check, .optimizationBarrier:
      ""
    }
  }
}

extension DotDimensions {
  /// `batching_dims = [0] x [0], contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT]`.
  fileprivate var text: String {
    var parts: [String] = []
    if !leftBatching.isEmpty || !rightBatching.isEmpty {
      parts.append("batching_dims = \(leftBatching) x \(rightBatching)")
    }
    parts.append("contracting_dims = \(leftContracting) x \(rightContracting)")
    if !precision.isEmpty { parts.append("precision = [" + precision.joined(separator: ", ") + "]") }
    return parts.joined(separator: ", ")
  }
}

extension Printer {
  /// The types after `:` in the form that the operation is written with.
  func types(of instruction: Instruction) -> String {
    switch instruction.operation {
    case .elementwise(let operation) where operation.isCHLO:
      typeList(instruction.operands) + " -> " + typeList(instruction.results)
    case .constant, .iota, .elementwise, .clamp, .convert, .reducePrecision:
      sameType(instruction)
    case .select: selectTypes(instruction)
    case .compare, .bitcastConvert, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral, .while, .call, .check,
      .optimizationBarrier:
      functionType(instruction)
    }
  }

  private func selectTypes(_ instruction: Instruction) -> String {
    let types = (instruction.operands.dropFirst() + instruction.results).map(type)
    guard types.count == 3, types[0] == types[2], types[1] == types[2] else {
      return functionType(instruction)
    }
    return "\(type(instruction.operands[0])), \(types[2])"
  }
}
