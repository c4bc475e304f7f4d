public import NormaArrays
public import NormaTracing
internal import StableHLO

/// Layer normalization over one or several neighbouring axes, which are the last ones or end at another.
///
/// y = (x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias
///
/// The variance divides by the number of elements and is taken in two passes, mean((x - mean(x))^2). f16
/// and bf16 are computed in f32 throughout and rounded once at the end. A constant row gives the
/// bias, not NaN. A row with inf or NaN gives NaN in that row only.
///
/// Source: Ba, Kiros, Hinton, "Layer Normalization", 2016, arXiv:1607.06450.
public struct LayerNorm: Layer {
  /// The extents of the axes that form one row.
  public let normalizedShape: Shape
  /// The last of these axes: `LayerNorm(64, axis: 1)` normalizes the channels of images [batch, 64, height, width].
  public let axis: Axis
  /// Added to the variance, inside the root.
  public let epsilon: Double
  /// Scales each element of the row (gamma).
  public var weight: Parameter?
  /// Added to each element of the row (beta).
  public var bias: Parameter?

  /// A layer with the given parameters; `nil` leaves a parameter out.
  public init(
    normalizedShape: Shape, axis: Axis = .last, epsilon: Double = 1e-5, weight: Parameter?, bias: Parameter?
  ) {
    (self.normalizedShape, self.axis, self.epsilon) = (normalizedShape, axis, epsilon)
    (self.weight, self.bias) = (weight, bias)
  }

  /// A layer as it stands before training: weight of ones, bias of zeros, or neither.
  public init(
    normalizedShape: Shape, axis: Axis = .last, epsilon: Double = 1e-5, elementwiseAffine: Bool = true,
    parameterType: ScalarType = .f32
  ) {
    self.init(
      normalizedShape: normalizedShape, axis: axis, epsilon: epsilon,
      weight: elementwiseAffine ? Parameter(filledWith: 1, parameterType, normalizedShape) : nil,
      bias: elementwiseAffine ? Parameter(filledWith: 0, parameterType, normalizedShape) : nil)
  }

  /// A layer over one axis as it stands before training.
  public init(
    _ width: Int, axis: Axis = .last, epsilon: Double = 1e-5, elementwiseAffine: Bool = true
  ) {
    self.init(
      normalizedShape: [width], axis: axis, epsilon: epsilon, elementwiseAffine: elementwiseAffine)
  }

  /// The layer as Swift code builds it.
  public var spelling: String { spelling(normalizedShape) }

  /// `weight`, then `bias`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("weight", &weight)
    visit("bias", &bias)
  }

  /// The normalized rows, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    requireValid(x)
    let row = axis == .last ? Axes.last(normalizedShape.rank) : axis.ending(normalizedShape.rank)
    return x.inStatisticsType { x in
      let x = x.centred(over: row)
      var y = x * (x.square().mean(over: row, keepingDimensions: true) + epsilon).rsqrt()
      if let weight { y = y * x.parameter(weight).converted(to: x.scalar).along(axis, of: x) }
      if let bias { y = y + x.parameter(bias).converted(to: x.scalar).along(axis, of: x) }
      return y
    }
  }

  private func spelling(_ shape: Shape) -> String {
    let row = shape.rank == 1 ? "\(shape[0])" : "normalizedShape: \(shape)"
    return "LayerNorm(\(row)\(axis.furtherSpelling))"
  }

  private func requireValid(_ x: Tensor) {
    x.requireFloatingPoint(in: self)
    x.require(
      normalizedShape.rank > 0,
      "`\(spelling)` needs at least one axis to normalize but names none. Build for example `LayerNorm(512)`."
    )
    x.requireRows(of: normalizedShape, endingAt: axis, in: self, build: spelling)
    x.require(epsilon: epsilon, in: self)
    x.require("weight", weight, ofShape: normalizedShape, in: self)
    x.require("bias", bias, ofShape: normalizedShape, in: self)
  }
}
