internal import NormaArrays
internal import NormaKernels
internal import StableHLO

/// Turns a plan into steps that run: kernels compiled, places worked out, constants computed once.
struct PlanCompiler {
  let plan: Plan
  let buffers: BufferPlan
  let cache: KernelCache
  let schedules: Schedules
  private(set) var constants: [NDArray] = []
  private var constantPlaces: [Value: Int] = [:]

  init(_ plan: Plan, cache: KernelCache, schedules: Schedules) {
    (self.plan, self.cache, self.schedules) = (plan, cache, schedules)
    buffers = BufferPlan(for: plan)
  }

  /// The steps that are left to run.
  mutating func steps() throws(ExecutionError) -> [CompiledStep] {
    var compiled: [CompiledStep] = []
    for (index, step) in plan.steps.enumerated() {
      if let step = try compile(step, at: index) { compiled.append(step) }
    }
    return compiled
  }

  /// The place of a value's elements.
  func place(of value: Value) -> Place {
    let holder = plan.holder(of: value)
    if let constant = constantPlaces[holder] { return .constant(constant) }
    switch buffers.places[holder] {
    case .argument(let index): return .argument(index)
    case .result(let index): return .result(index)
    case .arena(let offset): return .arena(offset: offset)
    case nil: preconditionFailure("every value of a plan has a place")
    }
  }

  private mutating func compile(_ step: Step, at index: Int) throws(ExecutionError) -> CompiledStep? {
    switch step {
    // Rows without elements have nothing to compute, and make no C.
    case .kernel(let step):
      return step.kernel.width == 0 ? nil : .kernel(try compile(step, scratch: buffers.scratch[index] ?? []))
    case .movement(let instruction): return try move(instruction)
    case .product(let instruction): return try product(instruction)
    case .interpreted(let instruction):
      if instruction.reads.isEmpty, instruction.results.count == 1 {
        try evaluate(instruction)
        return nil
      }
      return .interpreted(InterpretedStep(instruction, of: plan.function, place: place))
    }
  }

  private func compile(_ step: KernelStep, scratch: [Int]) throws(ExecutionError) -> CompiledKernel {
    do throws(HostError) {
      let kernel = try schedules.kernel(of: step, in: cache)
      return CompiledKernel(kernel, step, places: (step.inputs + step.outputs).map(place), scratch: scratch)
    } catch {
      throw ExecutionError(.host("\(error)"))
    }
  }

  private func move(_ instruction: Instruction) throws(ExecutionError) -> CompiledStep {
    let operands = instruction.operands.map(plan.function.type(of:))
    let result = plan.function.type(of: instruction.results[0])
    guard let movement = Movement(instruction.operation, operands: operands, result: result) else {
      return .interpreted(InterpretedStep(instruction, of: plan.function, place: place))
    }
    return .movement(
      movement, operands: instruction.operands.map(place), result: place(of: instruction.results[0]))
  }

  private func product(_ instruction: Instruction) throws(ExecutionError) -> CompiledStep? {
    guard case .dotGeneral(let dimensions) = instruction.operation else { return nil }
    let (left, right, result) = (instruction.operands[0], instruction.operands[1], instruction.results[0])
    let types = [left, right, result].map(plan.function.type(of:))
    do throws(ProductError) {
      return .product(
        CompiledProduct(
          try DotProduct(dimensions, left: types[0], right: types[1], result: types[2]),
          left: place(of: left), right: place(of: right), result: place(of: result)))
    } catch {
      throw ExecutionError(.product("\(error)"))
    }
  }

  /// Computes a value that depends on nothing, now.
  private mutating func evaluate(_ instruction: Instruction) throws(ExecutionError) {
    do throws(InterpreterError) {
      let program = InterpretedStep.program(instruction, of: plan.function)
      constants += try Interpreter(program).run("main", [])
      constantPlaces[instruction.results[0]] = constants.count - 1
    } catch {
      throw ExecutionError(.interpreter(error))
    }
  }
}
