/// Why a text is no program: where, what was found there, and what had to stand there instead.
public struct ParseError: Error, Hashable, Sendable {
  /// The file the text came from, `<text>` where none was named.
  public let file: String
  /// The place of the offending text.
  public let position: SourcePosition
  /// The line of that place, shortened around it when it is long.
  public let line: String
  /// The characters of `line` before the offending text.
  public let caret: Int
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// What to do, where there is more to say.
  public let advice: String?

  /// The sentence without the place: `expected ..., found ...`.
  public var message: String {
    "expected \(expected), found \(found)" + (advice.map { "; \($0)" } ?? "")
  }
}

extension ParseError: CustomStringConvertible {
  /// `file:line:column: error: message`, then the line, then a caret under the offending text.
  public var description: String {
    let margin = line.prefix(caret).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(file):\(position.line):\(position.column): error: \(message)\n\(line)\n\(margin)^"
  }
}

/// The characters around a place that an error shows.
struct SourceExcerpt {
  /// At most this many characters of a line are shown.
  static let width = 120

  /// The shown part of the line.
  let line: String
  /// The characters of `line` before the place.
  let caret: Int

  /// The line of `bytes` around the byte at `offset`.
  init(of bytes: [UInt8], around offset: Int) {
    let newline = UInt8(ascii: "\n")
    var start = offset
    var end = offset
    while start > 0, bytes[start - 1] != newline, offset - start < 4 * Self.width { start -= 1 }
    while end < bytes.count, bytes[end] != newline, end - offset < 4 * Self.width { end += 1 }
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    let after = String(decoding: bytes[offset..<end], as: UTF8.self)
    let room = Self.width / 2
    let shortened = before.count > room
    let shownBefore = shortened ? "..." + before.suffix(room) : before
    line = shownBefore + (after.count > room ? after.prefix(room) + "..." : after)
    caret = shownBefore.count
  }
}
