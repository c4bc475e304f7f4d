internal import NormaKernels
internal import NormaRewriting
internal import StableHLO

extension Explanation {
  /// The explanation for machines.
  struct Values: Encodable {
    let subject: String
    /// The counts on the way through the passes: `in`, after each pass that changed something, `out`.
    let table: [Row]?
    let stages: [StageValues]
  }

  /// A line of that table.
  struct Row: Encodable {
    let name: String, reduces: Int, reducedValues: Int, broadcasts: Int, operations: Int
  }

  /// One stage.
  struct StageValues: Encodable {
    let name: String
    let text: String
    let counts: Counts?
    let passes: [PassValues]?
    let steps: [StepValues]?
    let kernels: [KernelValues]?
  }

  /// How many operations a program has.
  struct Counts: Encodable {
    let reduces: Int, reducedValues: Int, broadcasts: Int, all: Int

    init(_ counts: OpCounts) {
      (reduces, reducedValues) = (counts.reduces, counts.reducedValues)
      (broadcasts, all) = (counts.broadcasts, counts.all)
    }
  }

  /// A pass that changed something, and the program after it.
  struct PassValues: Encodable {
    let name: String, summary: String, matches: String?, makes: String?, exactness: String
    let reasons: [ReasonValues], before: Counts, after: Counts, text: String
  }

  /// Why a pass changed something, and how often.
  struct ReasonValues: Encodable {
    let text: String, count: Int
  }

  /// What a step moves and computes; operations are not counted in the interpreter.
  struct StepValues: Encodable {
    let kind: String, description: String, bytesRead: Int, bytesWritten: Int, operations: Int?
  }

  /// What a kernel moves and computes.
  struct KernelValues: Encodable {
    let name: String, width: Int, rows: Int, bytesRead: Int, bytesWritten: Int, operations: Int
  }

  /// The values of one stage, or of all.
  func values(of stage: Stage?) -> Values {
    let rows = counts.map { name, counts in
      Row(
        name: name, reduces: counts.reduces, reducedValues: counts.reducedValues,
        broadcasts: counts.broadcasts, operations: counts.all)
    }
    return Values(
      subject: subject, table: stage ?? .rewritten == .rewritten ? rows : nil,
      stages: (stage.map { [$0] } ?? Stage.allCases).map(values))
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
      steps: stage == .plan ? stepValues : nil, kernels: stage == .kernel ? kernels.map(values) : nil)
  }

  private var stepValues: [StepValues] {
    zip(plan.steps, plan.description.split(separator: "\n")).map { step, line in
      let traffic = plan.traffic(of: step)
      return StepValues(
        kind: step.kind, description: String(line), bytesRead: traffic.bytesRead,
        bytesWritten: traffic.bytesWritten, operations: operations(of: step))
    }
  }

  private func values(of record: PassRecord) -> PassValues {
    PassValues(
      name: record.name, summary: record.summary, matches: record.law?.matches, makes: record.law?.makes,
      exactness: record.exactness.description,
      reasons: record.reasons.map { ReasonValues(text: $0.text, count: $0.count) },
      before: Counts(record.before), after: Counts(record.after), text: record.module.text)
  }

  private func values(of step: KernelStep) -> KernelValues {
    let traffic = step.kernel.traffic(rows: step.rows)
    return KernelValues(
      name: step.kernel.name, width: step.kernel.width, rows: step.rows, bytesRead: traffic.bytesRead,
      bytesWritten: traffic.bytesWritten, operations: traffic.operations)
  }
}

extension Step {
  /// The kind of step in a word, as the plan's text spells it.
  fileprivate var kind: String {
    switch self {
    case .kernel: "kernel"
    case .product: "product"
    case .movement: "movement"
    case .interpreted: "interpreter"
    }
  }
}
