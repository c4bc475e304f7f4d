extension Plugin {
  /// A version that the plugin tells of: `stablehlo_current_version`, for example, as `1.13.3`; nil if it does not.
  package func versionAttribute(_ name: String) -> String? {
    guard let found = try? call(.pluginAttributes, [0, 0]) else { return nil }
    let memory = CallMemory()
    var address = found[0]
    for _ in 0..<found[1] {
      // A named value: its size, extensions; name and length, kind, the value or its address, and how many.
      let words = memory.words(at: address, count: 7)
      if memory.string(at: words[2], count: words[3]) == name, let kind = Kind(rawValue: words[4] & 0xff) {
        return kind.text(memory, words[5], Int(words[6]))
      }
      address += words[0]
    }
    return nil
  }

  /// The kinds of value that a version may be.
  private enum Kind: UInt {
    case text = 0
    case integer = 1
    case integers = 2

    func text(_ memory: borrowing CallMemory, _ value: UInt, _ count: Int) -> String {
      switch self {
      case .text: memory.string(at: value, count: UInt(count))
      case .integer: "\(Int(bitPattern: value))"
      case .integers: memory.words(at: value, count: count).map { "\($0)" }.joined(separator: ".")
      }
    }
  }
}
