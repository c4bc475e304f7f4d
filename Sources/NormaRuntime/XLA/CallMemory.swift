/// What a call to a plugin points to: lists of 64-bit words, at addresses that hold until this value goes.
///
/// Every structure of the PJRT C API is a row of 64-bit words: sizes, addresses and handles are, and each of the
/// few 32-bit numbers stands alone in its word, on the little-endian machines that Norma runs on.
@safe struct CallMemory: ~Copyable {
  /// The words that a structure has past the fields known here.
  ///
  /// A plugin refuses structures smaller than its own, and reads no further than its own. With zeros behind the
  /// known fields it finds those that a later version added, and takes them as not given.
  private static let tail = 16

  private var lists: [UnsafeMutableBufferPointer<UInt>] = unsafe []

  deinit {
    unsafe lists.forEach { unsafe $0.deallocate() }
  }

  /// Keeps a list of words; its address.
  mutating func address(of words: [UInt]) -> UInt {
    let list = UnsafeMutableBufferPointer<UInt>.allocate(capacity: max(1, words.count))
    _ = unsafe list.initialize(fromContentsOf: words)
    unsafe lists.append(list)
    return UInt(bitPattern: list.baseAddress)
  }

  /// Keeps a structure: its size in bytes, no extensions, and its fields; its address.
  mutating func address(ofFields fields: [UInt]) -> UInt {
    let size = 8 * (2 + fields.count + Self.tail)
    return address(of: [UInt(size), 0] + fields + Array(repeating: 0, count: Self.tail))
  }

  /// Keeps bytes; their address and count.
  mutating func text(_ bytes: [UInt8]) -> (address: UInt, count: UInt) {
    let words = [UInt](repeating: 0, count: (bytes.count + 7) / 8)
    let address = address(of: words)
    if let last = unsafe lists.last, !bytes.isEmpty {
      unsafe UnsafeMutableRawBufferPointer(last).copyBytes(from: bytes)
    }
    return (address, UInt(bytes.count))
  }

  /// The words that stand at an address in this memory, or in a plugin's.
  func words(at address: UInt, count: Int) -> [UInt] {
    guard count > 0, let start = unsafe UnsafePointer<UInt>(bitPattern: address) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The fields of a structure that stands at an address.
  func fields(at address: UInt, count: Int) -> [UInt] { words(at: address + 16, count: count) }

  /// The characters that a plugin keeps at an address.
  func string(at address: UInt, count: UInt) -> String {
    guard let start = unsafe UnsafeRawPointer(bitPattern: address) else { return "" }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: Int(count)), as: UTF8.self)
  }
}
