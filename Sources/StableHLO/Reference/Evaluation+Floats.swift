internal import RealModule

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Elementwise {
  /// The operation on floats, in `Double`; nil where it is not defined on them.
  ///
  /// Source: StableHLO specification, section "Ops"; functions of IEEE 754, section 9.2.
  func evaluate(floats x: [Double]) -> [Double]? {
    switch self {
    case .abs: x.map { $0.magnitude }
    case .cbrt: x.map { cubeRoot($0) }
    case .ceil: x.map { $0.rounded(.up) }
    case .cosine: x.map { Double.cos($0) }
    case .exponential: x.map { Double.exp($0) }
    case .exponentialMinusOne: x.map { Double.expMinusOne($0) }
    case .floor: x.map { $0.rounded(.down) }
    case .log: x.map { Double.log($0) }
    case .logPlusOne: x.map { Double.log(onePlus: $0) }
    case .logistic: x.map { 1 / (1 + Double.exp(-$0)) }
    case .negate: x.map { -$0 }
    case .roundNearestAfz: x.map { $0.rounded(.toNearestOrAwayFromZero) }
    case .roundNearestEven: x.map { $0.rounded(.toNearestOrEven) }
    case .rsqrt: x.map { 1 / $0.squareRoot() }
    case .sign: x.map { $0 == 0 || $0.isNaN ? $0 : ($0 < 0 ? -1 : 1) }
    case .sine: x.map { Double.sin($0) }
    case .sqrt: x.map { $0.squareRoot() }
    case .tan: x.map { Double.tan($0) }
    case .tanh: x.map { Double.tanh($0) }
    case .square: x.map { $0 * $0 }
    case .erf: x.map { Double.erf($0) }
    case .erfc: x.map { Double.erfc($0) }
    case .isFinite, .not, .add, .and, .divide, .maximum, .minimum, .multiply, .or, .power,
      .remainder, .shiftLeft, .shiftRightArithmetic, .shiftRightLogical, .subtract, .xor:
      nil
    }
  }

  /// The operation on pairs of floats, in `Double`; nil where it is not defined on them.
  func evaluate(floats x: [Double], _ y: [Double]) -> [Double]? {
    switch self {
    case .add: combined(x, y) { $0 + $1 }
    case .divide: combined(x, y) { $0 / $1 }
    case .maximum: combined(x, y) { maximumKeepingNaN($0, $1) }
    case .minimum: combined(x, y) { minimumKeepingNaN($0, $1) }
    case .multiply: combined(x, y) { $0 * $1 }
    case .power: combined(x, y) { pow($0, $1) }
    case .remainder: combined(x, y) { fmod($0, $1) }
    case .subtract: combined(x, y) { $0 - $1 }
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .not, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign,
      .sine, .sqrt, .tan, .tanh, .square, .erf, .erfc, .and, .or, .shiftLeft, .shiftRightArithmetic,
      .shiftRightLogical, .xor:
      nil
    }
  }
}

/// The cube root: the C library's, which is off by an ulp even on cubes, and one Newton step whose
/// residual is exact but for its last rounding.
private func cubeRoot(_ x: Double) -> Double {
  let root = Double.root(x, 3)
  guard root.isFinite, root != 0 else { return root }
  let square = root * root
  let rest = (-square).addingProduct(root, root)
  let residual = (-x).addingProduct(square, root).addingProduct(rest, root)
  return root - residual / (3 * square)
}

/// Applies a function to the elements of two arrays of equal length, pairwise.
@inline(__always)
func combined<Left, Right, Result>(
  _ left: [Left], _ right: [Right], _ function: (Left, Right) -> Result
) -> [Result] {
  left.indices.map { function(left[$0], right[$0]) }
}

/// The larger of two floats: NaN if either is, and +0 is larger than -0.
///
/// Source: IEEE 754-2019, section 9.6, `maximum`.
@inline(__always)
func maximumKeepingNaN(_ x: Double, _ y: Double) -> Double {
  if x.isNaN || y.isNaN { return x + y }
  if x == y { return x.sign == .minus ? y : x }
  return x < y ? y : x
}

/// The smaller of two floats: NaN if either is, and -0 is smaller than +0.
///
/// Source: IEEE 754-2019, section 9.6, `minimum`.
@inline(__always)
func minimumKeepingNaN(_ x: Double, _ y: Double) -> Double {
  if x.isNaN || y.isNaN { return x + y }
  if x == y { return x.sign == .minus ? x : y }
  return x < y ? x : y
}
