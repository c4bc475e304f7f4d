import NormaArrays
import StableHLO
import Testing

@testable import NormaRuntime

@Suite struct MovementTests {
  /// Movements of random shapes, for elements of 1, 2, 4 and 8 bytes, zero extents among them.
  @Test(arguments: [ScalarType.i8, .i1, .bf16, .ui16, .f32, .i32, .f64, .ui64])
  func `elements go where the interpreter puts them`(scalar: ScalarType) throws {
    var tested = Set<String>()
    for seed in 0..<150 as Range<UInt64> {
      var program = MovementProgram(scalar, seed: seed)
      let (operation, operands, result) = try program.drawn()
      let movement = try #require(Movement(operation, operands: operands.map(\.type), result: result))
      let meant = try operation.evaluate(operands, resultTypes: [result])[0].array
      let found = NDArray(zeros: result.scalar, shape: result.shape)
      let arrays = operands.map(\.array)
      unsafe movement.run(
        operands: arrays.map { unsafe $0.baseAddress }, result: found.mutableBaseAddress)
      withExtendedLifetime(arrays) {}
      #expect(found.isBitwiseEqual(to: meant), "\(operation) of \(operands.map(\.type))")
      tested.insert(operation.specificationName)
    }
    #expect(tested == ["transpose", "slice", "pad", "concatenate", "broadcast_in_dim"])
  }
}

/// One movement of data on random operands.
private struct MovementProgram {
  private let scalar: ScalarType
  private var seed: Seed

  init(_ scalar: ScalarType, seed: UInt64) {
    (self.scalar, self.seed) = (scalar, Seed(state: seed))
  }

  mutating func drawn() throws -> (Operation, [TensorValue], TensorType) {
    let shape = (0..<number(0...4)).map { _ in number(0...5) }
    let operand = value(shape)
    let (operation, operands): (Operation, [TensorValue]) =
      switch number(0...4) {
      case 0: (.transpose(permutation: shape.indices.shuffled(using: &seed)), [operand])
      case 1: slice(operand)
      case 2: (padding(shape), [operand, value([])])
      case 3 where !shape.isEmpty: concatenation(operand)
      default: (.broadcastInDim(dimensions: Array(shape.indices)), [operand])
      }
    if case .broadcastInDim = operation { return try broadcast(operand) }
    let type = try #require(try operation.inferResultTypes(operands: operands.map(\.type)))[0]
    return (operation, operands, type)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &seed) }

  private mutating func value(_ shape: [Int]) -> TensorValue {
    let numbers = (0..<shape.reduce(1, *)).map { _ in Double(number(0...100)) }
    return TensorValue(NDArray(numbers, shape: Shape(shape)).converted(to: scalar))
  }

  private mutating func slice(_ operand: TensorValue) -> (Operation, [TensorValue]) {
    let shape = operand.type.shape.dimensions
    let start = shape.map { number(0...$0) }
    let limit = zip(start, shape).map { number($0...$1) }
    return (.slice(start: start, limit: limit, strides: shape.map { _ in number(1...3) }), [operand])
  }

  /// Negative edges may cut all of an axis away, never more.
  private mutating func padding(_ shape: [Int]) -> Operation {
    let interior = shape.map { _ in number(0...2) }
    let extents = zip(shape, interior).map { $0 + max($0 - 1, 0) * $1 }
    let low = extents.map { number(-min($0, 3)...3) }
    let high = zip(extents, low).map { number(-min($0 + $1, 3)...3) }
    return .pad(low: low, high: high, interior: interior)
  }

  private mutating func concatenation(_ operand: TensorValue) -> (Operation, [TensorValue]) {
    var shape = operand.type.shape.dimensions
    let axis = number(0...shape.count - 1)
    shape[axis] = number(0...3)
    return (.concatenate(dimension: axis), [operand, value(shape), operand])
  }

  private mutating func broadcast(_ operand: TensorValue) throws -> (Operation, [TensorValue], TensorType) {
    let shape = operand.type.shape.dimensions
    let rank = shape.count + number(0...2)
    let axes = Array((0..<rank).shuffled(using: &seed).prefix(shape.count))
    var extents = (0..<rank).map { _ in number(0...3) }
    for (axis, place) in axes.enumerated() where shape[axis] != 1 { extents[place] = shape[axis] }
    return (.broadcastInDim(dimensions: axes), [operand], TensorType(scalar, Shape(extents)))
  }
}
