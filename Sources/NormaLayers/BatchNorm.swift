public import NormaArrays
public import NormaTracing

/// Normalization of channels by statistics gathered in training: batch normalization in inference.
///
/// y = (x - mean) * rsqrt(variance + epsilon) * weight + bias,   x [batch, channels, ...]
///
/// f16 and bf16 are computed in f32 throughout and rounded once at the end.
///
/// Source: Ioffe, Szegedy, "Batch Normalization", 2015, arXiv:1502.03167.
public struct BatchNorm: Layer {
  /// The extent of the second axis.
  public let channels: Int
  /// Added to the variance, inside the root.
  public let epsilon: Double
  /// The mean of each channel in training.
  public var mean: Parameter
  /// The variance of each channel in training.
  public var variance: Parameter
  /// Scales each channel.
  public var weight: Parameter?
  /// Added to each channel.
  public var bias: Parameter?

  /// A layer with the given statistics and parameters; `nil` leaves a parameter out.
  public init(
    channels: Int, epsilon: Double = 1e-5, mean: Parameter, variance: Parameter, weight: Parameter?,
    bias: Parameter?
  ) {
    (self.channels, self.epsilon, self.mean, self.variance) = (channels, epsilon, mean, variance)
    (self.weight, self.bias) = (weight, bias)
  }

  /// A layer as it stands before training, which does almost nothing: mean 0, variance 1, weight 1, bias 0.
  public init(channels: Int, epsilon: Double = 1e-5, parameterType: ScalarType = .f32) {
    func filled(_ number: Double) -> Parameter { Parameter(filledWith: number, parameterType, [channels]) }
    self.init(
      channels: channels, epsilon: epsilon, mean: filled(0), variance: filled(1), weight: filled(1),
      bias: filled(0))
  }

  /// The layer as Swift code builds it.
  public var spelling: String { "BatchNorm(channels: \(channels))" }

  /// `mean`, `variance`, `weight`, then `bias`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("mean", &mean)
    visit("variance", &variance)
    visit("weight", &weight)
    visit("bias", &bias)
  }

  /// The normalized tensor, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard isValid(for: x) else { return x }
    return x.inStatisticsType { x in
      let deviation = x.parameter(variance).overChannels(of: x) + epsilon
      var y = (x - x.parameter(mean).overChannels(of: x)) * deviation.rsqrt()
      if let weight { y = y * x.parameter(weight).overChannels(of: x) }
      if let bias { y = y + x.parameter(bias).overChannels(of: x) }
      return y
    }
  }

  private func isValid(for x: Tensor) -> Bool {
    x.requireFloatingPoint(in: self)
    x.require(epsilon: epsilon, in: self)
    x.requireChannels(channels, in: self)
    let shape: Shape = [channels]
    x.require("mean", mean, ofShape: shape, in: self)
    x.require("variance", variance, ofShape: shape, in: self)
    x.require("weight", weight, ofShape: shape, in: self)
    x.require("bias", bias, ofShape: shape, in: self)
    return x.hasChannels(channels) && x.scalar.isFloatingPoint
  }
}
