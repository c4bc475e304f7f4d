/// Why a text is no program: where, what was found there, and what had to stand there instead.
public struct ParseError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Something else had to stand there; advice says what to do, where there is more to say.
    case unexpected(expected: String, found: String, advice: String?)
    /// The text is well formed, but no valid program.
    case violates(VerificationError)
  }

  /// The file the text came from, `<text>` where none was named.
  public let file: String
  /// The place of the offending text.
  public let position: SourcePosition
  /// The line of that place, shortened around it when it is long.
  public let line: String
  /// The characters of `line` before the offending text.
  public let caret: Int
  /// What is wrong.
  public let reason: Reason
  /// The operation in whose text the place is, as written, for example `stablehlo.compare`; `@main` in what stands
  /// around that function's body; nil elsewhere, and where the operation itself is what was found.
  public private(set) var subject: String?

  /// The sentence without the place: `expected ..., found ...`.
  public var message: String {
    switch reason {
    case .unexpected(let expected, let found, let advice):
      (subject.map { "\($0): " } ?? "") + "expected \(expected), found \(found)"
        + (advice.map { "; \($0)" } ?? "")
    case .violates(let error):
      (error.function.map { "in @\($0): " } ?? "") + (error.operation.map { "\($0) " } ?? "")
        + "(\(error.label)): \(error.reason)"
    }
  }
}

extension ParseError {
  /// The error with the operation or function it belongs to; the innermost is kept.
  func inside(_ subject: String) -> ParseError {
    var error = self
    error.subject = self.subject ?? subject
    return error
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
  /// At most this many characters are shown on either side.
  static let room = 60

  /// The shown part of the line.
  let line: String
  /// The characters of `line` before the place.
  let caret: Int

  /// The line of `bytes` around the byte at `offset`.
  init(of bytes: [UInt8], around offset: Int) {
    let newline = UInt8(ascii: "\n")
    let reach = 8 * Self.room
    let start =
      bytes[max(0, offset - reach)..<offset].lastIndex(of: newline).map { $0 + 1 } ?? max(0, offset - reach)
    let stop = min(bytes.count, offset + reach)
    let end = bytes[offset..<stop].firstIndex(of: newline) ?? stop
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    let after = String(decoding: bytes[offset..<end], as: UTF8.self)
    let shownBefore = before.count > Self.room ? "..." + before.suffix(Self.room) : before
    line = shownBefore + (after.count > Self.room ? after.prefix(Self.room) + "..." : after)
    caret = shownBefore.count
  }
}
