/// An attribute and where its value stands, so that an operation can read it again by its meaning.
struct AttributeEntry {
  /// The attribute as it is kept.
  let attribute: Attribute
  /// Where the name stands.
  let offset: Int
  /// The bytes of the value; empty for a unit attribute.
  let value: Range<Int>
}

extension Parser {
  /// `{a = 1, b}` if it comes next, or nothing.
  mutating func attributes() throws(ParseError) -> [Attribute] {
    try attributeEntries().map(\.attribute)
  }

  /// `{a = 1, b}` if it comes next, or nothing, with the places.
  mutating func attributeEntries() throws(ParseError) -> [AttributeEntry] {
    guard take("{") else { return [] }
    var entries: [AttributeEntry] = []
    var seen: Set<String> = []
    while !at("}") {
      if !entries.isEmpty { try expect(",") }
      let entry = try attributeEntry()
      guard seen.insert(entry.attribute.name).inserted else {
        throw error(
          at: entry.offset, expected: "each attribute once",
          found: "`\(shortened(entry.attribute.name))` again")
      }
      entries.append(entry)
    }
    advance()
    return entries
  }

  private mutating func attributeEntry() throws(ParseError) -> AttributeEntry {
    let offset = token.range.lowerBound
    guard token.kind == .word || token.kind == .string else { throw unexpected("an attribute name") }
    let name = tokenText
    advance()
    guard take("=") else {
      return AttributeEntry(attribute: Attribute(name), offset: offset, value: offset..<offset)
    }
    let start = token.range.lowerBound
    let (text, end) = try attributeValue()
    return AttributeEntry(attribute: Attribute(name, text), offset: offset, value: start..<end)
  }

  /// Any attribute value, as text with its white space normalised, and where it ends.
  mutating func attributeValue() throws(ParseError) -> (text: String, end: Int) {
    var kept = KeptText()
    while true {
      try keepPrimary(&kept)
      guard at(":") || token.kind == .arrow else { return (kept.text, kept.end) }
      while at(":") || token.kind == .arrow { try keep(&kept) }
    }
  }

  /// `loc(...)` if it comes next: the text between its parentheses.
  mutating func location() throws(ParseError) -> String? {
    guard take(word: "loc") else { return nil }
    guard at("(") else { throw unexpected("`(`") }
    var kept = KeptText()
    try keepGroup(&kept)
    return String(kept.text.dropFirst().dropLast())
  }

  // MARK: - Keeping text

  /// One token or group, with the groups attached to it: `dense<1>`, `loc(...)`, `#stablehlo<...>`.
  private mutating func keepPrimary(_ kept: inout KeptText) throws(ParseError) {
    if token.kind == .end || at(",") || at("=") || closer != nil {
      throw unexpected("an attribute value")
    }
    if at("(") || at("[") || at("{") || at("<") {
      try keepGroup(&kept)
    } else {
      try keep(&kept)
    }
    while at("<") || at("(") { try keepGroup(&kept) }
  }

  /// A bracket up to the one that closes it. Iterative, so that no nesting is too deep.
  private mutating func keepGroup(_ kept: inout KeptText) throws(ParseError) {
    var open: [Unicode.Scalar] = []
    repeat {
      if at("(") { open.append(")") }
      if at("[") { open.append("]") }
      if at("{") { open.append("}") }
      if at("<") { open.append(">") }
      if let closer, let wanted = open.popLast(), wanted != closer { throw unexpected("`\(wanted)`") }
      try keep(&kept)
    } while !open.isEmpty
  }

  private var closer: Unicode.Scalar? {
    guard token.kind == .punctuation else { return nil }
    let scalar = Unicode.Scalar(lexer.bytes[token.range.lowerBound])
    return ")]}>".unicodeScalars.contains(scalar) ? scalar : nil
  }

  private mutating func keep(_ kept: inout KeptText) throws(ParseError) {
    if token.kind == .end || token.kind == .invalid { throw unexpected("the rest of an attribute") }
    kept.append(text(token.range), at: token.range)
    advance()
  }
}

/// Tokens joined as they stood, each gap between them one space.
private struct KeptText {
  private(set) var text = ""
  private(set) var end = 0

  mutating func append(_ piece: String, at range: Range<Int>) {
    if !text.isEmpty, range.lowerBound > end { text += " " }
    text += piece
    end = range.upperBound
  }
}
