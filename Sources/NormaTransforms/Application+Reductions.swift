internal import NormaArrays
internal import NormaTracing
internal import StableHLO

extension Application {
  /// The cotangents of a reduction's input and initial value; a greatest or least element that stands
  /// several times shares the cotangent equally.
  func reduceCotangents(
    _ dy: Tensor, _ elementwise: Elementwise, _ dimensions: [Int], wanted: [Bool]
  ) throws(TransformError) -> [Tensor?] {
    let x = operands[0]
    func spread(_ tensor: Tensor) -> Tensor { tensor.spread(over: dimensions, as: x.type) }
    switch elementwise {
    case .add: return [spread(dy), dy.sum(over: .all)]
    case .maximum, .minimum:
      guard !wanted[1] else { throw refusal("Start the reduction from a constant.") }
      let isChosen = (x .== spread(result)).converted(to: x.scalar)
      let axes = Axes(dimensions.map { Axis($0) })
      return [isChosen * spread(dy / isChosen.sum(over: axes).maximum(1)), nil]
    case .multiply:
      throw refusal("Write the product as `exp` of a sum of logarithms where no factor is zero.")
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .not, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign,
      .sine, .sqrt, .tan, .tanh, .square, .erf, .erfc, .and, .divide, .or, .power, .remainder, .shiftLeft,
      .shiftRightArithmetic, .shiftRightLogical, .subtract, .xor:
      throw refusal("Reduce with `add`, `maximum` or `minimum`.")
    }
  }
}

extension DotDimensions {
  /// The cotangents of both operands: products of the cotangent with the other operand.
  func cotangents(_ left: Tensor, _ right: Tensor, _ dy: Tensor) -> [Tensor?] {
    let batch = Array(leftBatching.indices)
    let leftFree = leftFree(rank: left.rank)
    let rightFree = rightFree(rank: right.rank)
    let leftPlaces = leftFree.indices.map { batch.count + $0 }
    let rightPlaces = rightFree.indices.map { batch.count + leftFree.count + $0 }
    let pairs = zip(leftContracting, rightContracting)
    let forLeft = DotDimensions(
      leftBatching: batch, rightBatching: rightBatching, leftContracting: rightPlaces,
      rightContracting: rightFree, precision: precision)
    let forRight = DotDimensions(
      leftBatching: batch, rightBatching: leftBatching, leftContracting: leftPlaces,
      rightContracting: leftFree, precision: precision)
    return [
      forLeft.product(
        dy, right, axes: leftBatching + leftFree + pairs.sorted { $0.1 < $1.1 }.map(\.0), as: left.type),
      forRight.product(
        dy, left, axes: rightBatching + rightFree + pairs.sorted { $0.0 < $1.0 }.map(\.1), as: right.type),
    ]
  }

  /// The product, whose axes are those of `type` in the order `axes`, brought to that type.
  private func product(_ dy: Tensor, _ other: Tensor, axes: [Int], as type: TensorType) -> Tensor {
    let shape = Shape(axes.map { type.shape[$0] })
    let product = Tensor.recorded(
      .dotGeneral(self), on: [dy, other.converted(to: dy.scalar)], type: TensorType(dy.scalar, shape))
    let order = axes.indices.map { Axis(axes.firstIndex(of: $0) ?? 0) }
    let isOrdered = axes == Array(axes.indices)
    return (isOrdered ? product : product.transposed(order)).converted(to: type.scalar)
  }
}

extension Tensor {
  /// The tensor repeated along the axes `dimensions` of `type`, which it lacks.
  fileprivate func spread(over dimensions: [Int], as type: TensorType) -> Tensor {
    let kept = (0..<type.rank).filter { !dimensions.contains($0) }
    return Tensor.recorded(.broadcastInDim(dimensions: kept), on: [self], type: type)
  }
}
