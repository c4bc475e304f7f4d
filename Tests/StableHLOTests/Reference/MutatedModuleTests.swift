import NormaArrays
import StableHLO
import Testing

/// A small generator with a seed, so that a failure can be repeated.
private struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let program = """
  func.func public @main(%x: tensor<2x3xf32>, %k: tensor<i32>) -> (tensor<2x3xf32>, tensor<i32>) {
    %zero = stablehlo.constant dense<0.0> : tensor<f32>
    %i = stablehlo.iota dim = 1 : tensor<2x3xi32>
    %c = stablehlo.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
    %0 = stablehlo.add %x, %c : tensor<2x3xf32>
    %1 = stablehlo.transpose %0, dims = [1, 0] : (tensor<2x3xf32>) -> tensor<3x2xf32>
    %2 = stablehlo.dot_general %0, %1, contracting_dims = [1] x [0] : (tensor<2x3xf32>, tensor<3x2xf32>) -> tensor<2x2xf32>
    %3 = stablehlo.reduce(%2 init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<2x2xf32>, tensor<f32>) -> tensor<2xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0] : (tensor<2xf32>) -> tensor<2x3xf32>
    %5 = stablehlo.compare LT, %4, %x : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
    %6 = stablehlo.select %5, %4, %x : tensor<2x3xi1>, tensor<2x3xf32>
    %7 = stablehlo.pad %6, %zero, low = [1, -1], high = [0, 2], interior = [1, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
    %8 = stablehlo.slice %7 [0:4:2, 1:4] : (tensor<4x4xf32>) -> tensor<2x3xf32>
    %9 = stablehlo.dynamic_slice %8, %k, %k, sizes = [1, 2] : (tensor<2x3xf32>, tensor<i32>, tensor<i32>) -> tensor<1x2xf32>
    %10 = stablehlo.dynamic_update_slice %8, %9, %k, %k : (tensor<2x3xf32>, tensor<1x2xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3xf32>
    %11 = stablehlo.reshape %10 : (tensor<2x3xf32>) -> tensor<6xf32>
    %12 = stablehlo.bitcast_convert %11 : (tensor<6xf32>) -> tensor<6x2xi16>
    %13 = stablehlo.convert %12 : (tensor<6x2xi16>) -> tensor<6x2xi32>
    %14 = stablehlo.concatenate %11, %11, dim = 0 : (tensor<6xf32>, tensor<6xf32>) -> tensor<12xf32>
    %15 = stablehlo.reduce_precision %14, format = e5m2 : tensor<12xf32>
    %16 = stablehlo.clamp %zero, %15, %zero : (tensor<f32>, tensor<12xf32>, tensor<f32>) -> tensor<12xf32>
    %17:2 = stablehlo.reduce(%i init: %k), (%i init: %k) across dimensions = [0, 1] : (tensor<2x3xi32>, tensor<2x3xi32>, tensor<i32>, tensor<i32>) -> (tensor<i32>, tensor<i32>)
     reducer(%a: tensor<i32>, %b: tensor<i32>) (%d: tensor<i32>, %e: tensor<i32>) {
      %18 = stablehlo.maximum %a, %b : tensor<i32>
      %19 = func.call @inner(%d, %e) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      stablehlo.return %18, %19 : tensor<i32>, tensor<i32>
    }
    %20 = stablehlo.optimization_barrier %10 : tensor<2x3xf32>
    return %20, %17#1 : tensor<2x3xf32>, tensor<i32>
  }
  func.func private @inner(%a: tensor<i32>, %b: tensor<i32>) -> tensor<i32> {
    %0 = stablehlo.divide %a, %b : tensor<i32>
    %1 = stablehlo.shift_left %0, %b : tensor<i32>
    return %1 : tensor<i32>
  }
  """

/// Changes one thing of a module, sensible or not.
private struct Mutation {
  var noise: Noise

  mutating func change(_ module: inout Module) {
    let chosen = Int.random(in: module.functions.indices, using: &noise)
    var function = module.functions[chosen]
    switch Int.random(in: 0..<4, using: &noise) {
    case 0: changeType(&function)
    case 1: function.body.results = function.body.results.map { any($0, in: function) }
    default: change(&function.body.instructions, in: function)
    }
    module.functions[chosen] = function
  }

