import NormaArrays
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

@Suite struct ModelGradientTests {
  private let input = TensorType(.f64, [2, 3, 4])
  private let model = ResidualMLP(4, hidden: 5, blocks: 2, parameterType: .f64)

  private func loss(_ model: ResidualMLP, _ x: Tensor) -> Tensor { model(x).square().mean(over: .all) }

  /// The arguments of a model's program: an input and the model's parameters.
  private var arguments: [NDArray] { [sample(input)] + model.parameters.compactMap(\.parameter.array) }

  @Test func `a model's gradient has its parameters' names in order`() throws {
    var names: [String] = []
    let step = try trace(Input("x", input), model) { x, model in
      let (value, gradient) = valueAndGradient(of: model, at: x) { model, x in
        vmap { row in vmap { model($0) }(row) }(x).square().mean(over: .all)
      }
      names = gradient.names
      #expect(gradient["blocks.1.up.bias"]?.shape == [5])
      #expect(gradient["blocks.2.up.bias"] == nil)
      return (value, gradient)
    }
    #expect(names == model.parameters.map(\.name))
    let whole = try trace(Input("x", input), model) { x, model in loss(model, x) }
    let expected = try whole.valueAndGradient(withRespectTo: Array(1...names.count))
    for position in 0...names.count {
      let (found, meant) = try (
        run(step, arguments, result: position), run(expected, arguments, result: position)
      )
      #expect(zip(found, meant).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }, "\(position)")
      #expect(found.count == meant.count)
    }
  }

  @Test func `a model that is no argument of the trace is differentiated all the same`() throws {
    let step = try trace(input) { x in
      valueAndGradient(of: model, at: x, loss: loss).gradient["blocks.0.norm.weight"] ?? x
    }
    let whole = try trace(Input("x", input), model) { x, model in loss(model, x) }
    let found = try run(step, [sample(input)])
    let meant = try run(whole.gradient(withRespectTo: [1]), arguments)
    #expect(zip(found, meant).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) })
    #expect(found.count == 4)
  }

  @Test func `the gradient program of the model's family is that of its loss under a batch for each axis`()
    throws
  {
    let family = try #require(LayerFamily.named("residual-mlp"))
    let program = try family.gradientProgram(of: model, for: input)
    let whole = try trace(Input("x", input), model) { x, model in loss(model, x) }
    let expected = try whole.gradient(withRespectTo: Array(1...model.parameters.count))
    for position in model.parameters.indices {
      let (found, meant) = try (
        run(program, arguments, result: position), run(expected, arguments, result: position)
      )
      #expect(zip(found, meant).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }, "\(position)")
    }
    let main = try #require(program.function(named: "main"))
    #expect(main.resultTypes == model.parameters.map(\.parameter.type))
    #expect(main.parameterAttributes[1] == [Attribute("norma.name", "\"blocks.0.norm.weight\"")])
  }

  @Test func `a layer without parameters has no gradient in them`() throws {
    let error = try #require(throws: TracingError.self) {
      try trace(TensorType(.f64, [3])) { x in
        valueAndGradient(of: Softmax(), at: x) { layer, x in layer(x).sum(over: .all) }.value
      }
    }
    #expect(
      error.message
        == "`gradient` needs distinct floating-point arguments of @closure, but received []. Those it has are [0]."
    )
  }
}
