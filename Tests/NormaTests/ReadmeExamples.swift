import Norma

struct GatedRMSNorm: ParameterContainer {
  var weight: Parameter

  mutating func visitParameters(_ visit: ParameterVisitor) { visit("weight", &weight) }

  func callAsFunction(_ x: Tensor, gate: Tensor) -> Tensor {
    let meanSquare = x.square().mean(over: .last, keepingDimensions: true)
    return x * (meanSquare + 1e-6).rsqrt() * x.parameter(weight) * (gate * gate.logistic())
  }
}

struct ResidualNorm: ParameterContainer {
  var norm: LayerNorm

  mutating func visitParameters(_ visit: ParameterVisitor) { visit("norm", &norm) }

  func callAsFunction(_ x: Tensor, residual: Tensor) -> (Tensor, Tensor) {
    let h = x + residual
    return (h, norm(h))
  }
}

/// The statements that the README shows, as functions of what it takes as given.
enum ReadmeExamples {
  static func arrays(_ x: NDArray) throws -> NDArray {
    let norm = LayerNorm(1024)
    let y = try norm(x)
    return y
  }

  static func onXLA(_ x: NDArray) throws -> NDArray {
    let norm = LayerNorm(1024)
    let program = try trace(x) { x in norm(x) }
    let onXLA = try compile(program, engine: .xla)
    let y = try onXLA([x])[0]
    return y
  }

  static func rows(_ input: [Float], _ output: inout [Float]) throws {
    let norm = try compile(LayerNorm(1024), rowShape: [1024], of: Float.self)
    var target = output.mutableSpan
    try norm(input.span, into: &target)
  }

  static func gated(_ x: NDArray, _ gate: NDArray, _ weight: NDArray) throws -> (NDArray, Executable) {
    let rows = TensorType(.f32, [512, 1024])
    let layer = GatedRMSNorm(weight: Parameter(weight))
    let program = try trace(Input("x", rows), Input("gate", rows), layer) { x, gate, layer in
      layer(x, gate: gate)
    }
    let gated = try compile(program)
    let y = try gated([x, gate, weight])[0]
    return (y, gated)
  }

  static func residual(_ x: NDArray, _ residual: NDArray) throws -> ([NDArray], Executable) {
    let layer = ResidualNorm(norm: LayerNorm(1024))
    let program = try trace(x, residual) { x, residual in layer(x, residual: residual) }
    let addAndNorm = try compile(program)
    let results = try addAndNorm([x, residual])
    return (results, addAndNorm)
  }

  static func training(_ x: NDArray, _ model: ResidualMLP) throws -> [NDArray] {
    let weights = model.parameters.compactMap(\.parameter.array)
    let step = try trace(x, model) { x, model in
      let (loss, gradient) = valueAndGradient(of: model, at: x) { model, x in
        vmap { row in model(row) }(x).square().mean(over: .all)
      }
      return (loss, gradient)
    }
    let slopes = try compile(step)([x] + weights)
    return slopes
  }
}
