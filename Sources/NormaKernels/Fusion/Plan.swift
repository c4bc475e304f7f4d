public import StableHLO

/// A program as a short list of steps, each a kernel, a product, a movement of data, or one operation
/// for the interpreter.
public struct Plan: Hashable, Sendable {
  /// The program, calls inlined; steps name its values.
  public var function: Function
  /// The steps in the order they run.
  public var steps: [Step]
  /// Values that share the memory of another, reshaped: from the value to the one that holds the data.
  public var aliases: [Value: Value]

  /// A plan of the given parts.
  package init(function: Function, steps: [Step], aliases: [Value: Value]) {
    (self.function, self.steps, self.aliases) = (function, steps, aliases)
  }

  /// The value whose memory holds a value's elements.
  public func holder(of value: Value) -> Value {
    var value = value
    while let holder = aliases[value] { value = holder }
    return value
  }

  /// Has all kernels divide their rows in a way.
  package mutating func divideRows(by division: RowDivision) {
    for index in steps.indices {
      guard case .kernel(var step) = steps[index] else { continue }
      step.kernel.division = division
      steps[index] = .kernel(step)
    }
  }
}

/// One step of a plan.
public enum Step: Hashable, Sendable {
  /// Rows through a fused kernel.
  case kernel(KernelStep)
  /// A `dot_general`, by the linear algebra library.
  case product(Instruction)
  /// Elements copied to other places: transpose, slice, pad, concatenate, broadcast.
  case movement(Instruction)
  /// An operation without a compiled form, by the reference interpreter.
  case interpreted(Instruction)

  /// The values that the step computes.
  public var results: [Value] {
    switch self {
    case .kernel(let step): step.outputs
    case .product(let instruction), .movement(let instruction), .interpreted(let instruction):
      instruction.results
    }
  }

  /// The values that the step reads, those that regions read among them.
  public var reads: [Value] {
    switch self {
    case .kernel(let step): step.inputs
    case .product(let instruction), .movement(let instruction), .interpreted(let instruction):
      instruction.reads
    }
  }
}

/// A kernel applied to values of the program.
public struct KernelStep: Hashable, Sendable {
  /// What is computed.
  public var kernel: RowKernel
  /// The number of rows.
  public var rows: Int
  /// The value behind each input of the kernel.
  public var inputs: [Value]
  /// The value behind each output.
  public var outputs: [Value]
}
