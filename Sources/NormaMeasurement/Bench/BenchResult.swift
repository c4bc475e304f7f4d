/// What a bench found of one case.
package struct BenchResult: Sendable {
  /// The case.
  package let bench: BenchCase
  /// The limit: the faster of the copies or sums, by its median.
  package let limit: (title: String, seconds: Double)?
  /// The implementations, Norma first.
  package let lines: [BenchLine]

  /// The line of Norma.
  package var norma: BenchLine? { lines.first }

  /// The fastest peer in a way.
  package func fastestPeer(_ way: Way) -> BenchLine? {
    lines.dropFirst().filter { $0.timings[way] != nil }
      .min { ($0.seconds(way) ?? .infinity) < ($1.seconds(way) ?? .infinity) }
  }

  /// Billions of bytes a second, each byte of the case counted once.
  package func gigabytesPerSecond(_ seconds: Double) -> Double {
    Bandwidth(bytes: bench.byteCount, seconds: seconds).gigabytesPerSecond
  }

  /// The limit's rate.
  package var limitGigabytesPerSecond: Double? { limit.map { gigabytesPerSecond($0.seconds) } }
}

/// What a bench found of one implementation in one case.
package struct BenchLine: Hashable, Sendable {
  /// What it is called.
  package let title: String
  /// What was measured, by the ways in which it can be run.
  package var timings: [Way: BenchTiming] = [:]
  /// Why something was not measured.
  package var problem: String?

  /// The median of a way.
  package func seconds(_ way: Way) -> Double? { timings[way]?.seconds.median }
  /// The median of the faster way.
  package var bestSeconds: Double? { timings.values.map(\.seconds.median).min() }
  /// True where every result was within what is allowed.
  package var holds: Bool { timings.values.allSatisfy { $0.judgement?.holds ?? true } }
}

/// The times of one way.
package struct BenchTiming: Hashable, Sendable {
  /// Seconds of a call.
  package let seconds: Statistics
  /// How right the last result was; nil where none was handed out.
  package var judgement: Judgement?
}
