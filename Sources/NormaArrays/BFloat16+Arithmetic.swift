extension BFloat16 {
  /// The correctly rounded sum.
  public static func + (a: BFloat16, b: BFloat16) -> BFloat16 { BFloat16(Float(a) + Float(b)) }
  /// The correctly rounded difference.
  public static func - (a: BFloat16, b: BFloat16) -> BFloat16 { BFloat16(Float(a) - Float(b)) }
  /// The correctly rounded product.
  public static func * (a: BFloat16, b: BFloat16) -> BFloat16 { BFloat16(Float(a) * Float(b)) }
  /// The correctly rounded quotient.
  public static func / (a: BFloat16, b: BFloat16) -> BFloat16 { BFloat16(Float(a) / Float(b)) }
  /// Adds in place.
  public static func += (a: inout BFloat16, b: BFloat16) { a = a + b }
  /// Subtracts in place.
  public static func -= (a: inout BFloat16, b: BFloat16) { a = a - b }
  /// Multiplies in place.
  public static func *= (a: inout BFloat16, b: BFloat16) { a = a * b }
  /// Divides in place.
  public static func /= (a: inout BFloat16, b: BFloat16) { a = a / b }
  /// The number with the other sign, also for zero and NaN.
  public static prefix func - (a: BFloat16) -> BFloat16 { BFloat16(bitPattern: a.bitPattern ^ 0x8000) }
  /// Flips the sign in place.
  public mutating func negate() { self = -self }

  /// Replaces the number by its IEEE 754 remainder, which is exact.
  public mutating func formRemainder(dividingBy other: BFloat16) {
    self = BFloat16(Float(self).remainder(dividingBy: Float(other)))
  }

  /// Replaces the number by its remainder of truncating division, which is exact.
  public mutating func formTruncatingRemainder(dividingBy other: BFloat16) {
    self = BFloat16(Float(self).truncatingRemainder(dividingBy: Float(other)))
  }

  /// Replaces the number by its correctly rounded square root.
  public mutating func formSquareRoot() { self = BFloat16(Float(self).squareRoot()) }

  /// Adds `lhs * rhs` with one rounding.
  ///
  /// The product is exact in `Double`; the sum is rounded to odd there (see `init(_: Double)`), and then to nearest.
  public mutating func addProduct(_ lhs: BFloat16, _ rhs: BFloat16) {
    let product = Double(lhs) * Double(rhs)
    let sum = product + Double(self)
    guard sum.isFinite else { return self = BFloat16(sum) }
    let part = sum - product
    let error = (product - (sum - part)) + (Double(self) - part)
    guard error != 0, sum.bitPattern & 1 == 0 else { return self = BFloat16(sum) }
    self = BFloat16(error > 0 ? sum.nextUp : sum.nextDown)
  }

  /// Rounds to an integral value in place.
  public mutating func round(_ rule: FloatingPointRoundingRule) { self = BFloat16(Float(self).rounded(rule)) }

  /// True when the values are equal; 0 equals -0 and NaN equals nothing.
  public func isEqual(to other: BFloat16) -> Bool { Float(self) == Float(other) }
  /// True when this value is below the other.
  public func isLess(than other: BFloat16) -> Bool { Float(self) < Float(other) }
  /// True when this value is not above the other.
  public func isLessThanOrEqualTo(_ other: BFloat16) -> Bool { Float(self) <= Float(other) }

  /// The rounded difference `other - self`.
  public func distance(to other: BFloat16) -> BFloat16 { other - self }
  /// The rounded sum.
  public func advanced(by amount: BFloat16) -> BFloat16 { self + amount }
}
