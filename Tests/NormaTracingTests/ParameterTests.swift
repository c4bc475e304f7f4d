import NormaArrays
import NormaTracing
import StableHLO
import Testing

/// A layer as a user writes it.
private struct Scale: ParameterContainer, Sendable {
  var weight: Parameter
  var bias: Parameter?

  mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("weight", &weight)
    visit("bias", &bias)
  }

  func callAsFunction(_ x: Tensor) -> Tensor {
    let y = x * x.parameter(weight)
    return bias.map { y + x.parameter($0) } ?? y
  }
}

/// A model made of layers.
private struct Stack: ParameterContainer, Sendable {
  var blocks: [Scale]
  var last: Scale

  mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("blocks", &blocks)
    visit("last", &last)
  }
}

@Suite struct ParameterTests {
  private let array = NDArray([1, 2, 3, 4] as [Float], shape: [4])
  private var plain: Scale { Scale(weight: Parameter(array)) }
  private var biased: Scale { Scale(weight: Parameter(array), bias: Parameter(filledWith: 0.5, .f32, [4])) }

  @Test func `parameters are named by their path, absent ones left out`() {
    let stack = Stack(blocks: [plain, biased], last: plain)
    #expect(
      stack.parameters.map(\.name)
        == ["blocks.0.weight", "blocks.1.weight", "blocks.1.bias", "last.weight"])
  }

  @Test func `parameters can be replaced`() throws {
    let changed = biased.mapParameters { $0.name == "bias" ? Parameter(array) : $0.parameter }
    #expect(try #require(changed.bias?.array).isBitwiseEqual(to: array))
    #expect(try #require(changed.weight.array).isBitwiseEqual(to: array))
  }

  @Test func `a filled parameter has its number in every element`() throws {
    let filled = Parameter(filledWith: 0.1, .bf16, [2, 3])
    #expect(
      try #require(filled.array).elements(as: BFloat16.self) == Array(repeating: BFloat16(0.1), count: 6))
  }

  @Test func `the parameters of a traced layer are inputs with names`() throws {
    let program = try TracedProgram(
      trace(Input("x", TensorType(.f32, [2, 4])), biased) { x, layer in layer(x) })
    #expect(program.parameters == ["f32[2, 4]", "f32[4]", "f32[4]"])
    #expect(program.names == ["broadcast_in_dim", "multiply", "broadcast_in_dim", "add"])
    #expect(
      program.function.parameterAttributes
        == ["x", "weight", "bias"].map { [Attribute("norma.name", "\"\($0)\"")] })
  }

  @Test func `the parameters of a captured layer are constants`() throws {
    let layer = plain
    let program = try TracedProgram(trace(TensorType(.f32, [2, 4])) { x in layer(x) })
    #expect(program.parameters == ["f32[2, 4]"])
    #expect(program.names == ["constant", "broadcast_in_dim", "multiply"])
    #expect(program.constantBits == UInt64(Float(1).bitPattern))
  }

  @Test func `arrays of inputs and several results keep their order`() throws {
    let types = [1, 2, 3].map { TensorType(.f32, [$0]) }
    let program = try TracedProgram(
      trace(types, TensorType(.f64, [7])) { xs, y in (y, xs.reversed().map { $0 }) })
    #expect(program.parameters == ["f32[1]", "f32[2]", "f32[3]", "f64[7]"])
    #expect(program.results == ["f64[7]", "f32[3]", "f32[2]", "f32[1]"])
  }
}
