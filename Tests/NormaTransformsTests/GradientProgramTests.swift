import NormaArrays
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

@Suite struct GradientProgramTests {
  @Test(arguments: LayerFamily.catalogue.filter(\.isDifferentiable).map(\.name))
  func `a layer has the gradient of small differences`(name: String) throws {
    let family = try #require(LayerFamily.named(name))
    var options = LayerOptions(normalizedShape: [4])
    (options.groups, options.features, options.hidden, options.blocks) = (2, 4, 3, 2)
    let layer = family.untrained(options, .f64)
    let program = try weighedLayer(layer)
    let types = try #require(program.function(named: "main")).parameterTypes
    try expectGradient(program, types.enumerated().map { sample($1, seed: $0) }, name)
  }

  private func weighedLayer(_ layer: some Block) throws -> Module {
    let input = TensorType(.f64, [2, 4])
    let results = try layer.program(for: input).functions[0].resultTypes
    return try trace(layer.inputNames.map { _ in input }, results, layer) { inputs, cotangents, layer in
      weighedSum(layer.results(of: inputs), by: cotangents)
    }
  }

  @Test func `only the arguments asked for are differentiated, and an unused one gets zeros`() throws {
    let type = TensorType(.f64, [2])
    let program = try trace([type, type, type]) { x in (x[0] * x[1]).sum(over: .all) }
    let inputs = [1.0, 2, 3].map { NDArray([$0, $0 * 10], shape: [2]) }
    let gradient = try program.gradient(withRespectTo: [2, 1])
    #expect(try run(gradient, inputs) == [0, 0])
    #expect(try run(gradient, inputs, result: 1) == [1, 10])
  }

  @Test func `calls are inlined, and of what is stated of parameters the names stay`() throws {
    let program = try Module(
      parsing: """
        func.func public @main(%arg0: tensor<f64> {norma.name = "x", tf.aliasing_output = 0 : i32}) -> tensor<f64> {
          %0 = call @square(%arg0) : (tensor<f64>) -> tensor<f64>
          return %0 : tensor<f64>
        }
        func.func private @square(%arg0: tensor<f64>) -> tensor<f64> {
          %0 = stablehlo.multiply %arg0, %arg0 : tensor<f64>
          return %0 : tensor<f64>
        }
        """)
    let gradient = try program.gradient()
    #expect(try run(gradient, [NDArray([3.0], shape: [])]) == [6])
    let names = [[Attribute("norma.name", "\"x\"")]]
    #expect(gradient.functions[0].parameterAttributes == names)
    #expect(try program.vmapped(2, axes: [0]).functions[0].parameterAttributes == names)
  }

  @Test func `what has no gradient is refused by name and with a remedy`() throws {
    let vector = TensorType(.f64, [2])
    #expect(
      try refusal(trace(vector) { x in x * 2 })
        == "`gradient` needs one floating-point scalar, but @main returns f64[2]. Sum the result, or return one scalar."
    )
    #expect(
      try refusal(trace(TensorType(.i32, [2]), vector) { _, x in x.sum(over: .all) }, withRespectTo: [0])
        == "`gradient` needs distinct floating-point arguments of @main, but received [0]. Those it has are [1]."
    )
    #expect(
      try refusal(
        Module(
          parsing: """
            func.func public @main(%arg0: tensor<3xf64>, %arg1: tensor<f64>) -> tensor<f64> {
              %0 = stablehlo.reduce(%arg0 init: %arg1) applies stablehlo.multiply across dimensions = [0] : (tensor<3xf64>, tensor<f64>) -> tensor<f64>
              return %0 : tensor<f64>
            }
            """))
        == "2:3: A gradient passes through `reduce`, which has none. Write the product as `exp` of a sum of logarithms where no factor is zero."
    )
  }

  private func refusal(_ module: Module, withRespectTo arguments: [Int]? = nil) throws -> String {
    try #require(throws: TransformError.self) { try module.gradient(withRespectTo: arguments) }.description
  }
}