  private mutating func changeType(_ function: inout Function) {
    let value = Int.random(in: function.types.indices, using: &noise)
    let scalar = ScalarType.allCases.randomElement(using: &noise) ?? .f32
    let extents = function.types[value].shape.dimensions.map {
      Bool.random(using: &noise) ? $0 : abs(number($0))
    }
    function.types[value] = TensorType(scalar, Bool.random(using: &noise) ? Shape(extents) : [])
  }

  private mutating func change(_ instructions: inout [Instruction], in function: Function) {
    guard let chosen = instructions.indices.randomElement(using: &noise) else { return }
    switch Int.random(in: 0..<4, using: &noise) {
    case 0: instructions[chosen].operands = instructions[chosen].operands.map { any($0, in: function) }
    case 1: instructions[chosen].results = instructions[chosen].results.map { any($0, in: function) }
    case 2: instructions.swapAt(chosen, instructions.startIndex)
    default: instructions[chosen].operation = changed(instructions[chosen].operation, in: function)
    }
  }

  private mutating func any(_ value: Value, in function: Function) -> Value {
    Bool.random(using: &noise) ? value : Value(Int.random(in: -1...function.types.count, using: &noise))
  }

  private mutating func number(_ value: Int) -> Int {
    let numbers = [value, value - 1, value + 1, 0, -1, 1, 1 << 45, Int.max, -Int.max]
    return numbers.randomElement(using: &noise) ?? 0
  }

  private mutating func numbers(_ values: [Int]) -> [Int] {
    let changed = values.map { number($0) }
    return Bool.random(using: &noise) ? changed : Array(changed.dropLast())
  }

  private mutating func changed(_ operation: Operation, in function: Function) -> Operation {
    switch operation {
    case .iota(let dimension): .iota(dimension: number(dimension))
    case .broadcastInDim(let dimensions): .broadcastInDim(dimensions: numbers(dimensions))
    case .transpose(let permutation): .transpose(permutation: numbers(permutation))
    case .slice(let start, let limit, let strides):
      .slice(start: numbers(start), limit: numbers(limit), strides: numbers(strides))
    case .pad(let low, let high, let interior):
      .pad(low: numbers(low), high: numbers(high), interior: numbers(interior))
    case .dynamicSlice(let sizes): .dynamicSlice(sizes: numbers(sizes))
    case .concatenate(let dimension): .concatenate(dimension: number(dimension))
    case .reduce(let reducer, let dimensions): .reduce(reducer, dimensions: numbers(dimensions))
    case .reducePrecision(let exponent, let mantissa):
      .reducePrecision(exponentBits: number(exponent), mantissaBits: number(mantissa))
    case .dotGeneral(let dot):
      .dotGeneral(
        DotDimensions(leftContracting: numbers(dot.leftContracting), rightContracting: dot.rightContracting))
    case .elementwise: .elementwise(Elementwise.allCases.randomElement(using: &noise) ?? .add)
    case .constant(let literal): .constant(Literal(literal.type.with(scalar: .f64), .splat(1)))
    case .call: .call("main")
    case .compare, .select, .clamp, .convert, .bitcastConvert, .reshape, .dynamicUpdateSlice, .while,
      .check, .optimizationBarrier:
      .optimizationBarrier
    }
  }
}

@Suite struct MutatedModuleTests {
  @Test func `a mutated module is refused or runs, and never crashes`() throws {
    let original = try Module(parsing: program)
    try original.verify()
    var (refused, ran) = (0, 0)
    for seed in 0..<4000 {
      var mutation = Mutation(noise: Noise(state: UInt64(seed)))
      var module = original
      for _ in 0...seed % 3 { mutation.change(&module) }
      guard (try? module.verify()) != nil else {
        refused += 1
        continue
      }
      let types = module.function(named: "main")?.parameterTypes ?? []
      guard types.allSatisfy({ $0.elementCount < 100 }) else { continue }
      let arguments = types.map { TensorValue(Literal($0, .splat(1))) }
      if (try? Interpreter(module).run(values: arguments)) != nil { ran += 1 }
    }
    #expect(refused > 500 && ran > 100, "\(refused) were refused, \(ran) ran")
  }
}
