internal import NormaArrays
internal import NormaTracing
internal import StableHLO

// Operations that move or choose elements: each operand is owed what came from it.
extension Application {
  func selectCotangents(_ dy: Tensor) -> [Tensor?] {
    let mask = operands[0]
    return [nil, dy.filled(with: 0).replacing(with: dy, where: mask), dy.replacing(with: 0, where: mask)]
  }

  /// A bound is owed where it binds; the operand strictly between the bounds, as in JAX.
  func clampCotangents(_ dy: Tensor) -> [Tensor?] {
    let (low, x, high) = (operands[0], operands[1], operands[2])
    let masks = [(low .> x) .& (low .< high), (x .> low) .& (x .< high), x .> high]
    return zip(operands, masks).map { operand, mask in
      let part = dy.filled(with: 0).replacing(with: dy, where: mask.broadcast(to: dy.shape))
      return operand.shape == dy.shape ? part : part.sum(over: .all)
    }
  }

  func dynamicSliceCotangents(_ dy: Tensor) -> [Tensor?] {
    let zeros = operands[0].filled(with: 0)
    let starts = Array(operands.dropFirst())
    let part = Tensor.recorded(.dynamicUpdateSlice, on: [zeros, dy] + starts, type: zeros.type)
    return [part] + starts.map { _ in nil }
  }

  func dynamicUpdateSliceCotangents(_ dy: Tensor) -> [Tensor?] {
    let update = operands[1]
    let starts = Array(operands.dropFirst(2))
    let kept = Tensor.recorded(
      .dynamicUpdateSlice, on: [dy, update.filled(with: 0)] + starts, type: dy.type)
    let part = Tensor.recorded(
      .dynamicSlice(sizes: update.shape.dimensions), on: [dy] + starts, type: update.type)
    return [kept, part] + starts.map { _ in nil }
  }

  /// The operand is owed its own places, the padding value the rest.
  func padCotangents(_ dy: Tensor, _ low: [Int], _ high: [Int], _ interior: [Int]) -> [Tensor?] {
    let x = operands[0].type
    let extents = (0..<dy.rank).map { dy.shape[$0] - low[$0] - high[$0] }
    let cut = Operation.pad(low: low.map(-), high: high.map(-), interior: low.map { _ in 0 })
    let zero = dy.constant(0, type: TensorType(dy.scalar, []))
    let whole = Tensor.recorded(cut, on: [dy, zero], type: dy.type.with(shape: Shape(extents)))
    let pick = Operation.slice(
      start: low.map { _ in 0 }, limit: extents, strides: interior.map { $0 + 1 })
    let own = Tensor.recorded(pick, on: [whole], type: x)
    return [own, dy.sum(over: .all) - own.sum(over: .all)]
  }

  func concatenateCotangents(_ dy: Tensor, _ dimension: Int) -> [Tensor?] {
    var end = 0
    return operands.map { operand in
      let start = end
      end += operand.shape[dimension]
      return dy.sliced(start..<end, along: Axis(dimension))
    }
  }
}

extension Tensor {
  /// The transpose of `broadcast_in_dim`: sums over the axes that were made.
  func summed(from dimensions: [Int], to type: TensorType) -> Tensor {
    let kept = dimensions.indices.filter { type.shape[$0] == shape[dimensions[$0]] }
    let places = kept.map { dimensions[$0] }.sorted()
    let summed = (0..<rank).filter { !places.contains($0) }
    let sum = summed.isEmpty ? self : self.sum(over: Axes(summed.map { Axis($0) }))
    let order = kept.map { Axis(places.firstIndex(of: dimensions[$0]) ?? 0) }
    let isOrdered = order.map(\.position) == Array(order.indices)
    return (isOrdered ? sum : sum.transposed(order)).reshaped(to: type.shape)
  }

  /// The transpose of `slice`: the elements back in their places, zeros elsewhere.
  func scattered(from start: [Int], by strides: [Int], into type: TensorType) -> Tensor {
    let used = (0..<rank).map { shape[$0] == 0 ? 0 : (shape[$0] - 1) * strides[$0] + 1 }
    let high = (0..<rank).map { type.shape[$0] - start[$0] - used[$0] }
    let pad = Operation.pad(low: start, high: high, interior: strides.map { $0 - 1 })
    let zero = constant(0, type: TensorType(scalar, []))
    return Tensor.recorded(pad, on: [self, zero], type: type)
  }
}
