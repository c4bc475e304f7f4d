internal import NormaTracing
internal import StableHLO

extension Elementwise {
  /// The table of derivatives: what each operand `x[i]` is owed of the cotangent `dy` of the result `y`; nil
  /// where the derivative is zero everywhere. At ties `maximum` and `minimum` give each operand half.
  func derivative(_ x: [Tensor], _ y: Tensor, _ dy: Tensor) -> [Tensor?] {
    switch self {
    case .abs: [dy * x[0].sign()]
    case .cbrt: [dy / (3 * y * y)]
    case .cosine: [-dy * x[0].sin()]
    case .exponential: [dy * y]
    case .exponentialMinusOne: [dy * (y + 1)]
    case .log: [dy / x[0]]
    case .logPlusOne: [dy / (x[0] + 1)]
    case .logistic: [dy * (y * (1 - y))]
    case .negate: [-dy]
    case .rsqrt: [-0.5 * dy * y * y * y]
    case .sine: [dy * x[0].cos()]
    case .sqrt: [0.5 * dy / y]
    case .tan: [dy * (1 + y * y)]
    case .tanh: [dy * (1 - y * y)]
    case .square: [2 * dy * x[0]]
    case .erf: [dy * (twoOverRootPi * (-(x[0] * x[0])).exp())]
    case .erfc: [-dy * (twoOverRootPi * (-(x[0] * x[0])).exp())]
    case .add: [dy, dy]
    case .subtract: [dy, -dy]
    case .multiply: [dy * x[1], dy * x[0]]
    case .divide: [dy / x[1], -dy * y / x[1]]
    case .maximum: [dy * share(x[0] .> x[1], x[0] .== x[1], y), dy * share(x[1] .> x[0], x[0] .== x[1], y)]
    case .minimum: [dy * share(x[0] .< x[1], x[0] .== x[1], y), dy * share(x[1] .< x[0], x[0] .== x[1], y)]
    case .power: [dy * powerSlope(x[0], x[1]), dy * y * x[0].replacing(with: 1, where: x[0] .== 0).log()]
    case .remainder: [dy, -dy * (x[0] / x[1]).truncated]
    case .ceil, .floor, .isFinite, .not, .roundNearestAfz, .roundNearestEven, .sign: [nil]
    case .and, .or, .xor, .shiftLeft, .shiftRightArithmetic, .shiftRightLogical: [nil, nil]
    }
  }
}

/// The derivative of `erf` at zero.
private let twoOverRootPi = 1.128379167095512574

/// One where an operand is chosen, one half where both are.
private func share(_ chosen: Tensor, _ tied: Tensor, _ like: Tensor) -> Tensor {
  like.filled(with: 0).replacing(with: 0.5, where: tied).replacing(with: 1, where: chosen)
}

/// n * x^(n-1), and zero where n is zero, even at x = 0.
private func powerSlope(_ x: Tensor, _ n: Tensor) -> Tensor {
  n * x.pow((n - 1).replacing(with: 1, where: n .== 0))
}

extension Tensor {
  /// The nearest integer toward zero.
  fileprivate var truncated: Tensor { sign() * abs().floor() }
}
