public import NormaTracing

/// The sigmoid linear unit, also called swish.
///
/// y = x / (1 + exp(-x))
///
/// f16 and bf16 are computed in f32 and rounded once. -inf gives NaN, as infinity times 0 does.
///
/// Source: Elfwing, Uchibe, Doya, "Sigmoid-Weighted Linear Units", 2017, arXiv:1702.03118.
public struct SiLU: Layer {
  /// A layer for tensors of any shape.
  public init() {}

  /// The layer as Swift code builds it.
  public var spelling: String { "SiLU()" }

  /// The layer has no parameters.
  public mutating func visitParameters(_ visit: ParameterVisitor) {}

  /// The layer's value at each element, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    return x.inStatisticsType { $0 * $0.logistic() }
  }
}
