internal import Logging
internal import NormaArrays
public import NormaKernels
public import NormaRewriting
public import StableHLO

/// What runs a program.
public enum Engine: String, Hashable, Sendable, CaseIterable {
  /// Fused kernels compiled for this machine's processor.
  case cpu
  /// The reference interpreter, operation by operation.
  case interpreter
  /// XLA, on the device of a PJRT plugin that is found at run time.
  case xla
}

/// A compiled program. It borrows the caller's arrays; between them it keeps its own memory for reuse.
///
/// A class because it owns loaded code. Calls from several threads at once are allowed.
public final class Executable: Sendable {
  /// The program as it was given.
  public let module: Module
  /// The types of the arguments and the results.
  public let argumentTypes: [TensorType], resultTypes: [TensorType]
  /// The plan behind `Engine.cpu`, or nil where the interpreter or XLA runs the program.
  public let plan: Plan?
  /// What runs the program: `interpreter` where `cpu` was asked for and there is no C compiler.
  public let engine: Engine
  /// How rows are spread over threads.
  package let parallelism: RowParallelism

  let steps: [CompiledStep]
  let constants: [NDArray]
  /// Results that no step writes: arguments, constants, and values given twice.
  let copies: [(from: Place, result: Int)]
  let pool: WorkspacePool
  let interpreter: Interpreter
  /// The program behind `Engine.xla`, or nil.
  let xla: XLAProgram?

  /// Compiles a program.
  ///
  /// - Parameters:
  ///   - module: A program whose `@main` is to be run.
  ///   - engine: What runs it. Without a C compiler on the machine `cpu` becomes `interpreter`, with a
  ///     warning in the log. `xla` takes the program as it is, without Norma's rewrites.
  ///   - threads: Threads to use at most; nil for all processors. `xla` does not follow it: its plugin has
  ///     threads of its own.
  ///   - pipeline: The rewrites that `cpu` applies first.
  /// - Throws: `ExecutionError` where the program is malformed, a kernel does not compile, or XLA is asked
  ///   for and has no plugin here, or refuses the program.
  public convenience init(
    _ module: Module, engine: Engine = .cpu, threads: Int? = nil, pipeline: Pipeline = .standard
  ) throws(ExecutionError) {
    switch engine {
    case .cpu:
      try self.init(module, cache: Self.cacheOrWarning(), threads: threads, pipeline: pipeline)
    case .interpreter: try self.init(module, cache: nil, threads: threads)
    case .xla:
      try self.init(
        module, cache: nil, xla: Self.xlaProgram(module), threads: threads, pipeline: pipeline)
    }
  }

  /// Compiles for `Engine.cpu`, with schedules that come from elsewhere.
  package convenience init(
    _ module: Module, schedules: Schedules, threads: Int? = nil
  ) throws(ExecutionError) {
    try self.init(module, cache: Self.cacheOrWarning(), threads: threads, schedules: schedules)
  }

  /// Compiles with the kernels of a cache, or for the interpreter.
  ///
  /// - Parameter division: Which rows are divided into segments.
  package convenience init(
    _ module: Module, cache: KernelCache?, threads: Int? = nil, pipeline: Pipeline = .standard,
    schedules: Schedules = .standard, division: RowDivision = .standard
  ) throws(ExecutionError) {
    try self.init(
      module, cache: cache, xla: nil, threads: threads, pipeline: pipeline, schedules: schedules,
      division: division)
  }

  private convenience init(
    _ module: Module, cache: KernelCache?, xla: XLAProgram?, threads: Int?, pipeline: Pipeline,
    schedules: Schedules = .standard, division: RowDivision = .standard
  ) throws(ExecutionError) {
    guard let main = module.function(named: "main") else {
      throw ExecutionError(.noMain(functions: module.functions.map(\.name)))
    }
    var plan = cache == nil ? nil : try Plan.standard(for: module, pipeline: pipeline)
    plan?.divideRows(by: division)
    try self.init(module, main, plan, cache: cache, xla: xla, threads: threads, schedules: schedules)
  }

