internal import NormaArrays

extension TensorValue {
  /// Each element as a value of another element type.
  ///
  /// To floats: rounded once, to nearest even. Floats to integers: truncated; beyond the range the
  /// nearest bound, and 0 for NaN, as XLA has it. Integers to integers: wrapped. To booleans: not zero.
  func converted(to type: TensorType) -> TensorValue {
    let scalar = type.scalar
    switch elements {
    case .floats(let floats) where scalar.isFloatingPoint:
      return TensorValue(rounding: floats, to: type)
    case .floats(let floats) where scalar == .i1:
      return TensorValue(type, .integers(floats.map { $0 == 0 ? 0 : 1 }))
    case .floats(let floats):
      return TensorValue(type, .integers(floats.map { scalar.truncating($0) }))
    case .integers(let integers) where scalar.isFloatingPoint:
      let unsigned = self.type.scalar == .ui64
      return TensorValue(
        rounding: integers.map { widened($0, unsigned: unsigned, isLast: scalar == .f64) }, to: type)
    case .integers(let integers) where scalar == .i1:
      return TensorValue(type, .integers(integers.map { $0 == 0 ? 0 : 1 }))
    case .integers(let integers): return TensorValue(wrapping: integers, to: type)
    }
  }

  /// The same bits read as another element type; the lowest bits stand first in the last axis.
  func bitcast(to type: TensorType) -> TensorValue {
    let (from, to) = (self.type.scalar.bitWidth, type.scalar.bitWidth)
    let patterns = bits
    if from == to { return TensorValue(type, bits: patterns) }
    if from > to {
      let mask: UInt64 = 1 << UInt64(to) - 1
      let pieces = patterns.flatMap { pattern in
        (0..<from / to).map { (pattern >> UInt64($0 * to)) & mask }
      }
      return TensorValue(type, bits: pieces)
    }
    let count = to / from
    let joined = (0..<type.elementCount).map { position in
      (0..<count).reduce(UInt64(0)) { $0 | patterns[position * count + $1] << UInt64($1 * from) }
    }
    return TensorValue(type, bits: joined)
  }

  /// Each element rounded as if it passed through a format of so many exponent and mantissa bits.
  ///
  /// The mantissa is rounded in the element type; then what exceeds the exponents becomes infinite
  /// and what falls below the normal exponents becomes zero, keeping its sign. Source: StableHLO
  /// specification, `reduce_precision`; XLA does the same.
  func reducedPrecision(exponentBits: Int, mantissaBits: Int) -> TensorValue {
    let own = BinaryFormat(type.scalar)
    let rounding = BinaryFormat(
      exponentBits: own.exponentBits, mantissaBits: min(mantissaBits, own.mantissaBits))
    let range = BinaryFormat(
      exponentBits: min(exponentBits, own.exponentBits), mantissaBits: rounding.mantissaBits)
    let narrower = exponentBits < own.exponentBits
    return TensorValue(
      type,
      .floats(
        doubles.map { value in
          let result = rounding.rounded(value)
          guard narrower, result.isFinite, result != 0 else { return result }
          let exponent = Int(result.exponent)
          if exponent > range.bias { return Double(signOf: value, magnitudeOf: .infinity) }
          return exponent < range.leastExponent ? Double(signOf: value, magnitudeOf: 0) : result
        }))
  }
}

extension ScalarType {
  /// A float without its fraction as an integer of this type: the nearest bound beyond the range, 0
  /// for NaN; `ui64` as its bit pattern.
  func truncating(_ value: Double) -> Int64 {
    if value.isNaN { return 0 }
    if self == .ui64 {
      if value >= 0x1p64 { return -1 }
      return value <= 0 ? 0 : Int64(bitPattern: UInt64(value))
    }
    let unsigned = isUnsignedInteger || self == .i1
    let upper: Int64 = .max >> Int64(64 - bitWidth - (unsigned ? 1 : 0))
    if value >= Double(upper) + 1 { return upper }
    let lower = unsigned ? 0 : -upper - 1
    return value <= Double(lower) ? lower : Int64(value)
  }
}

/// The integer as a `Double`: rounded to nearest even where that is the last step, else rounded to
/// odd, so that one more rounding to a narrower format gives the correctly rounded result.
///
/// Source: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using
/// rounding to odd", 2008; the narrower format must have at least two bits less.
private func widened(_ value: Int64, unsigned: Bool, isLast: Bool) -> Double {
  let magnitude = unsigned ? UInt64(bitPattern: value) : value.magnitude
  let negative = !unsigned && value < 0
  let dropped: UInt64 = 0x7FF
  guard !isLast, magnitude >> 53 != 0, magnitude & dropped != 0 else {
    return negative ? -Double(magnitude) : Double(magnitude)
  }
  let odd = Double(magnitude & ~dropped | (dropped + 1))
  return negative ? -odd : odd
}
