import NormaArrays
import StableHLO

extension RandomProgram {
  /// The sum of scaled or negated values, and often the sum of that.
  mutating func addSums(_ operand: Value, _ type: TensorType) {
    guard type.scalar == .f32, type.rank == 2, type.elementCount > 0 else { return }
    let scaled =
      Bool.random(using: &seed)
      ? value(.elementwise(.negate), [operand], type)
      : value(
        .elementwise(.multiply), [operand, constant([-2, 0.5, 3].randomElement(using: &seed) ?? 1, type)],
        type)
    let rows = sum(scaled, type, over: 0)
    if Bool.random(using: &seed) { _ = sum(rows, self.type(of: rows), over: 0) }
  }

  /// What norms and their gradients are made of: a row's mean, its variance in both forms, a sum of centred values.
  mutating func addStatistics(_ operand: Value, _ type: TensorType) {
    guard type.scalar == .f32, type.rank == 2, type.elementCount > 0 else { return }
    let rows = type.with(shape: [type.shape[0]])
    let count = constant(Float(type.shape[1]), rows)
    let mean = value(.elementwise(.divide), [sum(operand, type, over: 1), count], rows)
    let copies = value(.broadcastInDim(dimensions: [0]), [mean], type)
    let centred = value(.elementwise(.subtract), [operand, copies], type)
    switch Int.random(in: 0..<3, using: &seed) {
    case 0:
      let scaled = value(.elementwise(.multiply), [constant(3, type), centred], type)
      _ = sum(scaled, type, over: 1)
    case 1:
      let squares = value(.elementwise(.square), [operand], type)
      let first = value(.elementwise(.divide), [sum(squares, type, over: 1), count], rows)
      let second = value(.elementwise(.multiply), [mean, mean], rows)
      _ = value(.elementwise(.subtract), [first, second], rows)
    default:
      let squares = value(.elementwise(.multiply), [centred, centred], type)
      let variance = value(.elementwise(.divide), [sum(squares, type, over: 1), count], rows)
      _ = value(.elementwise(.maximum), [constant(0, rows), variance], rows)
    }
  }

  private mutating func constant(_ number: Float, _ type: TensorType) -> Value {
    value(.constant(Literal(type, .splat(UInt64(number.bitPattern)))), [], type)
  }

  private mutating func sum(_ operand: Value, _ type: TensorType, over axis: Int) -> Value {
    let rest = (0..<type.rank).filter { $0 != axis }.map { type.shape[$0] }
    let start = constant(0, type.with(shape: []))
    return value(.reduce(.named(.add), dimensions: [axis]), [operand, start], type.with(shape: Shape(rest)))
  }
}
