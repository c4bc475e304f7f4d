extension JSONScanner {
  /// A string with its escapes resolved.
  mutating func scanString() throws(JSONError) -> String {
    guard current == UInt8(ascii: "\"") else { throw failure("expected a string") }
    position += 1
    var content: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw failure("a string is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): content += try scanEscape()
      case 0..<0x20: throw failure("a string holds an unescaped control character")
      default: content.append(byte)
      }
    }
    throw failure("a string has no end")
  }

  private mutating func scanEscape() throws(JSONError) -> [UInt8] {
    guard let byte = current else { throw failure("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scanScalar())).utf8)
    default: throw failure("a string holds an unknown escape")
    }
  }

  /// The scalar of `\uXXXX`, or of a surrogate pair of two of them.
  private mutating func scanScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try scanHex()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else {
      throw failure("a string holds half a surrogate pair")
    }
    position += 2
    let second = try scanHex()
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("a string holds half a surrogate pair") }
    return scalar
  }

  private mutating func scanHex() throws(JSONError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    let isHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard digits.count == 4, isHex, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw failure("expected four hexadecimal digits")
    }
    position += 4
    return code
  }
}
