internal import NormaKernels
internal import NormaRewriting
internal import StableHLO

extension Explanation {
  /// The explanation for machines.
  struct Values: Encodable {
    let subject: String
    let stages: [StageValues]
  }

  /// One stage.
  struct StageValues: Encodable {
    let name: String
    let text: String
    let counts: Counts?
    let passes: [PassValues]?
    let kernels: [KernelValues]?
  }

  /// How many operations a program has.
  struct Counts: Encodable {
    let reduces: Int, broadcasts: Int, all: Int

    init(_ counts: OpCounts) {
      (reduces, broadcasts, all) = (counts.reduces, counts.broadcasts, counts.all)
    }
  }

  /// A pass that changed something, and the program after it.
  struct PassValues: Encodable {
    let name: String, summary: String, before: Counts, after: Counts, text: String
  }

  /// What a kernel moves and computes.
  struct KernelValues: Encodable {
    let name: String, width: Int, rows: Int, bytesRead: Int, bytesWritten: Int, operations: Int
  }

  /// The values of one stage, or of all.
  func values(of stage: Stage?) -> Values {
    Values(subject: subject, stages: (stage.map { [$0] } ?? Stage.allCases).map(values))
  }

  private func values(of stage: Stage) -> StageValues {
    let counts: Counts? =
      switch stage {
      case .traced: Counts(OpCounts(traced))
      case .rewritten: Counts(OpCounts(rewritten.module))
      case .plan, .kernel, .schedule, .source: nil
      }
    return StageValues(
      name: stage.rawValue, text: raw(stage), counts: counts,
      passes: stage == .rewritten ? rewritten.records.map(values) : nil,
      kernels: stage == .kernel ? kernels.map(values) : nil)
  }

  private func values(of record: PassRecord) -> PassValues {
    PassValues(
      name: record.name, summary: record.summary, before: Counts(record.before), after: Counts(record.after),
      text: record.module.text)
  }

  private func values(of step: KernelStep) -> KernelValues {
    let traffic = step.kernel.traffic(rows: step.rows)
    return KernelValues(
      name: step.kernel.name, width: step.kernel.width, rows: step.rows, bytesRead: traffic.bytesRead,
      bytesWritten: traffic.bytesWritten, operations: traffic.operations)
  }
}
