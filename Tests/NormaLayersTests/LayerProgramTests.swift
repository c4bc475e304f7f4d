import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@Suite struct LayerProgramTests {
  /// The only function of a layer's program.
  private func function(_ layer: some Block, _ type: TensorType) throws -> Function {
    try #require(layer.program(for: type).function(named: "main"))
  }

  @Test(arguments: LayerFamily.catalogue.map(\.name), ScalarType.allCases.filter(\.isFloatingPoint))
  func `every layer keeps the shape and the type of its input and takes no statistics below f32`(
    name: String, scalar: ScalarType
  ) throws {
    let family = try #require(LayerFamily.named(name))
    let layer = family.untrained(normalizedShape: [17], parameterType: .f32)
    let traced = try function(layer, TensorType(scalar, [3, 17]))
    #expect(
      traced.parameterTypes.prefix(family.inputNames.count).allSatisfy { $0 == TensorType(scalar, [3, 17]) })
    #expect(layer.inputNames == family.inputNames && traced.resultTypes.count == family.resultNames.count)
    let results =
      family.isDifferentiable
      ? family.resultNames.map { _ in TensorType(scalar, [3, 17]) } : quantized(scalar)
    #expect(traced.resultTypes == results)
    #expect(layer.parameters.map(\.name) == family.parameterNames)
    for instruction in traced.body.instructions {
      guard case .reduce = instruction.operation else { continue }
      #expect(traced.type(of: instruction.results[0]).scalar.byteCount >= 4)
    }
  }

  /// What a norm rounded to eight bits gives.
  private func quantized(_ scalar: ScalarType) -> [TensorType] {
    [TensorType(.i8, [3, 17]), TensorType(scalar == .f64 ? .f64 : .f32, [3, 1])]
  }

  @Test(arguments: [
    (RMSNorm.Convention.standard, ScalarType.bf16, ScalarType.f32, ScalarType.bf16),
    (.llama, .bf16, .f32, .f32),
    (.llama, .bf16, .bf16, .bf16), (.llama, .f16, .bf16, .f32), (.llama, .f32, .bf16, .f32),
    (.gemma, .bf16, .f32, .bf16), (.t5, .bf16, .f32, .f32), (.t5, .f32, .bf16, .bf16),
    (.t5, .f16, .bf16, .bf16),
    (.standard, .f64, .f32, .f64), (.llama, .f64, .f32, .f64),
  ])
  func `a convention fixes the type of the result`(
    convention: RMSNorm.Convention, input: ScalarType, weight: ScalarType, result: ScalarType
  ) throws {
    let layer = RMSNorm(8, convention: convention, parameterType: weight)
    #expect(try function(layer, TensorType(input, [2, 8])).resultTypes == [TensorType(result, [2, 8])])
  }

  /// The scalar types of the product with the weight, which stands between the casts.
  @Test(arguments: [
    (RMSNorm.Convention.standard, ScalarType.f32), (.llama, .bf16), (.gemma, .f32), (.t5, .bf16),
  ])
  func `the product stands where the convention puts it`(
    convention: RMSNorm.Convention, scalar: ScalarType
  ) throws {
    let traced = try function(
      RMSNorm(8, convention: convention, parameterType: .bf16), TensorType(.bf16, [2, 8]))
    let products = traced.body.instructions.filter { $0.operation == .elementwise(.multiply) }
    #expect(traced.type(of: try #require(products.last?.results.first)).scalar == scalar)
  }

  @Test func `an untrained layer changes nothing by its parameters`() throws {
    let gemma = try #require(RMSNorm(4, convention: .gemma).weight?.array)
    #expect(gemma.elements(as: Float.self) == [0, 0, 0, 0])
    let weight = try #require(LayerNorm(2).weight?.array)
    #expect(weight.elements(as: Float.self) == [1, 1])
    let bias = try #require(LayerNorm(2).bias?.array)
    #expect(bias.elements(as: Float.self) == [0, 0])
    #expect(LayerNorm(2, elementwiseAffine: false).parameters.isEmpty)
  }

  @Test func `several trailing axes form one row`() throws {
    let layer = LayerNorm(normalizedShape: [2, 3])
    let traced = try function(layer, TensorType(.f32, [5, 2, 3]))
    #expect(traced.parameterTypes.map(\.brief) == ["f32[5, 2, 3]", "f32[2, 3]", "f32[2, 3]"])
    for instruction in traced.body.instructions {
      guard case .reduce(_, let dimensions) = instruction.operation else { continue }
      #expect(dimensions == [1, 2])
    }
  }

  @Test func `families are found by name and have the usual epsilons`() {
    #expect(LayerFamily.named("layernorm")?.defaultEpsilon == 1e-5)
    #expect(LayerFamily.named("rmsnorm")?.defaultEpsilon == 1e-6)
    #expect(LayerFamily.named("l2norm")?.defaultEpsilon == 1e-12)
    #expect(LayerFamily.named("instancenorm")?.name == nil)
    #expect(LayerNorm(8).epsilon == 1e-5 && RMSNorm(8).epsilon == 1e-6 && L2Norm().epsilon == 1e-12)
  }
}
