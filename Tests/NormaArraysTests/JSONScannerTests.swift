import Testing

@testable import NormaArrays

struct JSONScannerTests {
  static func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONScanner.value(of: Array(text.utf8)[...])
  }

  @Test func `values of every kind are read`() throws {
    #expect(
      try Self.read(#" {"a": [1, -0.5e+3, true, false, null], "b": {}, "c": []} "#)
        == .object([
          .init(
            name: "a",
            value: .array([.number("1"), .number("-0.5e+3"), .boolean(true), .boolean(false), .null])),
          .init(name: "b", value: .object([])), .init(name: "c", value: .array([])),
        ]))
    #expect(try Self.read(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀é"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", "1e", "-", "+1", ".5", "nul", "\"",
    "\"\n\"",
    #""\x""#, #""\u12""#, #""\uD800""#, #""\uDC00""#, #""\uD800\u0041""#, "1 2", "{\"a\":1,\"a\":2}", "NaN",
    String(repeating: "[", count: 100_000),
  ])
  func `text that is not strict JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try Self.read(text) }
  }

  @Test func `strings that are not UTF-8 are refused`() {
    #expect(throws: JSONError(position: 3, message: "a string is not UTF-8")) {
      try JSONScanner.value(of: [0x22, 0xFF, 0x22][...])
    }
  }

  @Test(arguments: ["plain", "\"\\/", "\u{0}\u{1F}\n", "é😀"])
  func `written strings read back`(text: String) throws {
    #expect(try Self.read(JSONValue.text(text)) == .string(text))
  }
}
