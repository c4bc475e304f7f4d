package import NormaKernels

/// What the tuner found for one kernel at one size: an entry of the file.
package struct TunedKernel: Hashable, Sendable, Codable {
  /// `RowKernel.identity`.
  package var kernel: String
  /// The size that it was found at, and holds for.
  package var regime: SizeRegime
  /// The fastest schedule.
  package var schedule: Schedule
  /// The share of the limit's speed that it reached; nil where the limit could not be measured.
  package var ofLimit: Double?
  /// How many times as fast as the schedule of the cost model it was.
  package var speedup: Double
  /// What was measured: rows and threads.
  package var rows: Int, threads: Int
  /// When it was measured, as ISO 8601 has it.
  package var date: String
  /// The kernel for people to read, line by line.
  package var description: [String]

  /// An entry for a kernel, which is described in it.
  package init(
    _ kernel: RowKernel, regime: SizeRegime, schedule: Schedule, ofLimit: Double?, speedup: Double, rows: Int,
    threads: Int, date: String
  ) {
    self.kernel = kernel.identity
    (self.regime, self.schedule) = (regime, schedule)
    (self.ofLimit, self.speedup, self.rows, self.threads, self.date) = (ofLimit, speedup, rows, threads, date)
    description = kernel.description.split(separator: "\n").map(String.init)
  }
}

/// The schedule of a kernel, and who chose it.
package struct ScheduleChoice: Hashable, Sendable {
  /// How the kernel runs.
  package let schedule: Schedule
  /// What the tuner found; nil where the cost model chose.
  package let tuned: TunedKernel?

  /// Who chose, in words.
  package var words: String {
    guard let tuned else { return "by the cost model, without measuring" }
    return "by tuning, \(tuned.regime.words), on \(tuned.date.prefix(10))"
  }
}
