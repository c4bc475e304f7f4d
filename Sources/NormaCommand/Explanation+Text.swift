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
      "\(OpCounts(rewritten.module)), after \(counted(rewritten.records.count, "change", "changes"))"
    case .plan: counted(plan.steps.count, "step", "steps")
    case .kernel: kernels.isEmpty ? "none" : counted(kernels.count, "kernel", "kernels")
    case .schedule: kernels.isEmpty ? "none" : "no choice here changes a bit of a result"
    case .source: kernels.isEmpty ? "none" : "C, compiled once for this machine"
    }
  }

  /// The counts after every pass, and what each pass does that changed something.
  private func passes(before stage: Stage) -> String {
    guard stage == .rewritten, !rewritten.records.isEmpty else { return "" }
    var known: Set<String> = []
    let records = rewritten.records.filter { known.insert($0.name).inserted }
    return indented(countTable) + "\n" + records.map(sentences).joined() + "\n"
  }

  /// What a pass does, its law, how exact it is, and why it fired in any of its runs.
  private func sentences(on pass: PassRecord) -> String {
    let runs = rewritten.records.filter { $0.name == pass.name }
    let reasons = runs.flatMap(\.reasons).map { $0.count == 1 ? $0.text : "\($0.count) times: \($0.text)" }
    let lines = [pass.law?.description, pass.exactness.description].compactMap { $0 } + reasons
    return "  \(pass.name)  \(pass.summary)\n"
      + lines.map { "    \(Style.onOutput.faint($0))\n" }.joined()
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(Figure.count(count)) \(count == 1 ? one : many)"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}
