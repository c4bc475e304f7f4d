/// Reads StableHLO text. One pass over the bytes; values are numbered in the order in which they
/// are defined, those of a nested region before the results of its instruction.
struct Parser {
  /// How deep regions may nest.
  static let deepestNesting = 32

  /// The name that errors show for the text.
  let file: String
  /// Cuts the text.
  var lexer: Lexer
  /// The token that is looked at.
  var token: Token
  /// The types of the values of the function being read.
  var types: [TensorType] = []
  /// What each name in sight stands for.
  var scope: [String: [Value]] = [:]
  /// The names in sight in the order of their definition, so that a region's can be taken back.
  var scopeOrder: [String] = []
  /// How many regions are open.
  var depth = 0
  /// Calls, checked once every signature is known.
  var calls: [CallSite] = []
  /// Where the last place was, so that counting lines stays linear.
  var locator = Locator()

  /// A parser at the start of `text`.
  init(_ text: String, file: String?) {
    self.file = file ?? "<text>"
    lexer = Lexer(Array(text.utf8))
    token = lexer.next()
  }

  /// The bytes of the whole text.
  var bytes: [UInt8] { lexer.bytes }

  /// The text of a token or of any range.
  func text(_ range: Range<Int>) -> String { String(decoding: lexer.bytes[range], as: UTF8.self) }

  /// The text of the current token.
  var tokenText: String { text(token.range) }

  /// Moves to the next token.
  mutating func advance() { token = lexer.next() }

  /// Moves to the token at or after a byte.
  mutating func move(to offset: Int) {
    lexer.cursor = offset
    advance()
  }

  // MARK: - Looking

  /// True when the current token is the given character.
  func at(_ character: Unicode.Scalar) -> Bool {
    token.kind == .punctuation && lexer.bytes[token.range.lowerBound] == UInt8(ascii: character)
  }

  /// True when the current token is the given word.
  func at(word: String) -> Bool {
    token.kind == .word && token.range.count == word.utf8.count
      && lexer.bytes[token.range].elementsEqual(word.utf8)
  }

  /// Takes the given character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at(character) else { return false }
    advance()
    return true
  }

  /// Takes the given word if it comes next.
  mutating func take(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  // MARK: - Demanding

  /// Takes the given character.
  mutating func expect(_ character: Unicode.Scalar) throws(ParseError) {
    guard take(character) else { throw unexpected("`\(character)`") }
  }

  /// Takes the given word.
  mutating func expect(word: String) throws(ParseError) {
    guard take(word: word) else { throw unexpected("`\(word)`") }
  }

  /// Takes `->`.
  mutating func expectArrow() throws(ParseError) {
    guard token.kind == .arrow else { throw unexpected("`->`") }
    advance()
  }

  /// Takes a token of one kind and gives its text.
  mutating func expect(_ kind: Token.Kind, _ expected: String) throws(ParseError) -> String {
    guard token.kind == kind else { throw unexpected(expected) }
    defer { advance() }
    return tokenText
  }

  // MARK: - Errors

  /// The current token stands where something else must.
  func unexpected(_ expected: String, advice: String? = nil) -> ParseError {
    error(at: token.range.lowerBound, expected: expected, found: describe(token), advice: advice)
  }

  /// An error at a byte of the text.
  func error(
    at offset: Int, expected: String, found: String, advice: String? = nil
  ) -> ParseError {
    var locator = Locator()
    let position = locator.position(of: offset, in: lexer.bytes)
    return error(at: offset, position, .unexpected(expected: expected, found: found, advice: advice))
  }

  /// An error at a byte of the text, whose place is known.
  private func error(at offset: Int, _ position: SourcePosition, _ reason: ParseError.Reason) -> ParseError {
    let excerpt = SourceExcerpt(of: lexer.bytes, around: offset)
    return ParseError(
      file: file, position: position, line: excerpt.line, caret: excerpt.caret, reason: reason)
  }

  /// A well-formed text that is no valid program, at the instruction concerned.
  func error(_ error: VerificationError) -> ParseError {
    let position = error.position ?? SourcePosition(line: 1, column: 1)
    return self.error(at: Locator.offset(of: position, in: lexer.bytes), position, .violates(error))
  }

  private func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the text"
    case .invalid where lexer.bytes[token.range.lowerBound] < 0x80: "a string without its closing `\"`"
    case .word, .number, .string, .value, .symbol, .alias, .block, .arrow, .punctuation, .invalid:
      "`" + shortened(text(token.range)) + "`"
    }
  }

  /// The start of a long text.
  func shortened(_ text: String) -> String {
    text.utf8.count > 60 ? String(text.prefix(40)) + "..." : text
  }
}

/// Turns byte offsets into lines and columns, remembering the last one.
struct Locator {
  /// The byte at a place; the end where there is none.
  static func offset(of position: SourcePosition, in bytes: [UInt8]) -> Int {
    var locator = Locator()
    for offset in bytes.indices {
      let here = locator.position(of: offset, in: bytes)
      if (here.line, here.column) >= (position.line, position.column) { return offset }
    }
    return bytes.count
  }

  private var offset = 0
  private var line = 1
  private var column = 1

  /// The place of a byte.
  mutating func position(of target: Int, in bytes: [UInt8]) -> SourcePosition {
    if target < offset { self = Locator() }
    while offset < target {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return SourcePosition(line: line, column: column)
  }
}
