public import NormaTracing

/// Positive weights of sum one for each row of the last axis.
///
/// y = exp(x - max(x)) / sum(exp(x - max(x)))
///
/// Subtracting the greatest element keeps the exponential from overflowing and changes nothing else.
/// Computed in at least f32, rounded once. An element of -inf gives 0; a row of nothing but -inf, or
/// with +inf or NaN, gives NaN in that row.
///
/// Source: Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", 1990.
public struct Softmax: Layer {
  /// A layer for rows of any width.
  public init() {}

  /// The layer as Swift code builds it.
  public var spelling: String { "Softmax()" }

  /// The layer has no parameters.
  public mutating func visitParameters(_ visit: ParameterVisitor) {}

  /// The weights, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    x.requireRows(in: self)
    return x.inStatisticsType { x in
      let powers = (x - x.maximum(over: .last, keepingDimensions: true)).exp()
      return powers / powers.sum(over: .last, keepingDimensions: true)
    }
  }
}
