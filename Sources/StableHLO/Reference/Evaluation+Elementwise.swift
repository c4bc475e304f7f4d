internal import NormaArrays

extension TensorValue {
  /// An element-wise operation on operands of one type.
  static func elementwise(
    _ operation: Elementwise, _ operands: [TensorValue]
  ) -> TensorValue? {
    let type = operands[0].type
    switch (operands[0].elements, operands.dropFirst().first?.elements) {
    case (.floats(let x), nil):
      if operation == .isFinite {
        return TensorValue(type.with(scalar: .i1), .integers(x.map { $0.isFinite ? 1 : 0 }))
      }
      return operation.evaluate(floats: x).map { TensorValue(rounding: $0, to: type) }
    case (.floats(let x), .floats(let y)):
      return operation.evaluate(floats: x, y).map { TensorValue(rounding: $0, to: type) }
    case (.integers(let x), nil):
      return operation.evaluate(integers: x, type.scalar).map { TensorValue(wrapping: $0, to: type) }
    case (.integers(let x), .integers(let y)):
      return operation.evaluate(integers: x, y, type.scalar).map {
        TensorValue(wrapping: $0, to: type)
      }
    case (.floats, .integers), (.integers, .floats): return nil
    }
  }

  /// The elements of `onTrue` where the predicate holds, of `onFalse` elsewhere.
  static func select(
    _ predicate: TensorValue, _ onTrue: TensorValue, _ onFalse: TensorValue
  ) -> TensorValue {
    let condition = predicate.integers
    if predicate.type.rank == 0 { return condition[0] != 0 ? onTrue : onFalse }
    switch (onTrue.elements, onFalse.elements) {
    case (.floats(let x), .floats(let y)):
      return TensorValue(
        onTrue.type, .floats(condition.indices.map { condition[$0] != 0 ? x[$0] : y[$0] }))
    case (.integers(let x), .integers(let y)):
      return TensorValue(
        onTrue.type, .integers(condition.indices.map { condition[$0] != 0 ? x[$0] : y[$0] }))
    case (.floats, .integers), (.integers, .floats): return onFalse
    }
  }

  /// The operand, no smaller than `minimum` and then no larger than `maximum`.
  static func clamp(
    _ minimum: TensorValue, _ operand: TensorValue, _ maximum: TensorValue
  ) -> TensorValue? {
    let low = minimum.type.rank == 0 ? minimum.repeated(as: operand.type) : minimum
    let high = maximum.type.rank == 0 ? maximum.repeated(as: operand.type) : maximum
    return elementwise(.maximum, [operand, low]).flatMap { elementwise(.minimum, [$0, high]) }
  }
}
