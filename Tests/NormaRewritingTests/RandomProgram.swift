import NormaArrays
import StableHLO

/// A generator of repeatable numbers (SplitMix64).
struct Seed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A small valid program of operations that the passes look for, drawn by chance, and inputs for it.
struct RandomProgram {
  private(set) var module = Module(functions: [])
  private(set) var inputs: [NDArray] = []
  private var types: [TensorType] = []
  private var instructions: [Instruction] = []
  var seed: Seed

  init(seed: UInt64) {
    self.seed = Seed(state: seed)
    let shapes: [Shape] = [[2, 3], [3], [1, 3], [2, 1], [], [1]]
    let parameters = shapes.map { define(TensorType(.f32, $0)) }
    for shape in shapes {
      let elements = (0..<shape.elementCount).map { _ in Float(Int.random(in: -9...9, using: &self.seed)) / 4
      }
      inputs.append(NDArray(elements, shape: shape))
    }
    for _ in 0..<40 { addOperation() }
    let results = (0..<4).map { _ in Value(Int.random(in: 0..<types.count, using: &self.seed)) }
    let body = Region(parameters: parameters, instructions: instructions, results: results)
    module = Module(functions: [Function(name: "main", types: types, body: body)])
  }

  private mutating func define(_ type: TensorType) -> Value {
    types.append(type)
    return Value(types.count - 1)
  }

  private mutating func add(_ operation: Operation, _ operands: [Value], _ type: TensorType) {
    _ = value(operation, operands, type)
  }

  /// Adds an operation and gives its result.
  mutating func value(_ operation: Operation, _ operands: [Value], _ type: TensorType) -> Value {
    let result = define(type)
    instructions.append(Instruction(operation, operands: operands, results: [result]))
    return result
  }

  /// The type of a value of the program.
  func type(of value: Value) -> TensorType { types[value.index] }

  private mutating func addOperation() {
    let operand = Value(Int.random(in: 0..<types.count, using: &seed))
    let type = types[operand.index]
    switch Int.random(in: 0..<12, using: &seed) {
    case 0: addConstant(type)
    case 1: addBinary(operand, type)
    case 2: add(.elementwise([.negate, .abs, .tanh].randomElement(using: &seed) ?? .abs), [operand], type)
    case 3: addReshape(operand, type)
    case 4: addTranspose(operand, type)
    case 5, 6: addBroadcast(operand, type)
    case 7: addReduce(operand, type)
    case 8: addConversion(operand, type)
    case 9: addSums(operand, type)
    default: addStatistics(operand, type)
    }
  }

  private mutating func addConstant(_ type: TensorType) {
    guard type.scalar == .f32 else { return }
    let bits = UInt64([Float(0), 1, 0.5, -2].randomElement(using: &seed)?.bitPattern ?? 0)
    add(.constant(Literal(type, .splat(bits))), [], type)
  }

  private mutating func addBinary(_ operand: Value, _ type: TensorType) {
    let partners = types.indices.filter { types[$0] == type }.map { Value($0) }
    let operation: Elementwise = [.add, .multiply, .maximum, .subtract].randomElement(using: &seed) ?? .add
    add(.elementwise(operation), [operand, partners.randomElement(using: &seed) ?? operand], type)
  }

  private mutating func addReshape(_ operand: Value, _ type: TensorType) {
    var extents = type.shape.dimensions.filter { $0 != 1 }
    if Bool.random(using: &seed), extents.count == 2 { extents = [extents[0] * extents[1]] }
    while extents.count < 3, Bool.random(using: &seed) {
      extents.insert(1, at: Int.random(in: 0...extents.count, using: &seed))
    }
    add(.reshape, [operand], type.with(shape: Shape(extents)))
  }

  private mutating func addTranspose(_ operand: Value, _ type: TensorType) {
    let permutation = Array(0..<type.rank).shuffled(using: &seed)
    add(
      .transpose(permutation: permutation), [operand],
      type.with(shape: Shape(permutation.map { type.shape[$0] })))
  }

  private mutating func addBroadcast(_ operand: Value, _ type: TensorType) {
    let rank = type.rank + Int.random(in: 0...1, using: &seed)
    guard rank <= 4, type.elementCount <= 24 else { return }
    let axes = Array(Array(0..<rank).shuffled(using: &seed).prefix(type.rank))
    var extents = (0..<rank).map { _ in Int.random(in: 1...2, using: &seed) }
    for (axis, place) in axes.enumerated() where type.shape[axis] != 1 { extents[place] = type.shape[axis] }
    add(.broadcastInDim(dimensions: axes), [operand], type.with(shape: Shape(extents)))
  }

  private mutating func addReduce(_ operand: Value, _ type: TensorType) {
    guard type.scalar == .f32 else { return }
    let axes = (0..<type.rank).filter { _ in Bool.random(using: &seed) }
    let rest = (0..<type.rank).filter { !axes.contains($0) }.map { type.shape[$0] }
    let start = define(TensorType(.f32, []))
    let bits = Bool.random(using: &seed) ? UInt64(0) : UInt64(Float(1).bitPattern)
    instructions.append(
      Instruction(.constant(Literal(TensorType(.f32, []), .splat(bits))), operands: [], results: [start]))
    let operation: Elementwise = Bool.random(using: &seed) ? .add : .multiply
    add(.reduce(.named(operation), dimensions: axes), [operand, start], type.with(shape: Shape(rest)))
  }

  private mutating func addConversion(_ operand: Value, _ type: TensorType) {
    add(.convert, [operand], type.with(scalar: [.f32, .f64, .bf16].randomElement(using: &seed) ?? .f32))
  }
}
