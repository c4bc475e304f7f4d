package import NormaKernels
package import NormaRuntime

/// One schedule while a kernel is tuned.
package struct TuningCandidate: Hashable, Sendable {
  /// Where it stands.
  package enum State: Hashable, Sendable {
    /// Not compiled yet.
    case waiting
    /// Compiled and right, not timed yet.
    case ready
    /// Timed, and where it stands in the tournament.
    case timed(Tournament.Standing)
    /// Not compiled, or with results of other bits: why.
    case failed(String)
  }

  /// The schedule.
  package let schedule: Schedule
  /// Where it stands.
  package var state = State.waiting
  /// The median of its times so far.
  package var seconds: Double?
  /// How many times as fast as the cost model's schedule it was, and which share of the limit's speed it reached:
  /// medians over the rounds that both were timed in.
  package var speedup: Double?, ofLimit: Double?

  /// True while it is timed.
  package var isIn: Bool { if case .timed(let standing) = state { standing.isIn } else { false } }
}

/// What is known of a kernel while it is tuned, and in the end.
package struct TuningResult: Sendable {
  /// The kernel and its rows.
  package let step: KernelStep
  /// The size that it is tuned for.
  package let regime: SizeRegime
  /// The schedules, that of the cost model first.
  package internal(set) var candidates: [TuningCandidate]
  /// The rounds so far.
  package internal(set) var rounds = 0
  /// The limit: the faster loop that moves as many bytes in as many streams, by its median.
  package internal(set) var limit: (title: String, seconds: Double)?
  /// The position of the winner, once there is one.
  package internal(set) var winner: Int?
  init(_ step: KernelStep, candidates: [Schedule]) {
    self.step = step
    regime = SizeRegime(rows: step.rows, bytesPerRow: step.kernel.bytesPerRow)
    self.candidates = candidates.map { TuningCandidate(schedule: $0) }
  }

  /// The winner.
  package var tuned: TuningCandidate? { winner.map { candidates[$0] } }

  /// The bytes of every input and output once.
  package var byteCount: Int { step.kernel.traffic(rows: step.rows).bytes }

  /// The candidates that did not compile, or computed other bits.
  package var failures: [(schedule: Schedule, problem: String)] {
    candidates.compactMap { candidate in
      if case .failed(let problem) = candidate.state { (candidate.schedule, problem) } else { nil }
    }
  }

  /// Takes over how far a tournament is, and the limit's times in the same rounds.
  mutating func update(from tournament: Tournament, limit: (title: String, seconds: [Double])?) {
    rounds = tournament.rounds
    self.limit = limit.map { ($0.title, Statistics($0.seconds).median) }
    for place in candidates.indices where !tournament.seconds[place].isEmpty {
      let seconds = tournament.seconds[place]
      candidates[place].seconds = Statistics(seconds).median
      candidates[place].state = .timed(tournament.standings[place])
      candidates[place].speedup = tournament.ratio(of: 0, to: place)
      candidates[place].ofLimit = limit.map { limit in
        Statistics(zip(limit.seconds, seconds).map { $0 / $1 }).median
      }
    }
  }
}
