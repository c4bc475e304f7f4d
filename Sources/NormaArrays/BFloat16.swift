/// A brain floating-point number: the upper half of a `Float`, with 8 bits of exponent and 8 of significand.
///
/// Arithmetic is done in `Float` and rounded once more. That is the correctly rounded result, because
/// `Float` carries more than twice the significand bits plus two (Figueroa, "When is double rounding innocuous?").
/// Every conversion rounds once, to nearest, ties to even; NaN stays NaN and subnormal numbers are kept.
public struct BFloat16: Sendable, BitwiseCopyable {
  /// The sign, exponent and significand fields as one integer.
  public let bitPattern: UInt16

  /// The number with the given fields.
  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }
}

// MARK: - Conversion

extension BFloat16 {
  /// The nearest number to `value`; a tie goes to the even significand, a NaN keeps its upper payload and becomes quiet.
  public init(_ value: Float) {
    let bits = value.bitPattern
    let tieToEven = 0x7FFF + (bits >> 16 & 1)
    let rounded = value.isNaN ? bits >> 16 | 0x0040 : (bits + tieToEven) >> 16
    self.init(bitPattern: UInt16(rounded))
  }

  /// The nearest number to `value`, rounded once.
  ///
  /// The intermediate `Float` is rounded to odd: its last bit remembers that something was cut off, so no tie appears
  /// that was none in `value` (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums").
  public init(_ value: Double) {
    let nearest = Float(value)
    let isInexact = Double(nearest) != value && !value.isNaN
    guard isInexact, nearest.bitPattern & 1 == 0 else {
      self.init(nearest)
      return
    }
    // The pattern grows with the magnitude whatever the sign, so one up or down is the odd neighbour.
    let isTooLarge = Double(nearest).magnitude > value.magnitude
    self.init(Float(bitPattern: isTooLarge ? nearest.bitPattern - 1 : nearest.bitPattern + 1))
  }

  /// The nearest number to `value`, rounded once.
  public init(_ value: Int) { self.init(nearest: value.magnitude, isNegative: value < 0) }

  /// The nearest number to an integer's sign and magnitude: 16 low bits become one sticky bit, the rest is exact in `Double`.
  init(nearest magnitude: UInt, isNegative: Bool) {
    let sticky: UInt = magnitude & 0xFFFF == 0 ? 0 : 1
    let value = magnitude >> 48 == 0 ? Double(magnitude) : Double(magnitude >> 16 | sticky) * 65536
    self.init(isNegative ? -value : value)
  }
}

extension Float {
  /// The same number; every `BFloat16` is a `Float`.
  public init(_ value: BFloat16) { self.init(bitPattern: UInt32(value.bitPattern) << 16) }
}

extension Double {
  /// The same number; every `BFloat16` is a `Double`.
  public init(_ value: BFloat16) { self.init(Float(value)) }
}

// MARK: - Text and equality

extension BFloat16: CustomStringConvertible, CustomDebugStringConvertible {
  /// The shortest decimal that rounds to this number, at most four digits.
  public var description: String {
    guard isFinite, !isZero else { return Float(self).description }
    let value = Double(self)
    for digits in 1...4 {
      // Four digits tell all 8-bit significands apart, so the loop always returns.
      if let decimal = value.rounded(toDigits: digits), BFloat16(decimal) == self {
        return decimal.description
      }
    }
    return value.description
  }

  /// The same text as `description`.
  public var debugDescription: String { description }
}

extension Double {
  /// The decimal with so many significant digits that is nearest to this finite, non-zero number.
  fileprivate func rounded(toDigits digits: Int) -> Double? {
    var exponent = 0
    var scaled = magnitude
    while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
    while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
    for _ in 1..<digits { (scaled, exponent) = (scaled * 10, exponent - 1) }
    return Double("\(sign == .minus ? "-" : "")\(Int(scaled.rounded()))e\(exponent)")
  }
}

extension BFloat16: Hashable {
  /// Feeds the value, so that equal numbers (0 and -0) hash alike.
  public func hash(into hasher: inout Hasher) { Float(self).hash(into: &hasher) }
}
