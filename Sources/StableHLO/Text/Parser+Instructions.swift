/// What was read of an instruction before its results are named.
struct ParsedInstruction {
  /// What is computed.
  var operation: Operation
  /// What it reads.
  var operands: [Operand]
  /// Attributes kept as written.
  var attributes: [Attribute]
  /// The declared types of the results.
  var results: [TensorType]
}

extension Parser {
  /// The instructions of a region up to and with the one that returns.
  mutating func instructions(endingWith end: OperationName) throws(ParseError) -> RegionEnd {
    var instructions: [Instruction] = []
    while true {
      let start = token.range.lowerBound
      let names = try resultNames()
      let (name, spelling, quoted) = try operationName()
      do throws(ParseError) {
        if name == end { return try regionEnd(instructions, names, quoted: quoted, at: start) }
        let parsed = try quoted ? genericInstruction(name) : prettyInstruction(name)
        instructions.append(try instruction(parsed, names, at: start))
      } catch {
        throw error.inside(spelling)
      }
    }
  }

  /// The operation that comes next, its name as written, and whether it stands in quotes.
  private mutating func operationName() throws(ParseError) -> (OperationName, spelling: String, quoted: Bool)
  {
    let quoted = token.kind == .string
    guard quoted || token.kind == .word else { throw unexpected("an instruction or a return") }
    let name = quoted ? String(tokenText.dropFirst().dropLast()) : tokenText
    guard let known = OperationName.table[name] else {
      throw unexpected(
        "a supported operation", advice: OperationName.nearest(to: name).map { "did you mean `\($0)`?" })
    }
    advance()
    return (known, name, quoted)
  }

  private mutating func instruction(
    _ parsed: ParsedInstruction, _ names: [ResultName], at start: Int
  ) throws(ParseError) -> Instruction {
    let named = names.reduce(0) { $0.addingReportingOverflow($1.count).partialValue }
    guard named == parsed.results.count, names.allSatisfy({ $0.count <= parsed.results.count }) else {
      throw error(
        at: start, expected: "names for \(parsed.results.count) results, as the types say",
        found: "names for \(named)")
    }
    try checkForm(of: parsed, at: start)
    let location = try location()
    var results: [Value] = []
    for name in names {
      let declared = parsed.results[results.count..<results.count + name.count]
      results += try define(name.name, declared, at: name.offset)
    }
    return Instruction(
      parsed.operation, operands: parsed.operands.map(\.value), results: results,
      attributes: parsed.attributes, location: location,
      position: locator.position(of: start, in: lexer.bytes))
  }

  // MARK: - Returns

  private mutating func regionEnd(
    _ instructions: [Instruction], _ names: [ResultName], quoted: Bool, at instruction: Int
  ) throws(ParseError) -> RegionEnd {
    guard names.isEmpty else {
      throw error(at: instruction, expected: "no result of a return", found: "`\(names[0].name)`")
    }
    let start = token.range.lowerBound
    let returned = try quoted ? parenthesisedOperands() : operands()
    if at("{") { throw unexpected("`:`", advice: "attributes of a return are not supported") }
    if quoted {
      try check(returned, against: typeClause())
    } else if !returned.isEmpty {
      try expect(":")
      let offset = token.range.lowerBound
      try check(returned, against: TypeClause(offset: offset, inputs: typeList(), results: []))
    }
    return RegionEnd(
      instructions: instructions, results: returned.map(\.value), offset: start, location: try location())
  }

  // MARK: - Types

  /// The declared operand types must be those of the operands.
  func check(_ operands: [Operand], against clause: TypeClause) throws(ParseError) {
    guard operands.count == clause.inputs.count else {
      throw error(
        at: clause.offset, expected: "\(operands.count) operand types", found: "\(clause.inputs.count)")
    }
    for (operand, declared) in zip(operands, clause.inputs) where type(of: operand) != declared {
      throw error(
        at: operand.offset, expected: "a value of the declared type \(declared)",
        found: "one of type \(type(of: operand))")
    }
  }

  /// The types of the results, after checking the operands: `: T` says that all types are `T`.
  mutating func resultTypes(for operands: [Operand]) throws(ParseError) -> [TensorType] {
    let clause = try typeClause()
    if let results = clause.results {
      try check(operands, against: clause)
      return results
    }
    guard clause.inputs.count == 1 else {
      throw error(
        at: clause.offset, expected: "one type, or `(T, U) -> V`", found: "\(clause.inputs.count) types")
    }
    let all = operands.map { _ in clause.inputs[0] }
    try check(operands, against: TypeClause(offset: clause.offset, inputs: all, results: nil))
    return clause.inputs
  }

  /// An operation takes a fixed number of operands.
  func expect(_ count: Int, _ operands: [Operand], at offset: Int) throws(ParseError) {
    guard operands.count == count else {
      throw error(
        at: offset, expected: "\(count) operand\(count == 1 ? "" : "s")", found: "\(operands.count)")
    }
  }
}

/// The instructions of a region and what it returns.
struct RegionEnd {
  /// The instructions before the return.
  let instructions: [Instruction]
  /// The returned values.
  let results: [Value]
  /// Where the return stands.
  let offset: Int
  /// The location of the return.
  let location: String?
}
