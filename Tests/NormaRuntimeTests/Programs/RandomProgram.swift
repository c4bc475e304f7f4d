import NormaArrays
import StableHLO

@testable import NormaRuntime

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

/// A valid program drawn by chance, arguments for it, and what its results must be.
///
/// Each instruction is evaluated in float64 as it is drawn, and its error bounded; one whose error
/// cannot be bounded is not taken.
struct RandomProgram {
  private(set) var module = Module(functions: [])
  private(set) var arguments: [NDArray] = []
  private(set) var results: [Estimate] = []
  /// What is known of each value.
  private(set) var estimates: [Estimate] = []
  /// The extents that the program's shapes are made of, largest shape first.
  let extents: [Int]
  var seed: Seed
  private var parameters: [Value] = []
  private var instructions: [Instruction] = []
  private var callees: [Function] = []
  /// Values that may be read: all but those inside regions.
  private(set) var visible: [Value] = []

  init(seed number: UInt64, operations: Int = 40) {
    seed = Seed(state: number)
    extents = Self.extents(&seed)
    for _ in 0..<5 { addParameter() }
    for _ in 0..<operations * 2 where instructions.count < operations { addOperation() }
    finish()
  }

  private static func extents(_ seed: inout Seed) -> [Int] {
    let sizes = [1, 2, 3, 4, 5, 7, 8, 16, 17, 19, 33, 40]
    let rank = [1, 2, 2, 3, 3, 4].randomElement(using: &seed) ?? 2
    var extents = (0..<rank).map { _ in sizes.randomElement(using: &seed) ?? 1 }
    while extents.reduce(1, *) > 1500 { extents[extents.count - 1] = (extents.last ?? 2) / 2 }
    if Int.random(in: 0..<12, using: &seed) == 0 { extents[Int.random(in: 0..<rank, using: &seed)] = 0 }
    return extents
  }

  private mutating func finish() {
    let used = Set(instructions.flatMap(\.reads))
    var values = visible.filter { !used.contains($0) && !parameters.contains($0) }.suffix(8).shuffled(
      using: &seed)
    values += visible.shuffled(using: &seed).prefix(2)
    if chance(4) { values.append(values[0]) }
    if chance(4) { values.append(parameters[0]) }
    results = values.map { estimates[$0.index] }
    let body = Region(parameters: parameters, instructions: instructions, results: values)
    let main = Function(name: "main", types: estimates.map(\.type), body: body)
    module = Module(functions: [main] + callees)
  }

  // MARK: - Parts

  /// True once in `count` times.
  mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &seed) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &seed) }

  /// The estimate of a value.
  subscript(value: Value) -> Estimate { estimates[value.index] }

  /// A value of some kind, later ones preferred.
  mutating func value(_ fits: (Estimate) -> Bool = { _ in true }) -> Value? {
    let all = visible.filter { fits(self[$0]) }
    return chance(2) ? pick(all.suffix(6)) : pick(all)
  }

  private mutating func addParameter() {
    let scalar: ScalarType = pick([.f32, .f32, .f32, .f32, .bf16, .bf16, .f16, .f64, .i1, .i32]) ?? .f32
    let first = parameters.isEmpty
    let type = TensorType(first ? .f32 : scalar, first ? Shape(extents) : someShape())
    let elements = (0..<type.elementCount).map { _ in Double(Int.random(in: -12...12, using: &seed)) / 4 }
    let array = NDArray(elements, shape: type.shape).converted(to: type.scalar)
    arguments.append(array)
    let promoted = array.converted(to: type.promotedToDouble.scalar)
    let value = define(Estimate(type: type, value: TensorValue(promoted), error: 0))
    parameters.append(value)
    visible.append(value)
  }

  /// Some of the extents, in order, now and then with an axis of 1 among them.
  mutating func someShape() -> Shape {
    var shape = extents
    switch Int.random(in: 0..<6, using: &seed) {
    case 0, 1: break
    case 2: shape.removeFirst(Int.random(in: 0...shape.count, using: &seed))
    case 3: shape.removeLast(Int.random(in: 0...shape.count, using: &seed))
    default: shape.removeAll { _ in Bool.random(using: &seed) }
    }
    if shape.count < 4, chance(3) { shape.insert(1, at: Int.random(in: 0...shape.count, using: &seed)) }
    return Shape(shape)
  }

  /// A new value that no instruction gives yet.
  mutating func define(_ estimate: Estimate) -> Value {
    estimates.append(estimate)
    return Value(estimates.count - 1)
  }

  /// Adds a function that the program may call.
  mutating func add(callee: Function) { callees.append(callee) }

  /// Adds an instruction whose results stand in `estimates` already.
  mutating func add(_ instruction: Instruction) {
    instructions.append(instruction)
    visible += instruction.results
  }

  /// Adds an operation if its result is known well enough.
  @discardableResult
  mutating func add(_ operation: Operation, _ operands: [Value], _ type: TensorType) -> Value? {
    guard let value = promotedValue(operation, operands, type),
      let estimate = Estimate(operation, operands.map { self[$0] }, type: type, value: value)
    else { return nil }
    let result = define(estimate)
    add(Instruction(operation, operands: operands, results: [result]))
    return result
  }

  /// The value in float64 of one operation.
  func promotedValue(_ operation: Operation, _ operands: [Value], _ type: TensorType) -> TensorValue? {
    let types = operands.map { self[$0].type } + [type]
    let names = operands.indices.map { Value($0) }
    let result = Value(operands.count)
    let body = Region(
      parameters: names, instructions: [Instruction(operation, operands: names, results: [result])],
      results: [result])
    let program = promotedToDouble(Module(functions: [Function(name: "main", types: types, body: body)]))
    return try? Interpreter(program).run(values: operands.map { self[$0].value })[0]
  }
}
