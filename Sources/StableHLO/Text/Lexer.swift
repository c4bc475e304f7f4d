/// The smallest piece of a text that means something.
struct Token {
  /// What kind of piece it is.
  enum Kind {
    /// `stablehlo.add`, `dims`, `x`.
    case word
    /// `-12`, `0x7F`, `1.5e-3`.
    case number
    /// `"..."`, its quotes included.
    case string
    /// `%arg0`, without a trailing `#1`.
    case value
    /// `@main`, `@"any name"`.
    case symbol
    /// `#loc1`, `#stablehlo.dot`.
    case alias
    /// `^bb0`.
    case block
    case arrow
    /// One ASCII character.
    case punctuation
    /// A string without an end, or a character that stands nowhere.
    case invalid
    case end
  }

  /// What kind of piece it is.
  let kind: Kind
  /// The bytes it takes.
  let range: Range<Int>
}

/// Cuts UTF-8 bytes into tokens, skipping white space and `//` comments.
struct Lexer {
  /// The whole text.
  let bytes: [UInt8]
  /// Where the next token is looked for.
  var cursor = 0

  /// A lexer at the start of a text.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the next token.
  mutating func next() -> Token {
    skipBlanks()
    guard cursor < bytes.count else { return Token(kind: .end, range: bytes.count..<bytes.count) }
    let start = cursor
    let kind = scan(bytes[start])
    return Token(kind: kind, range: start..<cursor)
  }

  /// Moves over white space and comments.
  mutating func skipBlanks() {
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
        cursor += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == byte {
        while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n") { cursor += 1 }
      } else {
        return
      }
    }
  }

  // MARK: - Kinds

  private mutating func scan(_ first: UInt8) -> Token.Kind {
    cursor += 1
    switch first {
    case UInt8(ascii: "%"): return scanName(.value)
    case UInt8(ascii: "#"): return scanName(.alias)
    case UInt8(ascii: "^"): return scanName(.block)
    case UInt8(ascii: "@"):
      guard peek(0) == UInt8(ascii: "\"") else { return scanName(.symbol) }
      cursor += 1
      return scanString() == .string ? .symbol : .invalid
    case UInt8(ascii: "\""): return scanString()
    case UInt8(ascii: "-"): return scanMinus()
    case _ where first.isDigit: return scanNumber(first)
    case _ where first.isLetter: return scanName(.word)
    case 0x21...0x7E: return .punctuation
    default:
      while let byte = peek(0), byte & 0xC0 == 0x80 { cursor += 1 }
      return .invalid
    }
  }

  private mutating func scanName(_ kind: Token.Kind) -> Token.Kind {
    let start = cursor
    while let byte = peek(0), byte.isNamePart || (byte == UInt8(ascii: "-") && kind == .value) { cursor += 1 }
    return kind == .word || cursor > start ? kind : .punctuation
  }

  private mutating func scanString() -> Token.Kind {
    while let byte = peek(0), byte != UInt8(ascii: "\n") {
      cursor += 1
      if byte == UInt8(ascii: "\"") { return .string }
      if byte == UInt8(ascii: "\\"), let escaped = peek(0), escaped != UInt8(ascii: "\n") { cursor += 1 }
    }
    return .invalid
  }

  private mutating func scanMinus() -> Token.Kind {
    guard let byte = peek(0) else { return .punctuation }
    if byte == UInt8(ascii: ">") {
      cursor += 1
      return .arrow
    }
    guard byte.isDigit else { return .punctuation }
    cursor += 1
    return scanNumber(byte)
  }

  private mutating func scanNumber(_ first: UInt8) -> Token.Kind {
    if first == UInt8(ascii: "0"), peek(0) == UInt8(ascii: "x"), peek(1)?.isHexDigit == true {
      cursor += 1
      while peek(0)?.isHexDigit == true { cursor += 1 }
      return .number
    }
    skipDigits()
    guard peek(0) == UInt8(ascii: ".") else { return .number }
    cursor += 1
    skipDigits()
    guard peek(0).map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return .number }
    let signed = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
    guard peek(signed ? 2 : 1)?.isDigit == true else { return .number }
    cursor += signed ? 2 : 1
    skipDigits()
    return .number
  }

  private mutating func skipDigits() {
    while peek(0)?.isDigit == true { cursor += 1 }
  }

  private func peek(_ distance: Int) -> UInt8? {
    cursor + distance < bytes.count ? bytes[cursor + distance] : nil
  }
}

extension UInt8 {
  /// True for `0` to `9`.
  var isDigit: Bool { self &- 48 < 10 }
  /// True for `0` to `9`, `a` to `f`, `A` to `F`.
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 97 < 6 }
  /// True for ASCII letters and `_`.
  var isLetter: Bool { (self | 0x20) &- 97 < 26 || self == UInt8(ascii: "_") }
  /// True for what may continue a name.
  var isNamePart: Bool { isLetter || isDigit || self == UInt8(ascii: "$") || self == UInt8(ascii: ".") }
  /// The value of a hexadecimal digit, or nil.
  var hexValue: UInt8? {
    if isDigit { return self - 48 }
    return isHexDigit ? (self | 0x20) - 87 : nil
  }
}
