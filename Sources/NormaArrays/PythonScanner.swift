/// Reads the Python literal in a `.npy` header: a dictionary of strings, booleans and tuples of integers.
struct PythonScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let file: String

  init(_ bytes: ArraySlice<UInt8>, file: String) {
    (self.bytes, position, self.file) = (bytes, bytes.startIndex, file)
  }

  /// An error at the present place.
  func failure(_ message: String) -> ArrayError {
    ArrayError(.malformedHeader, file, "\(message) (byte \(position))")
  }

  // MARK: - Literals

  /// A whole dictionary and the white space to the header's end; `entry` reads the value of each key.
  mutating func scanDictionary(
    _ entry: (String, inout PythonScanner) throws(ArrayError) -> Void
  ) throws(ArrayError) {
    try expect("{")
    while !take("}") {
      let key = try scanString()
      try expect(":")
      try entry(key, &self)
      guard take(",") else {
        try expect("}")
        break
      }
    }
    skipSpace()
    guard position == bytes.endIndex else { throw failure("nothing may follow the header's dictionary") }
  }

  /// A string in either kind of quotes, without escapes.
  mutating func scanString() throws(ArrayError) -> String {
    skipSpace()
    guard let quote = current, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw failure("expected a string in quotes")
    }
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { throw failure("a string has no end") }
    let content = bytes[start..<end]
    guard content.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\\") }) else {
      throw failure("a string must be plain ASCII without escapes")
    }
    position = end + 1
    return String(decoding: content, as: UTF8.self)
  }

  /// The element type: a string; a list is what NumPy writes for structured types.
  mutating func scanDescriptor() throws(ArrayError) -> String {
    skipSpace()
    if current == UInt8(ascii: "[") {
      throw ArrayError(
        .unsupportedType, file, "holds structured elements; save each field as an array of its own")
    }
    return try scanString()
  }

  mutating func scanBoolean() throws(ArrayError) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw failure("expected True or False")
  }

  /// A tuple of integers; one alone needs its comma, as in Python.
  mutating func scanTuple() throws(ArrayError) -> [Int] {
    try expect("(")
    var numbers: [Int] = []
    while !take(")") {
      numbers.append(try scanInteger())
      guard take(",") else {
        guard numbers.count > 1 else {
          throw failure("expected a comma: a shape of one axis is written (n,)")
        }
        try expect(")")
        break
      }
    }
    return numbers
  }

  private mutating func scanInteger() throws(ArrayError) -> Int {
    skipSpace()
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Int(digits) else {
      position = start
      throw failure(digits.isEmpty ? "expected a whole number" : "\(digits) is not a size any memory has")
    }
    if current == UInt8(ascii: "L") { position += 1 }  // Python 2 marked long integers
    return number
  }

  // MARK: - Bytes

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || 0x09...0x0D ~= byte { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(ArrayError) {
    guard take(character) else { throw failure("expected '\(character)'") }
  }
}
