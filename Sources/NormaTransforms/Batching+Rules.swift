internal import NormaArrays
internal import NormaTracing
internal import StableHLO

extension Batching {
  /// The batched form of an operation of which an operand is batched; `type` is the batched result's.
  func apply(_ instruction: Instruction, _ x: [Lane], _ type: TensorType) throws -> Tensor {
    let operation = instruction.operation
    func make(_ operation: Operation, _ operands: [Tensor]) -> Tensor {
      Tensor.recorded(operation, on: operands, type: type)
    }
    switch operation {
    case .elementwise, .compare, .convert, .bitcastConvert, .reducePrecision, .reshape:
      return make(operation, x.map(front))
    case .select, .clamp: return make(operation, x.map { spread($0, to: type.shape) })
    case .broadcastInDim(let axes): return make(.broadcastInDim(dimensions: moved(axes)), [x[0].tensor])
    case .transpose(let axes): return make(.transpose(permutation: moved(axes)), [x[0].tensor])
    case .slice(let start, let limit, let strides):
      return make(.slice(start: [0] + start, limit: [size] + limit, strides: [1] + strides), [x[0].tensor])
    case .dynamicSlice, .dynamicUpdateSlice: return try dynamic(instruction, x, type)
    case .pad(let low, let high, let interior):
      return padded(.pad(low: [0] + low, high: [0] + high, interior: [0] + interior), x[0], x[1], type)
    case .concatenate(let axis): return make(.concatenate(dimension: axis + 1), x.map(front))
    case .reduce(.named(let elementwise), let axes):
      return try reduce(instruction, elementwise, axes, x, type)
    case .dotGeneral(let dot): return product(dot, x[0], x[1], type)
    case .constant, .iota, .reduce(.region, _), .while, .call, .check, .optimizationBarrier:
      throw refusal(instruction, "takes a batched operand")
    }
  }

  /// The batch axis first, the others one further.
  private func moved(_ axes: [Int]) -> [Int] { [0] + axes.map { $0 + 1 } }

  /// An operand of `select` or `clamp`: a scalar may stay one, but a batch of scalars takes the full shape.
  private func spread(_ lane: Lane, to shape: Shape) -> Tensor {
    if lane.tensor.rank == 0 { return lane.tensor }
    guard lane.isBatched, lane.tensor.rank == 1, shape.rank > 1 else { return front(lane) }
    return Tensor.recorded(
      .broadcastInDim(dimensions: [0]), on: [lane.tensor], type: lane.tensor.type.with(shape: shape))
  }

  private func dynamic(_ instruction: Instruction, _ x: [Lane], _ type: TensorType) throws -> Tensor {
    let isSlice = if case .dynamicSlice = instruction.operation { true } else { false }
    let starts = x.dropFirst(isSlice ? 1 : 2)
    guard !starts.contains(where: \.isBatched) else {
      throw refusal(instruction, "starts at batched indices")
    }
    let data = x.prefix(isSlice ? 1 : 2).map(front)
    guard let first = starts.first?.tensor else {
      return isSlice ? data[0] : data[1]
    }
    let operation: Operation = isSlice ? .dynamicSlice(sizes: type.shape.dimensions) : .dynamicUpdateSlice
    return Tensor.recorded(operation, on: data + [first.filled(with: 0)] + starts.map(\.tensor), type: type)
  }

  /// A batched value cannot stand in the padding, so it is chosen where the padding is.
  private func padded(_ operation: Operation, _ data: Lane, _ value: Lane, _ type: TensorType) -> Tensor {
    guard value.isBatched else {
      return Tensor.recorded(operation, on: [data.tensor, value.tensor], type: type)
    }
    let x = front(data)
    func constant(_ bits: UInt64, _ scalar: ScalarType, _ shape: Shape) -> Tensor {
      x.constant(Literal(TensorType(scalar, shape), .splat(bits)))
    }
    let padded = Tensor.recorded(operation, on: [x, constant(0, type.scalar, [])], type: type)
    let isOwn = Tensor.recorded(
      operation, on: [constant(1, .i1, x.shape), constant(0, .i1, [])], type: type.with(scalar: .i1))
    let values = Tensor.recorded(.broadcastInDim(dimensions: [0]), on: [value.tensor], type: type)
    return Tensor.recorded(.select, on: [isOwn, padded, values], type: type)
  }

  /// A batched start cannot stand in the reduction, so it is joined to the result.
  private func reduce(
    _ instruction: Instruction, _ elementwise: Elementwise, _ axes: [Int], _ x: [Lane], _ type: TensorType
  ) throws -> Tensor {
    let operation = Operation.reduce(.named(elementwise), dimensions: axes.map { $0 + 1 })
    guard x[1].isBatched else {
      return Tensor.recorded(operation, on: [front(x[0]), x[1].tensor], type: type)
    }
    guard let bits = elementwise.neutralBits(for: type.scalar) else {
      throw refusal(instruction, "starts from a batched value")
    }
    let start = x[1].tensor.constant(Literal(TensorType(type.scalar, []), .splat(bits)))
    let reduced = Tensor.recorded(operation, on: [front(x[0]), start], type: type)
    let own = Tensor.recorded(.broadcastInDim(dimensions: [0]), on: [x[1].tensor], type: type)
    return Tensor.recorded(.elementwise(elementwise), on: [own, reduced], type: type)
  }

  /// Both sides batched: one more batching axis. One side: its batch is a free axis, then moved to the front.
  private func product(_ dot: DotDimensions, _ left: Lane, _ right: Lane, _ type: TensorType) -> Tensor {
    func shifted(_ axes: [Int], _ lane: Lane) -> [Int] { lane.isBatched ? axes.map { $0 + 1 } : axes }
    let isBoth = left.isBatched && right.isBatched
    let pairing = DotDimensions(
      leftBatching: (isBoth ? [0] : []) + shifted(dot.leftBatching, left),
      rightBatching: (isBoth ? [0] : []) + shifted(dot.rightBatching, right),
      leftContracting: shifted(dot.leftContracting, left),
      rightContracting: shifted(dot.rightContracting, right), precision: dot.precision)
    let operands = [left.tensor, right.tensor]
    if isBoth { return Tensor.recorded(.dotGeneral(pairing), on: operands, type: type) }
    let leftFree = dot.leftFree(rank: left.tensor.rank - (left.isBatched ? 1 : 0)).count
    let place = dot.leftBatching.count + (left.isBatched ? 0 : leftFree)
    var extents = Array(type.shape.dimensions.dropFirst())
    extents.insert(size, at: place)
    let product = Tensor.recorded(
      .dotGeneral(pairing), on: operands, type: type.with(shape: Shape(extents)))
    let order = [place] + extents.indices.filter { $0 != place }
    return place == 0 ? product : product.transposed(order.map { Axis($0) })
  }
}
