package import NormaArrays

/// The numbers of a floating-point type, as far as rounding is concerned.
package struct FloatFormat: Hashable, Sendable {
  /// Significand bits, the hidden one included.
  package let precision: Int
  /// The exponent of the smallest normal number.
  package let leastExponent: Int
  /// The exponent of the largest number.
  package let greatestExponent: Int

  /// The format of an element type; nil for integers and `i1`.
  package init?(_ scalar: ScalarType) {
    switch scalar {
    case .f64: self.init(precision: 53, leastExponent: -1022, greatestExponent: 1023)
    case .f32: self.init(precision: 24, leastExponent: -126, greatestExponent: 127)
    case .f16: self.init(precision: 11, leastExponent: -14, greatestExponent: 15)
    case .bf16: self.init(precision: 8, leastExponent: -126, greatestExponent: 127)
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: return nil
    }
  }

  private init(precision: Int, leastExponent: Int, greatestExponent: Int) {
    self.precision = precision
    self.leastExponent = leastExponent
    self.greatestExponent = greatestExponent
  }

  /// The distance between neighbouring numbers of the format around `value`: one unit in the last place
  /// of the binade that `value` lies in, the subnormals' distance below the smallest normal number.
  ///
  /// - Precondition: `value` is finite. Beyond the largest number, the unit of the largest binade.
  package func unit(at value: Double) -> Double {
    let exponent = value == 0 ? leastExponent : Int(value.exponent)
    let binade = min(max(exponent, leastExponent), greatestExponent)
    return Double(sign: .plus, exponent: binade - precision + 1, significand: 1)
  }

  /// The number of the format nearest to `value`, ties to even; infinite where it is out of range.
  package func rounded(_ value: Double) -> Double {
    guard value.isFinite, precision < 53 else { return value }
    let unit = unit(at: value)
    // Exact: dividing by a power of two leaves at most 53 significand bits and a normal exponent.
    let nearest = (value / unit).rounded(.toNearestOrEven) * unit
    let largest =
      (2 - Double(sign: .plus, exponent: 1 - precision, significand: 1))
      * Double(sign: .plus, exponent: greatestExponent, significand: 1)
    return nearest.magnitude > largest ? .infinity * (value < 0 ? -1 : 1) : nearest
  }
}
