/// Where the rows of a kernel fit, all together: it decides what is fast.
package enum SizeRegime: String, Hashable, Sendable, CaseIterable, Codable {
  /// Within the last cache before memory.
  case withinCaches = "within-caches"
  /// Beyond it.
  case beyondCaches = "beyond-caches"

  /// The regime of so many rows, each of which reads and writes so many bytes.
  package init(
    rows: Int, bytesPerRow: Int, lastCacheByteCount: Int = Processor.current.lastCacheByteCount
  ) {
    self =
      bytesPerRow > 0 && rows > lastCacheByteCount / bytesPerRow ? .beyondCaches : .withinCaches
  }

  /// The regime in words.
  package var words: String {
    switch self {
    case .withinCaches: "within the caches"
    case .beyondCaches: "beyond the caches"
    }
  }
}
