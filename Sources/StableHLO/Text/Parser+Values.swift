/// A value as an instruction names it.
struct Operand {
  /// What it stands for.
  let value: Value
  /// Where it is named.
  let offset: Int
}

/// Names that an instruction gives its results: `%0`, `%1:2`.
struct ResultName {
  /// The name with its `%`.
  let name: String
  /// How many values it stands for.
  let count: Int
  /// Where it stands.
  let offset: Int
}

extension Parser {
  // MARK: - Uses

  /// `%x` or `%x#1`.
  mutating func operand() throws(ParseError) -> Operand {
    let start = token.range
    let name = try expect(.value, "a value such as `%0`")
    guard let values = scope[name] else {
      throw error(
        at: start.lowerBound, expected: "a value that is defined before this use",
        found: "`\(shortened(name))`")
    }
    let index = try resultIndex(after: start.upperBound)
    guard index < values.count else {
      throw error(
        at: start.lowerBound,
        expected: "a result number below \(values.count) for `\(shortened(name))`", found: "`#\(index)`")
    }
    return Operand(value: values[index], offset: start.lowerBound)
  }

  private mutating func resultIndex(after end: Int) throws(ParseError) -> Int {
    guard token.kind == .alias, token.range.lowerBound == end else { return 0 }
    guard let index = Int(tokenText.dropFirst()), index >= 0 else {
      throw unexpected("a result number such as `#1`")
    }
    advance()
    return index
  }

  /// `%a, %b`, ending before a comma that no value follows.
  mutating func operands() throws(ParseError) -> [Operand] {
    guard token.kind == .value else { return [] }
    var list = [try operand()]
    while at(","), nextIsValue() {
      advance()
      list.append(try operand())
    }
    return list
  }

  private func nextIsValue() -> Bool {
    var ahead = lexer
    return ahead.next().kind == .value
  }

  /// `(%a, %b)`.
  mutating func parenthesisedOperands() throws(ParseError) -> [Operand] {
    try expect("(")
    let list = try operands()
    try expect(")")
    return list
  }

  // MARK: - Definitions

  /// `%a, %b:2 =` at the start of an instruction, or nothing.
  mutating func resultNames() throws(ParseError) -> [ResultName] {
    guard token.kind == .value else { return [] }
    var names: [ResultName] = []
    repeat {
      let offset = token.range.lowerBound
      let name = try expect(.value, "a result name such as `%0`")
      let count = take(":") ? try integer("the number of results") : 1
      guard count > 0 else {
        throw error(at: offset, expected: "at least one result", found: "`\(shortened(name)):\(count)`")
      }
      names.append(ResultName(name: name, count: count, offset: offset))
    } while take(",")
    try expect("=")
    return names
  }

  /// Gives a name to new values of the given types.
  mutating func define(_ name: String, _ newTypes: some Sequence<TensorType>, at offset: Int)
    throws(ParseError) -> [Value]
  {
    guard scope[name] == nil else {
      throw error(
        at: offset, expected: "a name that is not in use",
        found: "`\(shortened(name))`, which is defined already")
    }
    let first = types.count
    types.append(contentsOf: newTypes)
    let values = (first..<types.count).map(Value.init)
    scope[name] = values
    scopeOrder.append(name)
    return values
  }

  /// Forgets the names defined since `mark` was `scopeOrder.count`.
  mutating func closeScope(at mark: Int) {
    while scopeOrder.count > mark { scope[scopeOrder.removeLast()] = nil }
  }

  /// The type of a value of the function being read.
  func type(of operand: Operand) -> TensorType { types[operand.value.index] }

  // MARK: - Integers

  /// An integer that fits in 64 bits.
  mutating func integer(_ expected: String) throws(ParseError) -> Int {
    guard token.kind == .number, let value = Int(tokenText) else { throw unexpected(expected) }
    advance()
    return value
  }

  /// `[1, -2]` or `[]`.
  mutating func integerList() throws(ParseError) -> [Int] {
    try expect("[")
    var list: [Int] = []
    while !at("]") {
      if !list.isEmpty { try expect(",") }
      list.append(try integer("an integer"))
    }
    advance()
    return list
  }
}
