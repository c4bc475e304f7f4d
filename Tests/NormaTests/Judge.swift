import Norma

/// How far a result may stand from the formula in Double.
///
/// f32: 4 ULP of the row's largest output. f16 and bf16: 1 ULP of the correctly rounded value. f64 is
/// judged by a formula in f64 itself, whose sums of n terms may differ in order: 2 n ULP of the largest.
enum Judge {
  /// The error in units of what is allowed: at most 1 is right. NaN and inf must be met exactly.
  static func error<Element: TensorScalar & BinaryFloatingPoint>(
    of found: Element, meant: Double, largest: Double, width: Int
  ) -> Double {
    let rounded = Element(meant)
    guard meant.isFinite, rounded.isFinite else {
      return found == rounded || (found.isNaN && meant.isNaN) ? 0 : .infinity
    }
    let distance = abs(Double(found) - meant)
    return switch Element.scalarType {
    case .f64: distance / (Double(2 * width + 8) * largest.ulp)
    case .f32: distance / (4 * Double(Float(largest).ulp))
    default: abs(Double(found) - Double(rounded)) / Double(rounded.ulp)
    }
  }

  /// The largest error of a row.
  static func error<Element: TensorScalar & BinaryFloatingPoint>(
    of found: ArraySlice<Element>, meant: [Double]
  ) -> Double {
    let largest = meant.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    return zip(found, meant).map { error(of: $0, meant: $1, largest: largest, width: meant.count) }.max() ?? 0
  }
}

/// The element types that layers compute on.
enum FloatingType: String, CaseIterable {
  case f64, f32, f16, bf16

  /// Calls `body` with the Swift type.
  func open<Result>(_ body: (any (TensorScalar & BinaryFloatingPoint).Type) throws -> Result) rethrows
    -> Result
  {
    switch self {
    case .f64: try body(Double.self)
    case .f32: try body(Float.self)
    case .f16: try body(Float16.self)
    case .bf16: try body(BFloat16.self)
    }
  }
}
