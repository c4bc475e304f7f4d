/// Where the rows of a kernel fit, all together: it decides what is fast.
package enum SizeRegime: String, Hashable, Sendable, CaseIterable, Codable {
  /// Within the last cache before memory, with room for what else lives there.
  case withinCaches = "within-caches"
  /// Beyond it.
  case beyondCaches = "beyond-caches"

  /// The bytes that stay in a last cache of so many: five eighths. More are evicted by one another and by what other cores
  /// do before they are met again. Measured on two cores that share 32 MiB with others, cycles for sixteen elements of an
  /// RMSNorm in f32, through the caches and past them: 17 MB 3.7 and 4.8, 21 MB 10.6 and 5.5, 25 MB 11.0 and 5.5, 33 MB
  /// 6.6 and 4.6.
  package static func byteCount(stayingIn lastCacheByteCount: Int) -> Int { lastCacheByteCount / 8 * 5 }

  /// The regime of so many rows, each of which reads and writes so many bytes.
  package init(
    rows: Int, bytesPerRow: Int, lastCacheByteCount: Int = Processor.current.lastCacheByteCount
  ) {
    let byteCount = Self.byteCount(stayingIn: lastCacheByteCount)
    self = bytesPerRow > 0 && rows > byteCount / bytesPerRow ? .beyondCaches : .withinCaches
  }

  /// The regime in words.
  package var words: String {
    switch self {
    case .withinCaches: "within the caches"
    case .beyondCaches: "beyond the caches"
    }
  }
}
