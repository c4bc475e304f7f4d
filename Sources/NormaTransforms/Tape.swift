internal import NormaArrays
internal import NormaTracing
internal import StableHLO

/// An operation with one result, as the forward program applied it.
struct Application {
  let operation: Operation
  let operands: [Tensor]
  let result: Tensor
  let position: SourcePosition?
}

/// A program written again into a trace, and the applications its derivative must walk back over.
struct Tape: ProgramWalk {
  let module: Module
  /// The values that depend on an argument of interest by floating-point math alone.
  private(set) var active: Set<Value>
  /// The applications with an active result, each value's once, in order.
  private(set) var applications: [Application] = []
  /// The functions being written: a call of one of these would never end.
  var pending: Set<String> = []
  private var seen: Set<Value> = []

  /// A tape of the functions of `module`, for derivatives with respect to the tensors given.
  init(_ module: Module, withRespectTo tensors: [Tensor]) {
    self.module = module
    active = Set(tensors.map(\.value))
  }

  mutating func write(
    _ instruction: Instruction, _ operands: [Tensor], _ types: [TensorType], beside origin: Tensor
  ) throws -> [Tensor] {
    switch instruction.operation {
    case .call(let name):
      return try writeCall(of: name, operands, at: instruction.position, beside: origin)
    case .while, .check, .reduce(.region, _):
      throw TransformError(
        .operation,
        "`\(instruction.operation.specificationName)` with its own region or effect cannot be transformed. Take it out of the program, or write a reduction of one named operation.",
        at: instruction.position)
    case .optimizationBarrier:
      return zip(operands, types).map { apply(instruction, [$0], $1, beside: origin) }
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral:
      return types.map { apply(instruction, operands, $0, beside: origin) }
    }
  }

  private mutating func apply(
    _ instruction: Instruction, _ operands: [Tensor], _ type: TensorType, beside origin: Tensor
  ) -> Tensor {
    let operation = instruction.operation
    let result =
      operands.isEmpty
      ? origin.recordedBeside(operation, type: type)
      : Tensor.recorded(operation, on: operands, type: type)
    let isActive = type.scalar.isFloatingPoint && operands.contains { active.contains($0.value) }
    // Equal operations share one value, whose derivative must be taken once.
    if isActive, seen.insert(result.value).inserted {
      active.insert(result.value)
      applications.append(
        Application(
          operation: operation, operands: operands, result: result, position: instruction.position))
    }
    return result
  }
}
