internal import NormaArrays
internal import NormaTracing
internal import StableHLO

/// A tensor of a batched program: one for the whole batch, or one with the batch as its first axis.
struct Lane {
  let tensor: Tensor
  let isBatched: Bool
}

/// A program written again into a trace, with a batch axis where its arguments have one.
struct Batching: ProgramWalk {
  let module: Module
  let size: Int
  var pending: Set<String> = []

  init(_ module: Module, size: Int) { (self.module, self.size) = (module, size) }

  mutating func write(
    _ instruction: Instruction, _ operands: [Lane], _ types: [TensorType], beside origin: Tensor
  ) throws -> [Lane] {
    let operation = instruction.operation
    switch operation {
    case .call(let name):
      return try writeCall(of: name, operands, at: instruction.position, beside: origin)
    case .while, .check, .reduce(.region, _):
      throw refusal(instruction, "has its own region or effect")
    case .optimizationBarrier:
      return zip(operands, types).map { lane, type in
        let type = lane.isBatched ? batched(type) : type
        return Lane(
          tensor: Tensor.recorded(operation, on: [lane.tensor], type: type), isBatched: lane.isBatched)
      }
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral:
      let tensors = operands.map(\.tensor)
      guard operands.contains(where: \.isBatched) else {
        let result =
          tensors.isEmpty
          ? origin.recordedBeside(operation, type: types[0])
          : Tensor.recorded(operation, on: tensors, type: types[0])
        return [Lane(tensor: result, isBatched: false)]
      }
      return [Lane(tensor: try apply(instruction, operands, batched(types[0])), isBatched: true)]
    }
  }

  /// The error for an operation without a batched form.
  func refusal(_ instruction: Instruction, _ reason: String) -> TransformError {
    TransformError(
      .operation,
      "`vmapped` has no rule for a `\(instruction.operation.specificationName)` that \(reason). Take it out of the program, or keep that operand unbatched.",
      at: instruction.position)
  }

  /// The type with the batch in front.
  func batched(_ type: TensorType) -> TensorType { type.with(shape: Shape([size] + type.shape.dimensions)) }

  /// The tensor with the batch in front, repeated if it has none.
  func front(_ lane: Lane) -> Tensor {
    if lane.isBatched { return lane.tensor }
    let axes = (0..<lane.tensor.rank).map { $0 + 1 }
    return Tensor.recorded(
      .broadcastInDim(dimensions: axes), on: [lane.tensor], type: batched(lane.tensor.type))
  }
}
