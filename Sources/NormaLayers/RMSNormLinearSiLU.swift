public import NormaArrays
public import NormaTracing

/// A norm, a linear map and its activation: y = silu(linear(norm(x))).
///
/// Source: the block `rms_norm_linear_silu` of Apple Neural Engine builders, the way into a gated
/// feed-forward part.
public struct RMSNormLinearSiLU: Layer {
  /// Normalizes the rows.
  public var norm: RMSNorm
  /// Maps them.
  public var linear: Linear

  /// A block of the given parts.
  public init(norm: RMSNorm, linear: Linear) { (self.norm, self.linear) = (norm, linear) }

  /// A block as it stands before training.
  public init(
    _ inputs: Int, _ outputs: Int, epsilon: Double = 1e-6, hasBias: Bool = false, seed: UInt64 = 0,
    parameterType: ScalarType = .f32
  ) {
    norm = RMSNorm(inputs, epsilon: epsilon, parameterType: parameterType)
    linear = Linear(inputs, outputs, hasBias: hasBias, seed: seed, parameterType: parameterType)
  }

  /// The parameters of `norm`, then of `linear`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("norm", &norm)
    visit("linear", &linear)
  }

  /// The activated rows, of the same element type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    return SiLU()(linear(norm(x)))
  }
}
