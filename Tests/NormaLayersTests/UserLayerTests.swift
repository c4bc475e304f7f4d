import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

/// RMS norm of x, scaled by a weight and by a gate through SiLU: two inputs, one result.
struct GatedRMSNorm: ParameterContainer {
  var norm: RMSNorm

  mutating func visitParameters(_ visit: ParameterVisitor) { visit("norm", &norm) }

  func callAsFunction(_ x: Tensor, gate: Tensor) -> Tensor {
    norm(x) * (gate * gate.logistic())
  }
}

/// The residual sum and its norm: two results.
struct ResidualNorm: ParameterContainer {
  var norm: LayerNorm

  mutating func visitParameters(_ visit: ParameterVisitor) { visit("norm", &norm) }

  func callAsFunction(_ x: Tensor, residual: Tensor) -> (sum: Tensor, norm: Tensor) {
    let sum = x + residual
    return (sum, norm(sum))
  }
}

@Suite struct UserLayerTests {
  let type = TensorType(.f32, [4, 64])

  @Test func `a gated norm is a line of math`() throws {
    let program = try trace(Input("x", type), Input("gate", type), GatedRMSNorm(norm: RMSNorm(64))) {
      x, gate, layer in layer(x, gate: gate)
    }
    let main = try #require(program.function(named: "main"))
    #expect(main.parameterTypes.map(\.brief) == ["f32[4, 64]", "f32[4, 64]", "f32[64]"])
    #expect(main.parameterAttributes[2] == [Attribute("norma.name", "\"norm.weight\"")])
    #expect(main.resultTypes == [type])
  }

  @Test func `a residual norm has two results`() throws {
    let program = try trace(type, type, ResidualNorm(norm: LayerNorm(64))) { x, residual, layer in
      let (sum, norm) = layer(x, residual: residual)
      return (sum, norm)
    }
    let main = try #require(program.function(named: "main"))
    #expect(main.resultTypes == [type, type])
    #expect(main.body.instructions.filter { $0.operation == .elementwise(.add) }.count == 3)
  }
}
