import NormaArrays
import NormaLayers
import NormaRewriting
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// The gradients of Norma's own layers and models.
@Suite struct LayerGradientTests {
  @Test func `the model of the report, written in Norma, ends with as many reductions as JAX's`() throws {
    let module = try ResidualMLP(64, hidden: 64).lossGradientProgram(
      for: TensorType(.f32, [256, 32, 64])
    ) { $0.square().mean(over: .all) }
    let rewritten = OpCounts(try Pipeline.standard(module).module)
    #expect(rewritten.reducedValues == GradientProgramTests.needed(blocks: 8))
    #expect(rewritten.broadcasts <= 62)
  }

  @Test(arguments: LayerFamily.catalogue.filter(\.isDifferentiable).map(\.name))
  func `a layer's gradient keeps its meaning`(name: String) throws {
    let family = try #require(LayerFamily.named(name))
    let shape: Shape = name == "residual-mlp" ? [2, 3, 8] : [6, 8]
    let layer = family.untrained(normalizedShape: [8], parameterType: .f64)
    let module = try family.gradientProgram(of: layer, for: TensorType(.f64, shape))
    let rewritten = try Pipeline.standard(module).module
    var seed = Seed(state: 3)
    let inputs = module.functions[0].parameterTypes.map { type in
      NDArray(
        (0..<type.elementCount).map { _ in Double.random(in: 0.5...2, using: &seed) }, shape: type.shape)
    }
    let (meant, found) = (
      try Interpreter(module).run("main", inputs), try Interpreter(rewritten).run("main", inputs)
    )
    let error = greatestRelativeError(
      found.map { $0.elements(as: Double.self) }, meant.map { $0.elements(as: Double.self) })
    #expect(error <= 1e-11)
    #expect(OpCounts(rewritten).reducedValues <= OpCounts(module).reducedValues)
  }
}
