internal import NormaArrays

/// A binary floating-point format: how decimals round into it, and how its values print.
struct FloatFormat {
  /// Bits after the leading one.
  let mantissaBits: Int
  /// Bits of the exponent.
  let exponentBits: Int

  /// The format of a floating-point scalar type; other types take that of `f64`.
  init(_ scalar: ScalarType) {
    (mantissaBits, exponentBits) =
      switch scalar {
      case .f32: (23, 8)
      case .f16: (10, 5)
      case .bf16: (7, 8)
      case .f64, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: (52, 11)
      }
  }

  private var infinity: UInt64 { ((1 << UInt64(exponentBits)) - 1) << UInt64(mantissaBits) }
  private var smallestExponent: Int { 2 - (1 << (exponentBits - 1)) }
  private var signShift: UInt64 { UInt64(mantissaBits + exponentBits) }

  // MARK: - Rounding

  /// The bits of the nearest value, ties to even, whatever the number of digits.
  func bits(of decimal: Decimal, negative: Bool) -> UInt64 {
    magnitude(of: decimal) | (negative ? 1 << signShift : 0)
  }

  private func magnitude(of decimal: Decimal) -> UInt64 {
    let nearest = decimal.nearest
    if mantissaBits == 52 { return nearest.bitPattern }
    guard nearest.isFinite else { return infinity }
    guard nearest.isNormal else { return 0 }
    let exponent = Int(nearest.exponent)
    let shift = UInt64(52 - mantissaBits + max(0, smallestExponent - exponent))
    guard shift <= 53 else { return 0 }
    let mantissa = nearest.significandBitPattern | 1 << 52
    let kept = mantissa >> shift
    let rounded = kept + (roundsUp(mantissa, shift, decimal, nearest) ? 1 : 0)
    guard exponent >= smallestExponent else { return rounded }
    let scaled = UInt64(exponent - smallestExponent) << UInt64(mantissaBits) + rounded
    return min(scaled, infinity)
  }

  /// Between two values the larger part decides; in the middle of them the decimal itself, then the even one.
  private func roundsUp(_ mantissa: UInt64, _ shift: UInt64, _ decimal: Decimal, _ nearest: Double) -> Bool {
    let rest = mantissa & ((1 << shift) - 1)
    let half: UInt64 = 1 << (shift - 1)
    guard rest == half else { return rest > half }
    let exact = Decimal(exactly: nearest)
    if exact.isBelow(decimal) { return true }
    if decimal.isBelow(exact) { return false }
    return mantissa >> shift & 1 == 1
  }

  // MARK: - Printing

  /// The value of a bit pattern, exact.
  func value(of bits: UInt64) -> Double {
    let mantissa = bits & ((1 << UInt64(mantissaBits)) - 1)
    let biased = Int(bits >> UInt64(mantissaBits)) & ((1 << exponentBits) - 1)
    let negative = bits >> signShift & 1 == 1
    let whole = biased == 0 ? mantissa : mantissa | 1 << UInt64(mantissaBits)
    let power = max(biased, 1) - 1 + smallestExponent - mantissaBits
    let magnitude = Double(sign: .plus, exponent: power, significand: Double(whole))
    return negative ? -magnitude : magnitude
  }

  /// True for infinities and NaN.
  func isSpecial(_ bits: UInt64) -> Bool { bits & infinity == infinity }

  /// The shortest decimal that rounds to these bits, `1.000000e+00`, with six digits at least after the point;
  /// infinities and NaN as `0x7FC00000`.
  func text(of bits: UInt64) -> String {
    guard !isSpecial(bits) else { return hexadecimal(bits) }
    let negative = bits >> signShift & 1 == 1
    let decimal = shortest(bits & ~(1 << signShift))
    return (negative ? "-" : "") + scientific(decimal)
  }

  private func hexadecimal(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: max(0, (Int(signShift) + 1) / 4 - digits.count)) + digits
  }

  private func shortest(_ magnitude: UInt64) -> Decimal {
    let full = Decimal(described: value(of: magnitude))
    if mantissaBits == 52 { return full }
    for count in 1...9 where count < full.digits.count {
      let fewer = full.rounded(to: count)
      if self.magnitude(of: fewer) == magnitude { return fewer }
    }
    return full
  }

  private func scientific(_ decimal: Decimal) -> String {
    let digits = decimal.digits.map { Character(Unicode.Scalar($0 + 48)) }
    let padded = digits + Array(repeating: "0", count: max(0, 7 - digits.count))
    let power = decimal.digits.isEmpty ? 0 : decimal.point - 1
    let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
    return "\(padded[0])." + String(padded.dropFirst()) + "e" + (power < 0 ? "-" : "+") + shown
  }
}

extension Decimal {
  /// The shortest decimal of a finite, non-negative Double.
  init(described value: Double) {
    let bytes = Array(value.description.utf8)
    let decimal = Decimal(bytes, 0..<bytes.count) ?? Decimal(digits: [], point: 0)
    self = decimal.withoutTrailingZeros
  }

  /// With at most `count` digits, half away from zero.
  func rounded(to count: Int) -> Decimal {
    guard count < digits.count else { return self }
    var kept = Array(digits.prefix(count))
    guard digits[count] >= 5 else { return Decimal(digits: kept, point: point) }
    var position = count - 1
    while position >= 0, kept[position] == 9 {
      kept[position] = 0
      position -= 1
    }
    guard position >= 0 else { return Decimal(digits: [1], point: point + 1) }
    kept[position] += 1
    return Decimal(digits: kept, point: point).withoutTrailingZeros
  }

  private var withoutTrailingZeros: Decimal {
    Decimal(digits: Array(digits.dropTrailingZeros), point: point)
  }
}
