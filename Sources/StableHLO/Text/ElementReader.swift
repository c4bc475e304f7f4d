internal import NormaArrays

/// What is wrong with the elements of a constant, and where.
struct ElementError: Error {
  /// The byte it is about.
  let offset: Int
  /// What had to stand there.
  let expected: String
}

/// Reads what stands between `dense<` and `>`: one element for all, nested lists, or bytes in a string.
///
/// The memory it takes is bounded by the length of the text, never by the size of the type.
struct ElementReader {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let type: TensorType
  private var cursor: Int

  /// A reader of the elements in a range of a text.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ type: TensorType) {
    (self.bytes, self.range, self.type) = (bytes, range, type)
    cursor = range.lowerBound
  }

  /// The elements.
  mutating func elements() throws(ElementError) -> Literal.Elements {
    skipBlanks()
    let result = try start()
    skipBlanks()
    guard cursor == range.upperBound else { throw expected("`>`") }
    return result
  }

  private mutating func start() throws(ElementError) -> Literal.Elements {
    guard cursor < range.upperBound else {
      guard type.elementCount == 0 else { throw expected("\(type.elementCount) elements") }
      return .dense([])
    }
    if bytes[cursor] == UInt8(ascii: "\"") { return try packedBytes() }
    if bytes[cursor] == UInt8(ascii: "[") { return .dense(try nestedLists()) }
    return .splat(try element())
  }

  // MARK: - Lists

  private mutating func nestedLists() throws(ElementError) -> [UInt8] {
    let extents = type.shape.dimensions
    var counts: [Int] = []
    var packed: [UInt8] = []
    packed.reserveCapacity(min(type.byteCount, range.count * type.scalar.byteCount))
    repeat {
      skipBlanks()
      if let count = counts.last, count == extents[counts.count - 1] {
        try closeList(&counts, count)
      } else {
        try openItem(&counts, extents, &packed)
      }
    } while !counts.isEmpty
    return packed
  }

  private mutating func closeList(_ counts: inout [Int], _ count: Int) throws(ElementError) {
    guard take(UInt8(ascii: "]")) else {
      throw expected("`]`: axis \(counts.count - 1) has \(count) entries")
    }
    counts.removeLast()
    if !counts.isEmpty { counts[counts.count - 1] += 1 }
  }

  private mutating func openItem(
    _ counts: inout [Int], _ extents: [Int], _ packed: inout [UInt8]
  ) throws(ElementError) {
    if let count = counts.last, count > 0 {
      guard take(UInt8(ascii: ",")) else {
        throw expected("`,`: axis \(counts.count - 1) has \(extents[counts.count - 1]) entries")
      }
      skipBlanks()
    }
    if counts.count < extents.count {
      guard take(UInt8(ascii: "[")) else { throw expected("`[`: the type has \(extents.count) axes") }
      counts.append(0)
    } else {
      guard !counts.isEmpty else { throw expected("one element: the type has no axes") }
      append(try element(), type.scalar.byteCount, to: &packed)
      counts[counts.count - 1] += 1
    }
  }

  private func append(_ bits: UInt64, _ size: Int, to packed: inout [UInt8]) {
    var rest = bits
    for _ in 0..<size {
      packed.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  // MARK: - Elements

  private mutating func element() throws(ElementError) -> UInt64 {
    var end = cursor
    while end < range.upperBound, !bytes[end].endsElement { end += 1 }
    let word = cursor..<end
    guard !word.isEmpty, let bits = ScalarText.bits(of: bytes, word, type.scalar) else {
      throw expected("an element of type \(type.scalar)")
    }
    cursor = end
    return bits
  }

  /// `"0x..."`: the bytes of all elements, or of one that stands for all. Booleans take a byte each, or a
  /// bit each as older printers write them.
  private mutating func packedBytes() throws(ElementError) -> Literal.Elements {
    let start = cursor
    let digits = try hexDigits()
    var packed: [UInt8] = []
    packed.reserveCapacity(digits.count / 2)
    for position in stride(from: digits.lowerBound, to: digits.upperBound, by: 2) {
      guard let high = bytes[position].hexValue, let low = bytes[position + 1].hexValue else {
        throw ElementError(offset: position, expected: "two hexadecimal digits")
      }
      packed.append(high << 4 | low)
    }
    if type.scalar == .i1 { packed = try booleans(packed, at: start) }
    if packed.count == type.byteCount { return .dense(packed) }
    guard packed.count == type.scalar.byteCount else {
      throw ElementError(offset: start, expected: "\(type.byteCount) bytes for \(type)")
    }
    return .splat(packed.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  private mutating func hexDigits() throws(ElementError) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    guard let end = bytes[(cursor + 1)..<range.upperBound].firstIndex(of: quote) else {
      throw expected("a string with its closing `\"`")
    }
    let digits = (cursor + 1)..<end
    guard digits.count >= 2, digits.count.isMultiple(of: 2), bytes[digits].starts(with: "0x".utf8) else {
      throw expected("`\"0x` and two digits for each byte")
    }
    cursor = end + 1
    return (digits.lowerBound + 2)..<end
  }

  private func booleans(_ packed: [UInt8], at offset: Int) throws(ElementError) -> [UInt8] {
    let count = type.elementCount
    if packed.count == count, packed.allSatisfy({ $0 <= 1 }) { return packed }
    if packed.count == 1, packed[0] == 0 || packed[0] == 255 { return [packed[0] & 1] }
    guard packed.count == count / 8 + (count % 8 == 0 ? 0 : 1) else {
      throw ElementError(offset: offset, expected: "a byte or a bit for each of \(count) booleans")
    }
    return (0..<count).map { packed[$0 / 8] >> UInt8($0 % 8) & 1 }
  }

  // MARK: - Bytes

  private func expected(_ what: String) -> ElementError { ElementError(offset: cursor, expected: what) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard cursor < range.upperBound, bytes[cursor] == byte else { return false }
    cursor += 1
    return true
  }

  private mutating func skipBlanks() {
    while cursor < range.upperBound, bytes[cursor] <= 32 { cursor += 1 }
  }
}
