internal import NormaKernels
internal import NormaMeasurement
internal import NormaRuntime

extension TuneReport {
  /// The report for machines: seconds, bytes; `speedup` is the cost model's time over the tuned one's.
  struct Values: Encodable {
    let subject: String, date: String, processor: String, mode: String, threads: Int, file: String
    let speedup: Double
    let kernels: [KernelValues]
  }

  /// One kernel.
  struct KernelValues: Encodable {
    let name: String, identity: String, width: Int, rows: Int, bytes: Int, regime: String, rounds: Int
    let limit: LimitValues?
    let heuristic: CandidateValues, tuned: CandidateValues?
    let speedup: Double
    let candidates: [CandidateValues]
  }

  struct LimitValues: Encodable {
    let title: String, seconds: Double
  }

  /// One schedule.
  struct CandidateValues: Encodable {
    let schedule: Schedule
    let summary: String, state: String, problem: String?
    let medianSeconds: Double?, ofLimit: Double?, speedup: Double?
  }

  /// The values of this report.
  var values: Values {
    Values(
      subject: subject, date: date, processor: Processor.current.model, mode: mode.rawValue,
      threads: threads, file: file, speedup: speedup, kernels: results.map(\.values))
  }
}

extension TuningResult {
  fileprivate var values: TuneReport.KernelValues {
    let all = candidates.indices.map(values)
    return TuneReport.KernelValues(
      name: step.kernel.name, identity: step.kernel.identity, width: step.kernel.width, rows: step.rows,
      bytes: byteCount, regime: regime.rawValue, rounds: rounds,
      limit: limit.map { TuneReport.LimitValues(title: $0.title, seconds: $0.seconds) }, heuristic: all[0],
      tuned: winner.map { all[$0] }, speedup: tuned?.speedup ?? 1, candidates: all)
  }

  private func values(of place: Int) -> TuneReport.CandidateValues {
    let candidate = candidates[place]
    let problem: String? = if case .failed(let words) = candidate.state { words } else { nil }
    return TuneReport.CandidateValues(
      schedule: candidate.schedule, summary: candidate.schedule.summary, state: word(for: place),
      problem: problem, medianSeconds: candidate.seconds, ofLimit: candidate.ofLimit,
      speedup: candidate.speedup)
  }
}
