internal import ArgumentParser
internal import NormaKernels
internal import NormaRewriting
internal import NormaRuntime
internal import StableHLO

/// The stages of one program, each a value.
struct Explanation {
  /// The stages in order.
  enum Stage: String, CaseIterable, ExpressibleByArgument {
    case traced, rewritten, plan, kernel, schedule, source
  }

  /// The layer and its input, or the program's file.
  let subject: String
  /// The program as it was written.
  let traced: Module
  /// The program after the passes, and what each did.
  let rewritten: RewrittenModule
  /// The steps that run.
  let plan: Plan

  /// Takes a program through all stages.
  init(of module: Module, named subject: String, rewrittenBy pipeline: Pipeline) throws {
    (self.subject, traced) = (subject, module)
    rewritten = try pipeline(module)
    guard let main = rewritten.module.function(named: "main") else {
      throw Failure(module.withoutMain(at: subject))
    }
    plan = Plan(fusing: main)
  }

  /// The steps that are kernels.
  var kernels: [KernelStep] {
    plan.steps.compactMap { step in
      if case .kernel(let kernel) = step { kernel } else { nil }
    }
  }

  /// The text of a stage without ornament: a program for `traced` and `rewritten`, C for `source`.
  func raw(_ stage: Stage) -> String {
    switch stage {
    case .traced: traced.text
    case .rewritten: rewritten.module.text
    case .plan: stepTable
    case .kernel: kernels.map { $0.kernel.description + "\n" }.joined(separator: "\n")
    case .schedule:
      kernels.map { step in
        let choice = choice(for: step)
        return named(step, "chosen: \(choice.words)\n\(choice.schedule)")
      }.joined(separator: "\n")
    case .source:
      kernels.map { $0.kernel.source(schedule: choice(for: $0).schedule).text }.joined(separator: "\n")
    }
  }

  /// The schedule that a kernel of the plan is run with on this machine.
  private func choice(for step: KernelStep) -> ScheduleChoice { TunedSchedules.current.choice(for: step) }

  private func named(_ step: KernelStep, _ text: String) -> String {
    kernels.count == 1 ? text + "\n" : "\(step.kernel.name)\n\(text)\n"
  }
}
