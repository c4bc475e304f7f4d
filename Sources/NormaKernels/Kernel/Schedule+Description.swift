extension Schedule: CustomStringConvertible {
  /// The choices, a line each.
  public var description: String {
    """
    rows to come: \(prefetchWords)
    rows at once: \(pairWords)
    outputs: \(streamingWords)
    loops: \(unroll.map { $0 == 1 ? "not unrolled" : "\($0) turns at once" } ?? "unrolled as the compiler sees fit")
    """
  }

  private var prefetchWords: String {
    guard let prefetch else { return "left to the processor" }
    let passes =
      switch prefetch.pass {
      case .first: "the first pass"
      case .last: "the last pass"
      case .mostlyLast: "the last pass, every fourth line in the first"
      case .allButLast: "the passes before the last"
      }
    return "the row \(prefetch.distance) ahead is asked for in \(passes)"
  }

  private var pairWords: String {
    switch pairs {
    case .never: "one"
    case .whereCached: "several, and one where not all rows stay in the last cache"
    case .always: "several"
    }
  }

  private var streamingWords: String {
    switch streaming {
    case .bySize: "past the caches where not all rows stay in the last one"
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
    let pairs = pairs == .never ? nil : "pairs \(pairs.rawValue)"
    return [prefetch, streaming, unroll.map { "unroll \($0)" }, pairs].compactMap { $0 }.joined(
      separator: ", ")
  }
}