  /// Compiles one kernel step of a plan by itself: its inputs are the arguments, its outputs the results.
  package convenience init(
    alone step: KernelStep, of plan: Plan, schedule: Schedule, cache: KernelCache, threads: Int? = nil
  ) throws(ExecutionError) {
    let plan = plan.alone(step)
    try self.init(
      Module(functions: [plan.function]), plan.function, plan, cache: cache, xla: nil, threads: threads,
      schedules: .only(schedule))
  }

  private init(
    _ module: Module, _ main: Function, _ plan: Plan?, cache: KernelCache?, xla: XLAProgram?, threads: Int?,
    schedules: Schedules
  ) throws(ExecutionError) {
    self.module = module
    (argumentTypes, resultTypes) = (main.parameterTypes, main.resultTypes)
    parallelism = threads.map { RowParallelism(threads: $0) } ?? .standard
    interpreter = Interpreter(module)
    self.xla = xla
    self.plan = plan
    engine = xla != nil ? .xla : plan != nil ? .cpu : .interpreter
    guard let cache, let plan else {
      (steps, constants, copies) = ([], [], [])
      pool = WorkspacePool(arenaByteCount: 0)
      return
    }
    var compiler = PlanCompiler(plan, cache: cache, schedules: schedules)
    steps = try compiler.steps()
    constants = compiler.constants
    copies = plan.function.body.results.enumerated().compactMap { index, value in
      let place = compiler.place(of: value)
      return place == .result(index) ? nil : (place, index)
    }
    pool = WorkspacePool(
      arenaByteCount: compiler.buffers.arenaByteCount, operandCount: plan.largestOperandCount,
      partialCount: steps.map(\.partialCount).max() ?? 0)
  }

  private static func xlaProgram(_ module: Module) throws(ExecutionError) -> XLAProgram? {
    // Without `@main` there is nothing to hand over, and the initialiser says so.
    guard module.function(named: "main") != nil else { return nil }
    do throws(XLAError) { return try XLAProgram(module, on: XLAClient.standard.get()) } catch {
      throw ExecutionError(.xla("\(error)"))
    }
  }

  /// The cache of this process; nil, and a warning the first time, where there is no compiler.
  private static func cacheOrWarning() -> KernelCache? {
    switch KernelCache.standard {
    case .success(let cache): return cache
    case .failure:
      warning
      return nil
    }
  }

  /// Given once, when it is first looked at.
  private static let warning: Void = {
    if case .failure(let error) = KernelCache.standard {
      kernelLog.warning("programs run in the interpreter, which is slow: \(error)")
    }
  }()
}

extension Plan {
  /// The plan that `Engine.cpu` runs: the rewrites, then fusion.
  ///
  /// - Throws: `ExecutionError` where the program is malformed.
  public static func standard(
    for module: Module, pipeline: Pipeline = .standard
  ) throws(ExecutionError) -> Plan {
    do throws(VerificationError) { try module.verify() } catch { throw ExecutionError(.program("\(error)")) }
    let rewritten: Module
    do throws(RewritingError) { rewritten = try pipeline(module).module } catch {
      throw ExecutionError(.program("\(error)"))
    }
    guard let main = rewritten.function(named: "main") else {
      throw ExecutionError(.noMain(functions: rewritten.functions.map(\.name)))
    }
    return Plan(fusing: main)
  }

  /// The plan of one kernel step by itself, whose inputs are given.
  fileprivate func alone(_ step: KernelStep) -> Plan {
    var known: Set<Value> = []
    let inputs = step.inputs.filter { known.insert($0).inserted }
    let body = Region(parameters: inputs, instructions: [], results: step.outputs)
    return Plan(
      function: Function(name: "main", types: function.types, body: body), steps: [.kernel(step)],
      aliases: [:])
  }

  /// Operands of the kernel that has most.
  fileprivate var largestOperandCount: Int {
    steps.map { step in
      if case .kernel(let step) = step {
        step.inputs.count + step.outputs.count + step.kernel.columnOutputs.count
      } else {
        0
      }
    }.max() ?? 0
  }
}
