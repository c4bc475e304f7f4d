internal import NormaArrays
public import NormaTracing

/// A norm whose rows are rounded to eight bits, each by a scale of its own, for products of integers.
///
/// y = norm(x)
/// scale = max(|y|) / 127
/// q = round(y / scale)
///
/// q times scale is y to within half a scale, up to the rounding of f32. Halves are rounded to even. f16 and bf16 are
/// computed in f32 throughout: y is not rounded before it is divided. A row of zeros gives zeros and the scale 0. A row
/// with inf or NaN gives zeros and the scale NaN.
///
/// Source: dynamic quantization by token: Yao and others, "ZeroQuant", 2022, arXiv:2206.01861; `rms_norm_dynamic_per_token_quant`
/// in vLLM.
public struct QuantizedNorm<Norm: Layer>: Block {
  /// Normalizes the rows.
  public var norm: Norm

  /// A norm that is rounded to eight bits.
  public init(_ norm: Norm) { self.norm = norm }

  /// The block as Swift code builds it.
  public var spelling: String { "QuantizedNorm(\(norm.spelling))" }

  /// `x`.
  public var inputNames: [String] { ["x"] }

  /// Those of the norm.
  public mutating func visitParameters(_ visit: ParameterVisitor) { norm.visitParameters(visit) }

  /// The rounded rows, and their scales.
  public func results(of inputs: [Tensor]) -> [Tensor] {
    let (q, scale) = self(inputs[0])
    return [q, scale]
  }

  /// The rounded rows, i8 of the shape of `x`, and their scales, f32 with a last axis of 1; f64 for f64.
  public func callAsFunction(_ x: Tensor) -> (q: Tensor, scale: Tensor) {
    x.requireFloatingPoint(in: self)
    let y = norm(x.converted(to: x.scalar.statisticsType))
    let scale = y.abs().maximum(over: .last, keepingDimensions: true) / 127
    let divisor = scale.replacing(with: 1, where: scale .== 0)
    return ((y / divisor).roundedToEven().converted(to: .i8), scale)
  }
}
