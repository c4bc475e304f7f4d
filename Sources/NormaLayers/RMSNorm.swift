public import NormaArrays
public import NormaTracing
internal import StableHLO

/// Root mean square normalization of the last axis, or of another one.
///
/// y = x * rsqrt(mean(x^2) + epsilon) * weight
///
/// The mean square is taken in at least f32. Where the result is rounded to the input's type is a matter of
/// convention, and in f16 and bf16 gives different numbers: see ``Convention``. A row of zeros gives zeros.
///
/// Source: Zhang, Sennrich, "Root Mean Square Layer Normalization", 2019, arXiv:1910.07467.
public struct RMSNorm: Layer {
  /// Where the weight is applied, and where the down-cast stands.
  public enum Convention: String, Hashable, Sendable, CaseIterable {
    /// Everything in at least f32, one rounding at the end.
    case standard
    /// Rounded to the input's type before the product, which is of the wider type of input and weight.
    case llama
    /// Scaled by (1 + weight) in at least f32, one rounding at the end; the weight starts from zeros.
    case gemma
    /// Rounded to the weight's type if that is f16 or bf16; with a wider weight the result stays wide.
    case t5
  }

  /// The extent of the axis.
  public let width: Int
  /// The axis that rows go along: `RMSNorm(64, axis: 1)` normalizes the channels of images [batch, 64, height, width].
  public let axis: Axis
  /// Added to the mean square, inside the root.
  public let epsilon: Double
  /// Where the weight is applied, and where the down-cast stands.
  public let convention: Convention
  /// Scales each element of the row.
  public var weight: Parameter?

  /// A layer with the given weight; `nil` leaves it out.
  public init(
    _ width: Int, axis: Axis = .last, epsilon: Double = 1e-6, convention: Convention = .standard,
    weight: Parameter?
  ) {
    (self.width, self.axis, self.epsilon) = (width, axis, epsilon)
    (self.convention, self.weight) = (convention, weight)
  }

  /// A layer as it stands before training: a weight that changes nothing, or none.
  public init(
    _ width: Int, axis: Axis = .last, epsilon: Double = 1e-6, convention: Convention = .standard,
    elementwiseAffine: Bool = true, parameterType: ScalarType = .f32
  ) {
    let neutral: Double = convention == .gemma ? 0 : 1
    let weight = elementwiseAffine ? Parameter(filledWith: neutral, parameterType, [width]) : nil
    self.init(width, axis: axis, epsilon: epsilon, convention: convention, weight: weight)
  }

  /// The layer as Swift code builds it.
  public var spelling: String { spelling([width]) }

  /// `weight`.
  public mutating func visitParameters(_ visit: ParameterVisitor) { visit("weight", &weight) }

  /// The normalized rows; of the same type as `x` but where the convention says otherwise.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    requireValid(x)
    let wide = x.converted(to: x.scalar.statisticsType)
    let meanSquare = wide.square().mean(over: [axis], keepingDimensions: true)
    let normalized = wide * (meanSquare + epsilon).rsqrt()
    guard let weight = weight.map(x.parameter) else { return normalized.converted(to: x.scalar) }
    let wideWeight = weight.converted(to: wide.scalar).along(axis, of: x)
    switch convention {
    case .standard: return (normalized * wideWeight).converted(to: x.scalar)
    case .gemma: return (normalized * (1 + wideWeight)).converted(to: x.scalar)
    case .llama: return promotedProduct(normalized.converted(to: x.scalar), weight)
    case .t5:
      let isHalf = weight.scalar.statisticsType != weight.scalar
      return promotedProduct(isHalf ? normalized.converted(to: weight.scalar) : normalized, weight)
    }
  }

  /// The product in the wider of two types; of f16 and bf16, which hold different values, in f32.
  private func promotedProduct(_ rows: Tensor, _ weight: Tensor) -> Tensor {
    let (rows, weight) = rows.promoted(with: weight)
    return rows * weight.along(axis, of: rows)
  }

  private func spelling(_ row: Shape) -> String { "RMSNorm(\(row[0])\(axis.furtherSpelling))" }

  private func requireValid(_ x: Tensor) {
    x.requireFloatingPoint(in: self)
    x.requireRows(of: [width], endingAt: axis, in: self, build: spelling)
    x.require(epsilon: epsilon, in: self)
    x.require("weight", weight, ofShape: [width], in: self)
  }
}
