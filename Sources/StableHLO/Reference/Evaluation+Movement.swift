internal import NormaArrays

extension TensorValue {
  /// A tensor of the given type that counts along one axis.
  static func iota(_ type: TensorType, along dimension: Int) -> TensorValue {
    let (extent, inner) = (type.shape[dimension], type.shape.strides[dimension])
    let numbers = (0..<type.elementCount).map { Int64($0 / inner % extent) }
    if type.scalar.isFloatingPoint {
      return TensorValue(TensorType(.i64, type.shape), .integers(numbers)).converted(to: type)
    }
    return TensorValue(wrapping: numbers, to: type)
  }

  /// The operand with each of its axes become an axis of the result, repeated along the others.
  func broadcast(to type: TensorType, dimensions: [Int]) -> TensorValue {
    if self.type.elementCount == 1 && type.elementCount > 0 { return repeated(as: type) }
    var strides = Array(repeating: 0, count: type.rank)
    for (axis, resultAxis) in dimensions.enumerated() where self.type.shape[axis] != 1 {
      strides[resultAxis] = self.type.shape.strides[axis]
    }
    return gathered(as: type, strides: strides, from: 0)
  }

  /// The axes in another order.
  func transposed(_ permutation: [Int]) -> TensorValue {
    let strides = type.shape.strides
    let shape = Shape(permutation.map { type.shape[$0] })
    return gathered(as: type.with(shape: shape), strides: permutation.map { strides[$0] }, from: 0)
  }

  /// Every `steps`-th element from `start` on, as many as `type` has.
  func sliced(as type: TensorType, start: [Int], steps: [Int]) -> TensorValue {
    let strides = self.type.shape.strides
    let offset = zip(start, strides).reduce(0) { $0 + $1.0 * $1.1 }
    // A step that is never taken may be larger than the array.
    let moves = (0..<type.rank).map { type.shape[$0] > 1 ? strides[$0] * steps[$0] : 0 }
    return gathered(as: type, strides: moves, from: offset)
  }

  /// This tensor with `update` written over the block that begins at `start`.
  func updated(with update: TensorValue, at start: [Int]) -> TensorValue {
    let strides = type.shape.strides
    let offset = zip(start, strides).reduce(0) { $0 + $1.0 * $1.1 }
    return update.scattered(into: self, strides: strides, from: offset)
  }

  /// This tensor surrounded by and interspersed with a scalar; what negative padding cuts is dropped.
  func padded(as type: TensorType, with value: TensorValue, low: [Int], interior: [Int]) -> TensorValue {
    let result = value.repeated(as: type)
    let (from, to) = (self.type.shape.strides, type.shape.strides)
    var (source, target, axes) = (0, 0, [StridedWalk.Axis]())
    for axis in 0..<type.rank {
      let step = interior[axis] + 1
      let first = low[axis] < 0 ? (-low[axis] + step - 1) / step : 0
      let room = type.shape[axis] - 1 - low[axis]
      let last = room < 0 ? -1 : min(self.type.shape[axis] - 1, room / step)
      if last < first { return result }
      source += first * from[axis]
      target += (low[axis] + first * step) * to[axis]
      let move = last > first ? step * to[axis] : 0
      axes.append(.init(extent: last - first + 1, source: from[axis], target: move))
    }
    return StridedWalk(axes, source: source, target: target).copied(self, into: result)
  }

  /// The tensors one after the other along one axis.
  static func concatenated(
    _ parts: [TensorValue], as type: TensorType, along dimension: Int
  ) -> TensorValue {
    var (result, begin) = (zeros(type), 0)
    for part in parts {
      let strides = type.shape.strides
      result = part.scattered(into: result, strides: strides, from: begin * strides[dimension])
      begin += part.type.shape[dimension]
    }
    return result
  }

  /// A tensor of zeros.
  static func zeros(_ type: TensorType) -> TensorValue {
    TensorValue(TensorType(type.scalar, []), bits: [0]).repeated(as: type)
  }

  /// The elements of this tensor at an offset plus strides for each axis of the result.
  private func gathered(as type: TensorType, strides: [Int], from offset: Int) -> TensorValue {
    let axes = zip(type.shape.dimensions, zip(strides, type.shape.strides)).map {
      StridedWalk.Axis(extent: $0, source: $1.0, target: $1.1)
    }
    return StridedWalk(axes, source: offset).copied(self, into: .zeros(type))
  }

  /// `target` with the elements of this tensor written at an offset plus strides for each axis.
  private func scattered(
    into target: TensorValue, strides: [Int], from offset: Int
  ) -> TensorValue {
    let axes = zip(type.shape.dimensions, zip(type.shape.strides, strides)).map {
      StridedWalk.Axis(extent: $0, source: $1.0, target: $1.1)
    }
    return StridedWalk(axes, target: offset).copied(self, into: target)
  }
}
