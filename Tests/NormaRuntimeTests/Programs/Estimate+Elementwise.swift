import NormaArrays
import StableHLO

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How element-wise operations carry errors on, before their own rounding; nil where the operands lie
/// outside the range in which the bound holds.
extension Elementwise {
  /// The error of the result, given the largest size of its elements.
  func carriedError(_ x: [Estimate], largest: Double) -> Double? {
    if [.sign, .floor, .ceil, .roundNearestEven, .roundNearestAfz, .isFinite, .not, .and, .or, .xor].contains(
      self)
    {
      return x.allSatisfy(\.isExact) ? 0 : nil
    }
    return arity == 1 ? carriedError(x[0], largest) : carriedError(x[0], x[1], largest)
  }

  /// Functions: the error times the largest slope that the operand's range allows.
  private func carriedError(_ a: Estimate, _ largest: Double) -> Double? {
    let (error, low) = (a.error, a.smallest - a.error)
    switch self {
    case .negate, .abs, .tanh, .sine, .cosine: return error
    case .logistic: return error / 4
    case .erf, .erfc: return 1.13 * error
    case .square: return (2 * a.largest + error) * error
    case .exponential: return a.largest < 5 ? largest * expm1(error) : nil
    case .exponentialMinusOne: return a.largest < 5 ? (largest + 1) * expm1(error) : nil
    case .sqrt: return a.least > 0.1 ? error / (2 * low.squareRoot()) : nil
    case .rsqrt: return a.least > 0.1 ? error / (2 * low * low.squareRoot()) : nil
    case .log: return a.least > 0.1 ? error / low : nil
    case .logPlusOne: return a.least > -0.8 ? error / (0.2 - error) : nil
    // The slope is 1 + tan^2, and 3.4 where the angle is one.
    case .tan: return a.largest + error < 1 ? 3.5 * error : nil
    case .cbrt: return a.smallest > 0.1 ? error / (3 * pow(low, 2 / 3)) : nil
    default: return nil
    }
  }

  private func carriedError(_ a: Estimate, _ b: Estimate, _ largest: Double) -> Double? {
    let low = b.smallest - b.error
    switch self {
    case .add, .subtract: return a.error + b.error
    case .maximum, .minimum: return max(a.error, b.error)
    case .multiply: return a.largest * b.error + b.largest * a.error + a.error * b.error
    case .divide: return b.smallest > 0.1 ? (a.error + largest * b.error) / low : nil
    case .remainder: return a.isExact && b.isExact && b.smallest > 0.1 ? 0 : nil
    case .power:
      guard a.least > 0.25, a.largest < 4, b.largest < 3 else { return nil }
      // d(a^b) = a^b (b/a da + ln a db), and |ln a| < 1.4; a tenth more for the second order.
      return 1.1 * largest * (b.largest / (a.least - a.error) * a.error + 1.4 * b.error)
    default: return nil
    }
  }

  /// The operations that never round: their results are operands, or small integers.
  var isRounded: Bool {
    switch self {
    case .negate, .abs, .maximum, .minimum, .sign, .floor, .ceil, .roundNearestEven, .roundNearestAfz,
      .isFinite, .not, .and, .or, .xor:
      false
    default: true
    }
  }

  /// The functions of no closed form, whose result may miss an exactly representable value.
  var isTranscendental: Bool {
    ![.add, .subtract, .multiply, .divide, .square, .sqrt, .remainder].contains(self) && isRounded
  }
}
