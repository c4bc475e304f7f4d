internal import NormaKernels
internal import NormaRewriting
internal import StableHLO

extension Explanation {
  /// All stages for people.
  var text: String {
    let style = Style.onOutput
    let stages = Stage.allCases.map { stage in
      let remark = remark(on: stage)
      return style.bold(stage.rawValue.padded(to: 9)) + (remark.isEmpty ? "" : "  \(remark)") + "\n"
        + passes(before: stage) + indented(raw(stage))
    }
    return style.bold(subject) + "\n\n" + stages.joined(separator: "\n")
  }

  /// What a stage amounts to, in a line.
  private func remark(on stage: Stage) -> String {
    switch stage {
    case .traced: OpCounts(traced).description
    case .rewritten:
      "\(OpCounts(rewritten.module)), after \(counted(rewritten.records.count, "pass", "passes"))"
    case .plan: counted(plan.steps.count, "step", "steps")
    case .kernel: kernels.isEmpty ? "none" : traffic
    case .schedule: kernels.isEmpty ? "none" : "no choice here changes a bit of a result"
    case .source: kernels.isEmpty ? "none" : "C, compiled once for this machine"
    }
  }

  private var traffic: String {
    let traffic = kernels.map { $0.kernel.traffic(rows: $0.rows) }
    let (read, written) = (
      traffic.reduce(0) { $0 + $1.bytesRead }, traffic.reduce(0) { $0 + $1.bytesWritten }
    )
    let operations = traffic.reduce(0) { $0 + $1.operations }
    return
      "\(Figure.bytes(read)) read, \(Figure.bytes(written)) written, \(Figure.count(operations)) operations"
  }

  /// The passes that changed something, each with what it does and what it changed.
  private func passes(before stage: Stage) -> String {
    guard stage == .rewritten else { return "" }
    let style = Style.onOutput
    return rewritten.records.map { record in
      """
        \(record.name)
          \(style.faint(record.summary))
          \(change(record.before, record.after))

      """
    }.joined() + (rewritten.records.isEmpty ? "" : "\n")
  }

  private func change(_ before: OpCounts, _ after: OpCounts) -> String {
    let parts = [
      ("reduces", before.reduces, after.reduces), ("broadcasts", before.broadcasts, after.broadcasts),
      ("operations", before.all, after.all),
    ]
    return parts.map { name, before, after in
      before == after ? "\(before) \(name)" : "\(before) -> \(after) \(name)"
    }.joined(separator: ", ")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(Figure.count(count)) \(count == 1 ? one : many)"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}
