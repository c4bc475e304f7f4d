/// Reads strict JSON: no repeated names, no trailing commas, no invalid UTF-8, no nesting past 32.
struct JSONScanner {
  let bytes: ArraySlice<UInt8>
  var position: Int
  private var depth = 0

  /// Reads one value and the white space to the end.
  static func value(of bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var scanner = JSONScanner(bytes)
    let value = try scanner.scanValue()
    scanner.skipSpace()
    guard scanner.current == nil else { throw scanner.failure("nothing may follow the value") }
    return value
  }

  private init(_ bytes: ArraySlice<UInt8>) { (self.bytes, position) = (bytes, bytes.startIndex) }

  /// An error at the present place.
  func failure(_ message: String) -> JSONError {
    JSONError(position: position - bytes.startIndex, message: message)
  }

  // MARK: - Values

  private mutating func scanValue() throws(JSONError) -> JSONValue {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return .object(try scanObject())
    case UInt8(ascii: "["): return .array(try scanArray())
    case UInt8(ascii: "\""): return .string(try scanString())
    case UInt8(ascii: "t"): return try scanWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try scanWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try scanWord("null", .null)
    default: return .number(try scanNumber())
    }
  }

  private mutating func scanObject() throws(JSONError) -> [JSONValue.Member] {
    var (members, names): ([JSONValue.Member], Set<String>) = ([], [])
    try scanList(from: "{", to: "}") { (scanner) throws(JSONError) in
      scanner.skipSpace()
      let name = try scanner.scanString()
      guard names.insert(name).inserted else { throw scanner.failure("the name \"\(name)\" is given twice") }
      try scanner.expect(":")
      members.append(JSONValue.Member(name: name, value: try scanner.scanValue()))
    }
    return members
  }

  private mutating func scanArray() throws(JSONError) -> [JSONValue] {
    var values: [JSONValue] = []
    try scanList(from: "[", to: "]") { (scanner) throws(JSONError) in values.append(try scanner.scanValue()) }
    return values
  }

  private mutating func scanList(
    from open: Unicode.Scalar, to close: Unicode.Scalar,
    _ element: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(open)
    depth += 1
    defer { depth -= 1 }
    guard depth <= 32 else { throw failure("values are nested deeper than 32") }
    if take(close) { return }
    repeat { try element(&self) } while take(",")
    try expect(close)
  }

  private mutating func scanWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("expected \(word)") }
    position += word.utf8.count
    return value
  }

  private mutating func scanNumber() throws(JSONError) -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let isZero = current == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0 else { throw failure("expected a value") }
    guard !isZero || digits == 1 else { throw failure("a number must not begin with 0") }
    if current == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() > 0 else { throw failure("expected digits after the point") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() > 0 else { throw failure("expected digits in the exponent") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  // MARK: - Bytes

  var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position - start
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    guard take(character) else { throw failure("expected '\(character)'") }
  }
}
