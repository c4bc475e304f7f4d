extension Parser {
  /// The short form of an instruction after its name.
  mutating func prettyInstruction(_ name: OperationName) throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    switch name {
    case .elementwise(let operation): return try plain(.elementwise(operation), operation.arity)
    case .convert: return try plain(.convert, 1)
    case .bitcastConvert: return try plain(.bitcastConvert, 1)
    case .reshape: return try plain(.reshape, 1)
    case .clamp: return try plain(.clamp, 3)
    case .dynamicUpdateSlice: return try plain(.dynamicUpdateSlice, nil)
    case .select: return try select()
    case .optimizationBarrier: return try optimizationBarrier()
    case .constant: return try constant()
    case .iota: return try iota()
    case .compare: return try compare()
    case .reducePrecision: return try reducePrecision()
    case .broadcastInDim: return try withList("dims") { .broadcastInDim(dimensions: $0) }
    case .transpose: return try withList("dims") { .transpose(permutation: $0) }
    case .dynamicSlice: return try withList("sizes") { .dynamicSlice(sizes: $0) }
    case .slice: return try slice()
    case .pad: return try pad()
    case .concatenate: return try concatenate()
    case .dotGeneral: return try dotGeneral()
    case .reduce: return try reduce()
    case .while: return try whileLoop()
    case .call: return try call()
    case .customCall: return try customCall()
    case .composite: return try composite()
    case .functionReturn, .regionReturn: throw misplacedReturn(name, at: start)
    }
  }

  /// A return that ends the wrong kind of region.
  func misplacedReturn(_ name: OperationName, at offset: Int) -> ParseError {
    let (expected, found) =
      name == .regionReturn ? ("`return`", "`stablehlo.return`") : ("`stablehlo.return`", "`return`")
    return error(at: offset, expected: expected + " at the end of this region", found: found)
  }

  // MARK: - Operands and types only

  /// `%a, %b {...} : types`; any number of operands where `count` is nil.
  mutating func plain(_ operation: Operation, _ count: Int?) throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    if let count { try expect(count, operands, at: start) }
    return try finish(operation, operands)
  }

  /// `{...} : types` after everything else.
  mutating func finish(_ operation: Operation, _ operands: [Operand]) throws(ParseError) -> ParsedInstruction
  {
    let attributes = try attributes()
    let results = try resultTypes(for: operands)
    return ParsedInstruction(
      operation: operation, operands: operands, attributes: attributes, results: results)
  }

  /// `select %p, %a, %b : tensor<i1>, T`.
  private mutating func select() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    try expect(3, operands, at: start)
    let attributes = try attributes()
    let clause = try typeClause()
    var inputs = clause.inputs
    if clause.results == nil, inputs.count == 2 { inputs.append(inputs[1]) }
    try check(operands, against: TypeClause(offset: clause.offset, inputs: inputs, results: nil))
    return ParsedInstruction(
      operation: .select, operands: operands, attributes: attributes, results: clause.results ?? [inputs[1]])
  }

  /// `optimization_barrier %a, %b : T, U`.
  private mutating func optimizationBarrier() throws(ParseError) -> ParsedInstruction {
    let parenthesised = at("(")
    let operands = try parenthesised ? parenthesisedOperands() : operands()
    let attributes = try attributes()
    guard !operands.isEmpty || at(":") else {
      return ParsedInstruction(
        operation: .optimizationBarrier, operands: [], attributes: attributes, results: [])
    }
    let clause = try typeClause()
    try check(operands, against: clause)
    return ParsedInstruction(
      operation: .optimizationBarrier, operands: operands, attributes: attributes,
      results: clause.results ?? clause.inputs)
  }

  // MARK: - No operands

  private mutating func constant() throws(ParseError) -> ParsedInstruction {
    let attributes = try attributes()
    let literal = try literal()
    return ParsedInstruction(
      operation: .constant(literal), operands: [], attributes: attributes, results: [literal.type])
  }

  private mutating func iota() throws(ParseError) -> ParsedInstruction {
    try finish(.iota(dimension: keyedInteger("dim")), [])
  }

  // MARK: - Named numbers

  /// `dim = 0`.
  mutating func keyedInteger(_ key: String) throws(ParseError) -> Int {
    try expect(word: key)
    try expect("=")
    return try integer("an axis")
  }

  /// `, dims = [0, 1]`.
  private mutating func keyedList(_ key: String) throws(ParseError) -> [Int] {
    try expect(",")
    try expect(word: key)
    try expect("=")
    return try integerList()
  }

  private mutating func withList(
    _ key: String, _ operation: ([Int]) -> Operation
  ) throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    guard !operands.isEmpty else { throw error(at: start, expected: "operands", found: "none") }
    return try finish(operation(keyedList(key)), operands)
  }

  private mutating func compare() throws(ParseError) -> ParsedInstruction {
    let direction: ComparisonDirection = try choice("a comparison direction")
    try expect(",")
    let start = token.range.lowerBound
    let operands = try operands()
    try expect(2, operands, at: start)
    let kind: ComparisonKind? = take(",") ? try choice("a comparison type") : nil
    return try finish(.compare(direction, kind), operands)
  }

  /// One of the words that a type lists.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: String
  ) throws(ParseError) -> Choice where Choice.RawValue == String {
    guard token.kind == .word, let choice = Choice(rawValue: tokenText) else {
      throw unexpected("\(what) (\(Choice.allCases.map(\.rawValue).joined(separator: ", ")))")
    }
    advance()
    return choice
  }

  private mutating func reducePrecision() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    try expect(1, operands, at: start)
    try expect(",")
    try expect(word: "format")
    try expect("=")
    guard token.kind == .word, let format = precisionFormat(tokenText) else {
      throw unexpected("a format such as `e5m10`")
    }
    advance()
    return try finish(format, operands)
  }

  private func precisionFormat(_ text: String) -> Operation? {
    guard text.first == "e", let split = text.firstIndex(of: "m") else { return nil }
    guard let exponent = Int(text[..<split].dropFirst()), let mantissa = Int(text[split...].dropFirst())
    else {
      return nil
    }
    return .reducePrecision(exponentBits: exponent, mantissaBits: mantissa)
  }

  // MARK: - Movement

  /// `slice %x [0:3, 1:9:2]`.
  private mutating func slice() throws(ParseError) -> ParsedInstruction {
    let operand = try operand()
    var (start, limit, strides): ([Int], [Int], [Int]) = ([], [], [])
    try expect("[")
    while !at("]") {
      if !start.isEmpty { try expect(",") }
      start.append(try integer("a start index"))
      try expect(":")
      limit.append(try integer("a limit index"))
      strides.append(take(":") ? try integer("a stride") : 1)
    }
    advance()
    return try finish(.slice(start: start, limit: limit, strides: strides), [operand])
  }

  private mutating func pad() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    try expect(2, operands, at: start)
    let low = try keyedList("low")
    let high = try keyedList("high")
    let interior = try keyedList("interior")
    return try finish(.pad(low: low, high: high, interior: interior), operands)
  }

  private mutating func concatenate() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    guard !operands.isEmpty else { throw error(at: start, expected: "operands", found: "none") }
    try expect(",")
    return try finish(.concatenate(dimension: keyedInteger("dim")), operands)
  }
}
