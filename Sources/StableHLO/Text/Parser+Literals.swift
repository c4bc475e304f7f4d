internal import NormaArrays

extension Parser {
  /// `dense<...> : tensor<...>`.
  mutating func literal() throws(ParseError) -> Literal {
    guard take(word: "dense") else {
      let advice = at(word: "dense_resource") ? "dialect resources are not supported" : nil
      throw unexpected("`dense<...>`", advice: advice)
    }
    guard at("<") else { throw unexpected("`<`") }
    let start = token.range.upperBound
    let end = try endOfElements(from: start)
    move(to: end + 1)
    try expect(":")
    let type = try tensorType()
    var reader = ElementReader(lexer.bytes, start..<end, type)
    do throws(ElementError) {
      return Literal(type, try reader.elements())
    } catch {
      throw self.error(
        at: error.offset, expected: error.expected, found: element(at: error.offset, before: end))
    }
  }

  /// The `>` that closes the elements.
  private mutating func endOfElements(from start: Int) throws(ParseError) -> Int {
    let end = lexer.bytes[start...].firstIndex { !$0.isElementPart } ?? lexer.bytes.count
    guard end < lexer.bytes.count, lexer.bytes[end] == UInt8(ascii: ">") else {
      move(to: end)
      throw unexpected("`>` after the elements")
    }
    return end
  }

  private func element(at offset: Int, before end: Int) -> String {
    guard offset < end else { return "the end of the elements" }
    var stop = offset + 1
    while stop < end, !lexer.bytes[stop].endsElement { stop += 1 }
    return "`" + shortened(text(offset..<stop)) + "`"
  }
}

extension UInt8 {
  /// True for what may stand between `dense<` and `>`.
  var isElementPart: Bool {
    isHexDigit || endsElement || isLetter || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "+") || self == UInt8(ascii: "\"")
  }

  /// True for white space, `,`, `[` and `]`.
  var endsElement: Bool {
    self <= 32 || self == UInt8(ascii: ",") || self == UInt8(ascii: "]") || self == UInt8(ascii: "[")
  }
}
