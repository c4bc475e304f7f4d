public import NormaTracing

/// Rows of the last axis, or of another one, scaled to unit Euclidean length.
///
/// y = x * rsqrt(sum(x^2) + epsilon)
///
/// The sum is taken in at least f32. A row of zeros gives zeros. Epsilon stands inside the root, so a row
/// of length about sqrt(epsilon) comes out shorter than one.
///
/// Source: Nguyen, Chiang, "Improving Lexical Choice in Neural Machine Translation", 2018, arXiv:1710.01329.
public struct L2Norm: Layer {
  /// Added to the sum of squares, inside the root.
  public let epsilon: Double
  /// The axis that rows go along.
  public let axis: Axis

  /// A layer for rows of any width.
  public init(epsilon: Double = 1e-12, axis: Axis = .last) { (self.epsilon, self.axis) = (epsilon, axis) }

  /// The layer as Swift code builds it.
  public var spelling: String { "L2Norm(\(axis.spelling))" }

  /// The layer has no parameters.
  public mutating func visitParameters(_ visit: ParameterVisitor) {}

  /// The scaled rows, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    x.require(axis, in: self)
    x.require(epsilon: epsilon, in: self)
    return x.inStatisticsType { x in
      x * (x.square().sum(over: [axis], keepingDimensions: true) + epsilon).rsqrt()
    }
  }
}
