public import NormaTracing

/// A residual sum and its norm, as transformers take them: the sum goes on to the next residual, the norm into the
/// next layer.
///
/// sum = x + residual
/// y = norm(sum)
///
/// The sum is rounded to the type of its operands before it is normalized, so that both results are of the same
/// numbers.
///
/// Source: the layers between two parts of a transformer; `fused_add_rms_norm` in vLLM,
/// `SkipLayerNormalization` in ONNX Runtime.
public struct AddNorm<Norm: Layer>: Block {
  /// Normalizes the sum.
  public var norm: Norm

  /// A sum that a norm follows.
  public init(_ norm: Norm) { self.norm = norm }

  /// The block as Swift code builds it.
  public var spelling: String { "AddNorm(\(norm.spelling))" }

  /// `x` and `residual`.
  public var inputNames: [String] { ["x", "residual"] }

  /// Those of the norm.
  public mutating func visitParameters(_ visit: ParameterVisitor) { norm.visitParameters(visit) }

  /// The sum, and its norm.
  public func results(of inputs: [Tensor]) -> [Tensor] {
    let (sum, y) = self(inputs[0], inputs[1])
    return [sum, y]
  }

  /// The sum, and its norm, both of the type of `x`.
  public func callAsFunction(_ x: Tensor, _ residual: Tensor) -> (sum: Tensor, y: Tensor) {
    x.requireFloatingPoint(in: self)
    let sum = x + residual
    return (sum, norm(sum))
  }
}
