import NormaArrays
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// `vjp`: cotangents of results in, cotangents of arguments out.
@Suite struct ProductTests {
  @Test(
    arguments: LayerFamily.catalogue.filter(\.isDifferentiable).map(\.name),
    [ScalarType.f64, .f32, .bf16, .f16])
  func `a layer's product is the gradient of its results weighed by the cotangents`(
    name: String, scalar: ScalarType
  ) throws {
    let family = try #require(LayerFamily.named(name))
    let layer = family.untrained(normalizedShape: [4], parameterType: scalar)
    let input = TensorType(scalar, [3, 4])
    let product = try layer.vjpProgram(for: input)
    try product.verify()
    #expect(try Module(parsing: product.text).text == product.text)
    let main = try #require(product.function(named: "main"))
    let types = layer.inputNames.map { _ in input } + layer.parameters.map(\.parameter.type)
    #expect(main.parameterTypes == types + family.resultNames.map { _ in input })
    #expect(main.resultTypes == types)
    let last = family.isLayer ? "dy" : "dy\(family.resultNames.count - 1)"
    #expect(main.parameterAttributes.last == [Attribute("norma.name", "\"\(last)\"")])
    let arguments = main.parameterTypes.enumerated().map { sample($1, seed: $0).converted(to: scalar) }
    let expected = try weighed(layer, input).gradient(withRespectTo: Array(types.indices))
    for position in types.indices {
      let (found, meant) = try (
        values(product, arguments, position), values(expected, arguments, position)
      )
      #expect(found == meant, "\(name) \(position)")
    }
  }

  private func values(_ module: Module, _ inputs: [NDArray], _ result: Int) throws -> [Double] {
    try Interpreter(module).run("main", inputs)[result].converted(to: .f64).elements(as: Double.self)
  }

  /// The sum of a layer's results, each times its cotangent: the last parameters.
  private func weighed(_ layer: some Block, _ input: TensorType) throws -> Module {
    let results = try layer.program(for: input).functions[0].resultTypes
    return try trace(layer.inputNames.map { _ in input }, layer, results) { inputs, layer, cotangents in
      weighedSum(layer.results(of: inputs), by: cotangents)
    }
  }

  @Test func `each floating-point result takes a cotangent, integers none`() throws {
    let type = TensorType(.f64, [2])
    let program = try trace(type, type) { x, y in
      [x * y, (x .> y).converted(to: .i32), x, x * y]
    }
    let product = try program.vjp(withRespectTo: [1, 0])
    let main = try #require(product.function(named: "main"))
    #expect(main.parameterAttributes.map { $0.first?.text } == [nil, nil, "\"dy0\"", "\"dy2\"", "\"dy3\""])
    let inputs = [[2.0, 3], [5, 7], [1, 10], [100, 1000], [0.5, 0.25]].map { NDArray($0, shape: [2]) }
    #expect(try run(product, inputs) == [3, 30.75])
    #expect(try run(product, inputs, result: 1) == [107.5, 1071.75])
  }

  @Test func `a result that does not depend on an argument owes it zeros`() throws {
    let type = TensorType(.f64, [2])
    let product = try trace(type, type) { x, _ in x.floor() }.vjp()
    let inputs = [1.0, 2, 3].map { NDArray([$0, $0], shape: [2]) }
    #expect(try run(product, inputs) == [0, 0])
    #expect(try run(product, inputs, result: 1) == [0, 0])
  }

  @Test func `what has no product is refused`() throws {
    let program = try trace(TensorType(.f64, [2])) { x in x.converted(to: .i32) }
    let error = try #require(throws: TransformError.self) { try program.vjp() }
    #expect(
      error.description
        == "`vjp` needs a floating-point result, but @main returns i32[2]. Convert one with `converted(to: .f32)`."
    )
    let floats = try trace(TensorType(.f64, [2])) { x in x }
    #expect(throws: TransformError.self) { try floats.vjp(withRespectTo: [1]) }
    #expect(throws: TransformError.self) { try floats.vjp(of: "other") }
  }
}
