public import NormaTracing

/// Positive weights of sum one for each row of the last axis, or of another one.
///
/// y = exp(x - max(x)) / sum(exp(x - max(x)))
///
/// Subtracting the greatest element keeps the exponential from overflowing and changes nothing else.
/// Computed in at least f32, rounded once. An element of -inf gives 0; a row of nothing but -inf, or
/// with +inf or NaN, gives NaN in that row.
///
/// Source: Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", 1990.
public struct Softmax: Layer {
  /// The axis that rows go along.
  public let axis: Axis

  /// A layer for rows of any width.
  public init(axis: Axis = .last) { self.axis = axis }

  /// The layer as Swift code builds it.
  public var spelling: String { "Softmax(\(axis.spelling))" }

  /// The layer has no parameters.
  public mutating func visitParameters(_ visit: ParameterVisitor) {}

  /// The weights, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    x.require(axis, in: self)
    return x.inStatisticsType { x in
      let powers = (x - x.maximum(over: [axis], keepingDimensions: true)).exp()
      return powers / powers.sum(over: [axis], keepingDimensions: true)
    }
  }
}
