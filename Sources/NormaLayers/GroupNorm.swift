public import NormaArrays
public import NormaTracing
internal import StableHLO

/// Normalization of groups of channels, each with all their places, of every element of a batch.
///
/// y = (x - mean(x)) * rsqrt(variance(x) + epsilon) * weight + bias,   x [batch, channels, ...]
///
/// Mean and variance are taken over the channels of one group and over all further axes; weight and bias
/// belong to a channel. The variance divides by the number of elements and is taken in two passes. f16
/// and bf16 are computed in f32 throughout and rounded once at the end.
///
/// Source: Wu, He, "Group Normalization", 2018, arXiv:1803.08494.
public struct GroupNorm: Layer {
  /// The number of groups, each of channels / groups neighbours.
  public let groups: Int
  /// The extent of the second axis.
  public let channels: Int
  /// Added to the variance, inside the root.
  public let epsilon: Double
  /// Scales each channel.
  public var weight: Parameter?
  /// Added to each channel.
  public var bias: Parameter?

  /// A layer with the given parameters; `nil` leaves a parameter out.
  public init(
    groups: Int, channels: Int, epsilon: Double = 1e-5, weight: Parameter?, bias: Parameter?
  ) {
    (self.groups, self.channels, self.epsilon) = (groups, channels, epsilon)
    (self.weight, self.bias) = (weight, bias)
  }

  /// A layer as it stands before training: weight of ones, bias of zeros, or neither.
  public init(
    groups: Int, channels: Int, epsilon: Double = 1e-5, elementwiseAffine: Bool = true,
    parameterType: ScalarType = .f32
  ) {
    self.init(
      groups: groups, channels: channels, epsilon: epsilon,
      weight: elementwiseAffine ? Parameter(filledWith: 1, parameterType, [channels]) : nil,
      bias: elementwiseAffine ? Parameter(filledWith: 0, parameterType, [channels]) : nil)
  }

  /// The layer as Swift code builds it.
  public var spelling: String { "GroupNorm(groups: \(groups), channels: \(channels))" }

  /// `weight`, then `bias`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("weight", &weight)
    visit("bias", &bias)
  }

  /// The normalized tensor, of the same type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard isValid(for: x) else { return x }
    let places = x.shape.dimensions.dropFirst(2).reduce(1, *)
    return x.inStatisticsType { x in
      let grouped = x.reshaped(to: [x.shape[0], groups, channels / groups * places]).centred(over: .last)
      let deviation = grouped.square().mean(over: .last, keepingDimensions: true) + epsilon
      var y = (grouped * deviation.rsqrt()).reshaped(to: x.shape)
      if let weight { y = y * x.parameter(weight).overChannels(of: x) }
      if let bias { y = y + x.parameter(bias).overChannels(of: x) }
      return y
    }
  }

  private func isValid(for x: Tensor) -> Bool {
    x.requireFloatingPoint(in: self)
    x.require(epsilon: epsilon, in: self)
    let isDivided = groups > 0 && channels >= groups && channels % groups == 0
    x.require(
      isDivided,
      "`\(spelling)` needs groups of equally many channels, at least one each. Pass groups that divide \(channels)."
    )
    x.requireChannels(channels, in: self)
    x.require("weight", weight, ofShape: [channels], in: self)
    x.require("bias", bias, ofShape: [channels], in: self)
    return isDivided && x.hasChannels(channels) && x.scalar.isFloatingPoint
  }
}

extension Tensor {
  /// A vector with an element for each channel, in the element type of `x` and aligned to its second axis.
  func overChannels(of x: Tensor) -> Tensor {
    converted(to: x.scalar).along(1, of: x)
  }

  /// Whether the second axis has the given extent.
  func hasChannels(_ channels: Int) -> Bool { rank >= 2 && shape[1] == channels }

  /// Requires the channels of a layer in the second axis.
  func requireChannels(_ channels: Int, in layer: some Layer) {
    require(
      hasChannels(channels),
      "`\(layer.spelling)` needs [batch, \(channels), ...] but received \(type.brief). Bring the channels to the second axis."
    )
  }
}
