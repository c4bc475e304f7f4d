package import NormaKernels

/// How hard the tuner looks.
package enum TuningMode: String, Hashable, Sendable, CaseIterable {
  /// The schedules that differ from the cost model's in one choice, over few rounds.
  case standard = "default"
  /// Every schedule, over as many rounds as it takes.
  case maxAutotune = "max-autotune"

  /// The schedules that take part, the cost model's first.
  package func candidates(for kernel: RowKernel) -> [Schedule] {
    switch self {
    case .standard: Schedule.neighbourhood(for: kernel)
    case .maxAutotune: Schedule.space(for: kernel)
    }
  }

  /// True where a tournament of so many rounds and seconds is long enough, though its order is not clear yet.
  func isExhausted(rounds: Int, seconds: Double) -> Bool {
    switch self {
    case .standard: rounds >= 40 || rounds >= 15 && seconds > 10
    case .maxAutotune: rounds >= 200 || rounds >= 25 && seconds > 120
    }
  }
}
