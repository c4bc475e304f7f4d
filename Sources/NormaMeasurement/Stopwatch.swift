/// Time on a clock that never goes backward, in seconds.
package enum Stopwatch {
  /// How long one call takes.
  package static func seconds(of work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// Seconds of each call, taken in turns: every round runs each once, and rounds begin with another
  /// candidate in turn, so that a machine that slows down or warms up does so for all alike. One round
  /// before the first is not counted.
  ///
  /// - Returns: for each candidate, in the order given, its name and its seconds over all rounds.
  package static func compare(
    _ candidates: [(name: String, run: () -> Void)], rounds: Int
  ) -> [(name: String, seconds: Statistics)] {
    for candidate in candidates { candidate.run() }
    var seconds = Array(repeating: [Double](), count: candidates.count)
    for round in 0..<max(1, rounds) {
      for turn in candidates.indices {
        let index = (round + turn) % candidates.count
        seconds[index].append(Self.seconds(of: candidates[index].run))
      }
    }
    return zip(candidates, seconds).map { ($0.name, Statistics($1)) }
  }
}

/// A rate of moved bytes.
package struct Bandwidth: Hashable, Sendable {
  /// Billions (1e9) of bytes a second.
  package let gigabytesPerSecond: Double

  /// So many bytes read and written in so many seconds.
  package init(bytes: Int, seconds: Double) {
    gigabytesPerSecond = seconds > 0 ? Double(bytes) / seconds / 1e9 : .infinity
  }
}
