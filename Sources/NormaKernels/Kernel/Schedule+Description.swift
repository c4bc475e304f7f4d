extension Schedule: CustomStringConvertible {
  /// The choices, a line each.
  public var description: String {
    """
    rows to come: \(prefetchWords)
    outputs: \(streamingWords)
    loops: \(unroll.map { $0 == 1 ? "not unrolled" : "\($0) turns at once" } ?? "unrolled as the compiler sees fit")
    """
  }

  private var prefetchWords: String {
    guard let prefetch else { return "left to the processor" }
    return "the row \(prefetch.distance) ahead is asked for in the \(prefetch.pass.rawValue) pass"
  }

  private var streamingWords: String {
    switch streaming {
    case .bySize: "past the caches where all rows together exceed the last one"
    case .never: "through the caches"
    case .always: "past the caches"
    }
  }
}

extension Schedule {
  /// The choices in a few words, for a line of a table.
  package var summary: String {
    let prefetch = prefetch.map { "prefetch \($0.distance) \($0.pass.rawValue)" } ?? "no prefetch"
    let streaming = streaming == .bySize ? "streams by size" : "streams \(streaming.rawValue)"
    return [prefetch, streaming, unroll.map { "unroll \($0)" }].compactMap { $0 }.joined(separator: ", ")
  }
}
