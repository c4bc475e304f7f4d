internal import NormaArrays

/// The attributes of a quoted instruction that no operation has read yet.
struct AttributeDictionary {
  /// What is left.
  var entries: [AttributeEntry]
  /// Where an error about a missing attribute points.
  let end: Int

  /// True when the attribute is there.
  func contains(_ name: String) -> Bool { entries.contains { $0.attribute.name == name } }

  /// The names of what is left, for messages.
  var unread: String {
    entries.isEmpty ? "none" : entries.map { "`\($0.attribute.name)`" }.joined(separator: ", ")
  }

  /// Takes the attribute out, or nil.
  mutating func remove(_ name: String) -> AttributeEntry? {
    guard let index = entries.firstIndex(where: { $0.attribute.name == name }) else { return nil }
    return entries.remove(at: index)
  }
}

extension Parser {
  /// Reads the value of an attribute again, by its meaning, and takes it out of the dictionary.
  mutating func read<Result>(
    _ name: String, _ attributes: inout AttributeDictionary,
    _ meaning: (inout Parser) throws(ParseError) -> Result
  ) throws(ParseError) -> Result {
    guard let entry = attributes.remove(name) else {
      throw error(at: attributes.end, expected: "the attribute `\(name)`", found: attributes.unread)
    }
    guard !entry.value.isEmpty else {
      throw error(at: entry.offset, expected: "a value for `\(name)`", found: "none")
    }
    let (cursor, current) = (lexer.cursor, token)
    move(to: entry.value.lowerBound)
    let result = try meaning(&self)
    guard token.range.lowerBound >= entry.value.upperBound else { throw unexpected("the end of `\(name)`") }
    (lexer.cursor, token) = (cursor, current)
    return result
  }

  /// The integers of a list attribute in any of its spellings.
  mutating func list(_ name: String, _ attributes: inout AttributeDictionary) throws(ParseError) -> [Int] {
    try read(name, &attributes) { parser throws(ParseError) in try parser.integerArray() }
  }

  /// `array<i64: 1, 2>`, `dense<[1, 2]> : tensor<2xi64>` or `[1, 2]`.
  private mutating func integerArray() throws(ParseError) -> [Int] {
    if at("[") { return try integerList() }
    if at(word: "dense") { return try denseIntegers() }
    guard take(word: "array") else { throw unexpected("integers such as `array<i64: 1, 2>`") }
    try expect("<")
    guard take(word: "i64") else { throw unexpected("`i64`") }
    var list: [Int] = []
    if take(":") {
      list.append(try integer("an integer"))
      while take(",") { list.append(try integer("an integer")) }
    }
    try expect(">")
    return list
  }

  private mutating func denseIntegers() throws(ParseError) -> [Int] {
    let start = token.range.lowerBound
    let literal = try literal()
    guard literal.type.scalar == .i64, literal.type.rank == 1, literal.type.elementCount <= 1024 else {
      throw error(
        at: start, expected: "at most 1024 integers of type `tensor<Nxi64>`", found: "\(literal.type)")
    }
    return (0..<literal.type.elementCount).map { Int(bitPattern: UInt(literal.bits(at: $0))) }
  }

  /// `1 : i64`.
  mutating func typedInteger() throws(ParseError) -> Int {
    let value = try integer("an integer")
    if take(":") { _ = try expect(.word, "an integer type") }
    return value
  }

  /// `#stablehlo<comparison_direction LT>`.
  mutating func enumAttribute<Choice: RawRepresentable & CaseIterable>(
    _ kind: String
  ) throws(ParseError) -> Choice where Choice.RawValue == String {
    guard token.kind == .alias, tokenText == "#stablehlo" else {
      throw unexpected("`#stablehlo<\(kind) ...>`")
    }
    advance()
    try expect("<")
    try expect(word: kind)
    let result: Choice = try choice("a \(kind)")
    try expect(">")
    return result
  }

  // MARK: - Names

  /// `@main` or `@"any name"`, without `@` and quotes.
  mutating func symbol(_ expected: String) throws(ParseError) -> String {
    let name = try expect(.symbol, expected).dropFirst()
    return name.first == "\"" ? Escapes.removed(from: name) : String(name)
  }

  /// `"text"`, without its quotes.
  mutating func quotedText() throws(ParseError) -> String {
    Escapes.removed(from: try expect(.string, "a text in quotes")[...])
  }
}

/// The escapes of quoted texts: `\"`, `\\`, `\n`, `\t` and `\XX`, two hexadecimal digits for a byte.
enum Escapes {
  /// The text that a quoted text stands for.
  static func removed(from quoted: Substring) -> String {
    var plain: [UInt8] = []
    var bytes = Array(quoted.utf8.dropFirst().dropLast())[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = bytes.popFirst() else {
        plain.append(byte)
        continue
      }
      if let high = next.hexValue, let low = bytes.first?.hexValue {
        plain.append(high << 4 | low)
        bytes.removeFirst()
      } else {
        plain.append(named[next] ?? next)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static let named: [UInt8: UInt8] = [UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9]

  /// The quoted text that stands for a text.
  static func quoted(_ plain: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in plain.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || !(32..<127).contains(byte) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "\\"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}
