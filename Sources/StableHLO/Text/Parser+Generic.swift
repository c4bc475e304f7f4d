extension Parser {
  /// The quoted form after its name: `(%a) <{...}> ({ ... }) {...} : (T) -> U`.
  mutating func genericInstruction(_ name: OperationName) throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    if name == .functionReturn || name == .regionReturn { throw misplacedReturn(name, at: start) }
    let operands = try parenthesisedOperands()
    var entries = try properties()
    let regions = try regions()
    entries += try attributeEntries()
    let clause = try typeClause()
    guard let results = clause.results else { throw unexpected("`->` and the types of the results") }
    try check(operands, against: clause)
    var dictionary = AttributeDictionary(entries: entries, end: start)
    let operation = try operation(name, operands, regions, results, &dictionary)
    let parsed = ParsedInstruction(
      operation: operation, operands: operands, attributes: dictionary.entries.map(\.attribute),
      results: results)
    if case .call(let callee) = operation { noteCall(callee, parsed, at: start) }
    return parsed
  }

  /// `<{...}>` if it comes next.
  mutating func properties() throws(ParseError) -> [AttributeEntry] {
    guard take("<") else { return [] }
    guard at("{") else { throw unexpected("`{`") }
    let entries = try attributeEntries()
    try expect(">")
    return entries
  }

  private mutating func regions() throws(ParseError) -> [Region] {
    guard take("(") else { return [] }
    var regions = [try blockRegion()]
    while take(",") { regions.append(try blockRegion()) }
    try expect(")")
    return regions
  }

  /// The operation that a name, its regions and its attributes stand for.
  private mutating func operation(
    _ name: OperationName, _ operands: [Operand], _ regions: [Region], _ results: [TensorType],
    _ attributes: inout AttributeDictionary
  ) throws(ParseError) -> Operation {
    let offset = attributes.end
    try expectRegions(name, regions, at: offset)
    if let count = name.operandCount { try expect(count, operands, at: offset) }
    switch name {
    case .elementwise(let operation): return .elementwise(operation)
    case .select: return .select
    case .clamp: return .clamp
    case .convert: return .convert
    case .bitcastConvert: return .bitcastConvert
    case .reshape: return .reshape
    case .dynamicUpdateSlice: return .dynamicUpdateSlice
    case .optimizationBarrier: return .optimizationBarrier
    case .constant: return .constant(try constantValue(&attributes, results))
    case .iota:
      return .iota(
        dimension: try read("iota_dimension", &attributes) { p throws(ParseError) in try p.typedInteger() })
    case .concatenate:
      return .concatenate(
        dimension: try read("dimension", &attributes) { p throws(ParseError) in try p.typedInteger() })
    case .compare: return try compare(&attributes)
    case .reducePrecision: return try reducePrecision(&attributes)
    case .broadcastInDim: return .broadcastInDim(dimensions: try list("broadcast_dimensions", &attributes))
    case .transpose: return .transpose(permutation: try list("permutation", &attributes))
    case .dynamicSlice: return .dynamicSlice(sizes: try list("slice_sizes", &attributes))
    case .slice:
      return .slice(
        start: try list("start_indices", &attributes), limit: try list("limit_indices", &attributes),
        strides: try list("strides", &attributes))
    case .pad:
      return .pad(
        low: try list("edge_padding_low", &attributes), high: try list("edge_padding_high", &attributes),
        interior: try list("interior_padding", &attributes))
    case .dotGeneral: return .dotGeneral(try dotDimensions(&attributes))
    case .reduce:
      return .reduce(reducer(regions[0], of: operands), dimensions: try list("dimensions", &attributes))
    case .while: return .while(condition: regions[0], body: regions[1])
    case .call:
      return .call(
        try read("callee", &attributes) { p throws(ParseError) in try p.symbol("a function name") })
    case .customCall: return .check(try customCallTarget(&attributes))
    case .composite:
      let name = try read("name", &attributes) { p throws(ParseError) in try p.quotedText() }
      return try composite(name, operands, &attributes)
    case .functionReturn, .regionReturn: throw misplacedReturn(name, at: offset)
    }
  }

  private func expectRegions(_ name: OperationName, _ regions: [Region], at offset: Int) throws(ParseError) {
    guard regions.count == name.regionCount else {
      throw error(at: offset, expected: "\(name.regionCount) regions", found: "\(regions.count)")
    }
  }

  // MARK: - Operations with attributes of their own

  private mutating func constantValue(
    _ attributes: inout AttributeDictionary, _ results: [TensorType]
  ) throws(ParseError) -> Literal {
    let literal = try read("value", &attributes) { p throws(ParseError) in try p.literal() }
    guard results == [literal.type] else {
      throw error(
        at: attributes.end, expected: "a result of the value's type \(literal.type)",
        found: results.map(\.description).joined(separator: ", "))
    }
    return literal
  }

  private mutating func compare(_ attributes: inout AttributeDictionary) throws(ParseError) -> Operation {
    let direction: ComparisonDirection = try read("comparison_direction", &attributes) {
      p throws(ParseError) in
      try p.enumAttribute("comparison_direction")
    }
    guard attributes.contains("compare_type") else { return .compare(direction, nil) }
    let kind: ComparisonKind = try read("compare_type", &attributes) { p throws(ParseError) in
      try p.enumAttribute("comparison_type")
    }
    return .compare(direction, kind)
  }

  private mutating func reducePrecision(_ attributes: inout AttributeDictionary) throws(ParseError)
    -> Operation
  {
    let exponent = try read("exponent_bits", &attributes) { p throws(ParseError) in try p.typedInteger() }
    let mantissa = try read("mantissa_bits", &attributes) { p throws(ParseError) in try p.typedInteger() }
    return .reducePrecision(exponentBits: exponent, mantissaBits: mantissa)
  }

  private mutating func dotDimensions(_ attributes: inout AttributeDictionary) throws(ParseError)
    -> DotDimensions
  {
    var dimensions = try read("dot_dimension_numbers", &attributes) { p throws(ParseError) in
      try p.dotAttribute()
    }
    if attributes.contains("precision_config") {
      dimensions.precision = try read("precision_config", &attributes) { p throws(ParseError) in
        try p.precisionList()
      }
    }
    if let algorithm = attributes.entries.first(where: { $0.attribute.name == "algorithm" }) {
      throw error(
        at: algorithm.offset, expected: "no `algorithm`", found: "one",
        advice: "dot algorithms are not supported")
    }
    return dimensions
  }

  private mutating func customCallTarget(_ attributes: inout AttributeDictionary) throws(ParseError) -> Check
  {
    let offset = attributes.end
    let target = try read("call_target_name", &attributes) { p throws(ParseError) in try p.quotedText() }
    return try check(named: target, at: offset)
  }
}

extension OperationName {
  /// The regions that the generic form holds.
  var regionCount: Int { self == .while ? 2 : self == .reduce ? 1 : 0 }

  /// The number of operands where it is fixed.
  var operandCount: Int? {
    switch self {
    case .elementwise(let operation): operation.arity
    case .constant, .iota: 0
    case .convert, .bitcastConvert, .reshape, .reducePrecision, .broadcastInDim, .transpose, .slice: 1
    case .compare, .pad, .dotGeneral, .customCall: 2
    case .select, .clamp: 3
    case .dynamicSlice, .dynamicUpdateSlice, .concatenate, .reduce, .while, .call, .optimizationBarrier,
      .composite, .functionReturn, .regionReturn:
      nil
    }
  }
}
