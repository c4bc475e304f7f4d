internal import NormaArrays

/// A binary floating-point format no wider than `Double`: one sign bit, exponent and mantissa bits.
///
/// Source: IEEE 754, section 3.4; bfloat16 is the upper half of binary32.
struct BinaryFormat: Hashable {
  let exponentBits: Int
  let mantissaBits: Int

  /// The format of a floating-point element type; binary64 for the others.
  init(_ scalar: ScalarType) {
    switch scalar {
    case .f32: self.init(exponentBits: 8, mantissaBits: 23)
    case .f16: self.init(exponentBits: 5, mantissaBits: 10)
    case .bf16: self.init(exponentBits: 8, mantissaBits: 7)
    case .f64, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1:
      self.init(exponentBits: 11, mantissaBits: 52)
    }
  }

  init(exponentBits: Int, mantissaBits: Int) {
    (self.exponentBits, self.mantissaBits) = (exponentBits, mantissaBits)
  }

  /// The largest exponent of a finite value, and what is added to exponents to store them.
  var bias: Int { (1 << (exponentBits - 1)) - 1 }
  /// The smallest exponent of a normal value.
  var leastExponent: Int { 1 - bias }

  /// The nearest value of the format, ties to even; beyond its range an infinity. Subnormals are kept.
  func rounded(_ value: Double) -> Double {
    guard mantissaBits < 52, value.isFinite, value != 0 else { return value }
    let quantum = max(Int(value.exponent), leastExponent) - mantissaBits
    let steps = Double(sign: .plus, exponent: -quantum, significand: value)
    let result = Double(
      sign: .plus, exponent: quantum, significand: steps.rounded(.toNearestOrEven))
    if result == 0 || Int(result.exponent) <= bias { return result }
    return Double(signOf: value, magnitudeOf: .infinity)
  }

  // MARK: - Bit patterns

  /// The value of a bit pattern; a NaN keeps its sign and payload.
  func value(ofBits bits: UInt64) -> Double {
    if mantissaBits == 52 { return Double(bitPattern: bits) }
    let sign = (bits >> UInt64(exponentBits + mantissaBits)) << 63
    let field = Int(bits >> UInt64(mantissaBits)) & (1 << exponentBits - 1)
    let mantissa = bits & (1 << UInt64(mantissaBits) - 1)
    if field == 0 {
      let magnitude = Double(
        sign: .plus, exponent: leastExponent - mantissaBits, significand: Double(mantissa))
      return sign == 0 ? magnitude : -magnitude
    }
    let exponent = field == 1 << exponentBits - 1 ? 0x7FF : UInt64(field - bias + 1023)
    return Double(bitPattern: sign | exponent << 52 | mantissa << UInt64(52 - mantissaBits))
  }

  /// The bit pattern of a value of the format; a NaN keeps its sign and what fits of its payload.
  func bits(of value: Double) -> UInt64 {
    if mantissaBits == 52 { return value.bitPattern }
    let (width, drop) = (UInt64(exponentBits + mantissaBits), UInt64(52 - mantissaBits))
    let sign = (value.bitPattern >> 63) << width
    let infinity = (1 << UInt64(exponentBits) - 1) << UInt64(mantissaBits) as UInt64
    let mantissa = (value.bitPattern & (1 << 52 - 1)) >> drop
    if value.isNaN { return sign | infinity | (mantissa == 0 ? 1 << UInt64(mantissaBits - 1) : mantissa) }
    if value.isInfinite { return sign | infinity }
    if value == 0 { return sign }
    let exponent = Int(value.exponent)
    if exponent < leastExponent {
      return sign
        | UInt64(Double(sign: .plus, exponent: mantissaBits - leastExponent, significand: value.magnitude))
    }
    return sign | UInt64(exponent + bias) << UInt64(mantissaBits) | mantissa
  }
}
