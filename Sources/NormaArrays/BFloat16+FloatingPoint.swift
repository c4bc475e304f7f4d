extension BFloat16: BinaryFloatingPoint {
  /// The unsigned type of `significandBitPattern`.
  public typealias RawSignificand = UInt16
  /// The unsigned type of `exponentBitPattern`.
  public typealias RawExponent = UInt
  /// The signed type of `exponent`.
  public typealias Exponent = Int

  /// The nearest number to a literal.
  public init(floatLiteral value: Double) { self.init(value) }
  /// The nearest number to a literal.
  public init(integerLiteral value: Int) { self.init(value) }

  /// The number `significand * 2^exponent` with the given sign, rounded once.
  public init(sign: FloatingPointSign, exponent: Int, significand: BFloat16) {
    self.init(Double(sign: sign, exponent: exponent, significand: Double(significand)))
  }

  /// The number with the given fields.
  public init(sign: FloatingPointSign, exponentBitPattern: UInt, significandBitPattern: UInt16) {
    let exponent = UInt16(truncatingIfNeeded: exponentBitPattern & 0xFF) << 7
    self.init(bitPattern: (sign == .minus ? 0x8000 : 0) | exponent | significandBitPattern & 0x7F)
  }

  // MARK: - Constants

  /// Bits of the exponent field: 8.
  public static var exponentBitCount: Int { 8 }
  /// Stored bits of the significand: 7.
  public static var significandBitCount: Int { 7 }
  /// A quiet NaN.
  public static var nan: BFloat16 { BFloat16(bitPattern: 0x7FC0) }
  /// A signalling NaN.
  public static var signalingNaN: BFloat16 { BFloat16(bitPattern: 0x7FA0) }
  /// Positive infinity.
  public static var infinity: BFloat16 { BFloat16(bitPattern: 0x7F80) }
  /// The largest finite number, about 3.39e38.
  public static var greatestFiniteMagnitude: BFloat16 { BFloat16(bitPattern: 0x7F7F) }
  /// The largest number not above pi.
  public static var pi: BFloat16 { BFloat16(bitPattern: 0x4049) }
  /// The smallest positive normal number, 2^-126.
  public static var leastNormalMagnitude: BFloat16 { BFloat16(bitPattern: 0x0080) }
  /// The smallest positive number, 2^-133.
  public static var leastNonzeroMagnitude: BFloat16 { BFloat16(bitPattern: 0x0001) }
  /// The distance from 1 to the next number, 2^-7.
  public static var ulpOfOne: BFloat16 { BFloat16(bitPattern: 0x3C00) }

  // MARK: - Fields

  /// The sign field.
  public var sign: FloatingPointSign { bitPattern >> 15 == 0 ? .plus : .minus }
  /// The biased exponent.
  public var exponentBitPattern: UInt { UInt(bitPattern >> 7 & 0xFF) }
  /// The stored bits of the significand.
  public var significandBitPattern: UInt16 { bitPattern & 0x7F }
  /// The unbiased exponent, as for `Float`.
  public var exponent: Int { Int(Float(self).exponent) }
  /// The significand in [1, 2), as for `Float`.
  public var significand: BFloat16 { BFloat16(Float(self).significand) }
  /// The power of two at or below the magnitude, with this sign.
  public var binade: BFloat16 { BFloat16(Float(self).binade) }
  /// The bits the significand needs after its leading one.
  public var significandWidth: Int { Float(self).significandWidth }
  /// The distance between numbers of this exponent.
  public var ulp: BFloat16 { BFloat16(Float(self).ulp * 65536) }
  /// The absolute value.
  public var magnitude: BFloat16 { BFloat16(bitPattern: bitPattern & 0x7FFF) }

  /// The least number that compares greater.
  public var nextUp: BFloat16 {
    if isNaN || self == .infinity { return self }
    if isZero { return .leastNonzeroMagnitude }
    return BFloat16(bitPattern: sign == .plus ? bitPattern + 1 : bitPattern - 1)
  }

  // MARK: - Classification

  /// True when the exponent is neither the least nor the greatest.
  public var isNormal: Bool { exponentBitPattern != 0 && isFinite }
  /// True for all but infinities and NaN.
  public var isFinite: Bool { exponentBitPattern != 0xFF }
  /// True for 0 and -0.
  public var isZero: Bool { bitPattern & 0x7FFF == 0 }
  /// True for non-zero numbers below `leastNormalMagnitude`.
  public var isSubnormal: Bool { exponentBitPattern == 0 && !isZero }
  /// True for both infinities.
  public var isInfinite: Bool { bitPattern & 0x7FFF == 0x7F80 }
  /// True for quiet and signalling NaN.
  public var isNaN: Bool { bitPattern & 0x7FFF > 0x7F80 }
  /// True for NaN whose quiet bit is clear.
  public var isSignalingNaN: Bool { isNaN && bitPattern & 0x0040 == 0 }
  /// True: there is one encoding of each number.
  public var isCanonical: Bool { true }
}
