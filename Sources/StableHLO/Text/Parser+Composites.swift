extension Parser {
  /// `"chlo.erf" %x {decomposition = @f} : (T) -> T`, as JAX exports operations that older readers may not know.
  mutating func composite() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let name = try quotedText()
    let operands = try operands()
    var attributes = AttributeDictionary(entries: try attributeEntries(), end: start)
    let results = try resultTypes(for: operands)
    let operation = try composite(name, operands, &attributes)
    let parsed = ParsedInstruction(
      operation: operation, operands: operands, attributes: attributes.entries.map(\.attribute),
      results: results)
    if case .call(let callee) = operation { noteCall(callee, parsed, at: start) }
    return parsed
  }

  /// The operation of that name where there is one, otherwise a call of the decomposition: both mean the same.
  mutating func composite(
    _ name: String, _ operands: [Operand], _ attributes: inout AttributeDictionary
  ) throws(ParseError) -> Operation {
    let callee = try read("decomposition", &attributes) { parser throws(ParseError) in
      try parser.symbol("the function that spells the operation out")
    }
    let known = attributes.entries.filter { $0.attribute.name == "version" || $0.attribute.text == "{}" }
    guard known.count == attributes.entries.count,
      case .elementwise(let operation)? = OperationName.table[name], operation.arity == operands.count
    else { return .call(callee) }
    attributes.entries = []
    return .elementwise(operation)
  }
}
