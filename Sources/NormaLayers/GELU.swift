public import NormaTracing

/// The Gaussian error linear unit: each element times the chance that a normal variable is below it.
///
/// exact: y = x/2 * erfc(-x / sqrt(2))
/// tanh:  y = x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3)))
///
/// The complement erfc keeps the digits of small values where x is far below zero, which 1 + erf loses.
/// f16 and bf16 are computed in f32 and rounded once. -inf gives NaN, as 0 times infinity does.
///
/// Source: Hendrycks, Gimpel, "Gaussian Error Linear Units (GELUs)", 2016, arXiv:1606.08415.
public struct GELU: Layer {
  /// How the normal distribution is computed.
  public enum Approximation: String, Hashable, Sendable, CaseIterable {
    /// By the error function.
    case exact
    /// By a hyperbolic tangent, up to 5e-4 from the exact form; the default of `jax.nn.gelu`.
    case tanh
  }

  /// How the normal distribution is computed.
  public let approximation: Approximation

  /// A layer of the given form.
  public init(_ approximation: Approximation = .exact) { self.approximation = approximation }

  /// The layer as Swift code builds it.
  public var spelling: String { approximation == .exact ? "GELU()" : "GELU(.tanh)" }

  /// The layer has no parameters.
  public mutating func visitParameters(_ visit: ParameterVisitor) {}

  /// The layer's value at each element, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.requireFloatingPoint(in: self)
    return x.inStatisticsType { x in
      switch approximation {
      case .exact: 0.5 * x * (-x * 0.5.squareRoot()).erfc()
      // With x taken out of the cubic, its derivative takes four operations fewer.
      case .tanh: 0.5 * x * (1 + ((2 / Double.pi).squareRoot() * x * (1 + 0.044715 * x.square())).tanh())
      }
    }
  }
}
