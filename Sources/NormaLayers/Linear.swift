public import NormaArrays
public import NormaTracing
internal import StableHLO

/// A linear map of the last axis.
///
/// y = x weight^T + bias,   weight [outputs, inputs], bias [outputs]
///
/// Computed in the wider of the types of x and weight, rounded once to the type of x. In f16 and bf16 the
/// product is rounded once before the bias is added.
///
/// Source: PyTorch `torch.nn.Linear` and Equinox `eqx.nn.Linear`, whose weights have this layout.
public struct Linear: Layer {
  /// One row for each output: [outputs, inputs].
  public var weight: Parameter
  /// Added to each output: [outputs].
  public var bias: Parameter?

  /// A layer with the given parameters; `nil` leaves the bias out.
  public init(weight: Parameter, bias: Parameter?) { (self.weight, self.bias) = (weight, bias) }

  /// A layer as it stands before training: weight and bias spread evenly over -1/sqrt(inputs) ..< 1/sqrt(inputs),
  /// the same for the same seed.
  public init(
    _ inputs: Int, _ outputs: Int, hasBias: Bool = true, seed: UInt64 = 0, parameterType: ScalarType = .f32
  ) {
    let bound = 1 / Double(max(1, inputs)).squareRoot()
    self.init(
      weight: Parameter(uniformWithin: bound, seed: seed, parameterType, [outputs, inputs]),
      bias: hasBias ? Parameter(uniformWithin: bound, seed: ~seed, parameterType, [outputs]) : nil)
  }

  /// The layer as Swift code builds it.
  public var spelling: String {
    let shape = weight.type.shape
    return shape.rank == 2 ? "Linear(\(shape[1]), \(shape[0]))" : "Linear(weight: \(shape))"
  }

  /// `weight`, then `bias`.
  public mutating func visitParameters(_ visit: ParameterVisitor) {
    visit("weight", &weight)
    visit("bias", &bias)
  }

  /// The outputs in place of the last axis, of the same element type as `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard isValid(for: x) else { return x }
    let (left, right) = x.promoted(with: x.parameter(weight))
    var y = left.dot(right, contracting: .last, with: .last)
    if let bias { y = y + x.parameter(bias).converted(to: y.scalar) }
    return y.converted(to: x.scalar)
  }

  private func isValid(for x: Tensor) -> Bool {
    let shape = weight.type.shape
    x.requireFloatingPoint(in: self)
    x.require(
      shape.rank == 2 && weight.type.scalar.isFloatingPoint,
      "`Linear` needs a weight of floating-point elements and shape [outputs, inputs] but has \(weight.type.brief). Pass another weight."
    )
    guard shape.rank == 2 else { return false }
    x.require(
      x.rank > 0 && x.shape.dimensions.last == shape[1],
      "`\(spelling)` maps rows of \(shape[1]) but received \(x.type.brief). Pass a tensor whose last axis is \(shape[1])."
    )
    x.require("bias", bias, ofShape: [shape[0]], in: self)
    return x.scalar.isFloatingPoint && x.shape.dimensions.last == shape[1]
  }
}
