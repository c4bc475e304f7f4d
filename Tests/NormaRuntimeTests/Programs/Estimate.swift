import NormaArrays
import StableHLO

/// A tensor of a random program: what it is worth in float64, and how far from that a run in the
/// program's own types may be.
struct Estimate {
  /// The type in the program.
  var type: TensorType
  /// The value of the program promoted to float64; integers and booleans as they are.
  var value: TensorValue
  /// The largest absolute error of any element; 0 where every run gives exactly `value`.
  var error: Double

  /// The largest size of an element.
  var largest: Double { value.doubles.reduce(0) { max($0, abs($1)) } }
  /// The smallest size of an element; infinite where there is none.
  var smallest: Double { value.doubles.reduce(.infinity) { min($0, abs($1)) } }
  /// The smallest element; infinite where there is none.
  var least: Double { value.doubles.min() ?? .infinity }
  /// True where every run gives the same.
  var isExact: Bool { error == 0 }

  /// True where rounding to the type changes no element.
  var isRepresentable: Bool {
    guard type.scalar.isFloatingPoint else { return true }
    let array = value.array
    let there = array.converted(to: type.scalar).converted(to: .f64)
    return there.isBitwiseEqual(to: array)
  }
}

extension ScalarType {
  /// The largest relative error of rounding to the type: half a unit in the last place.
  var roundoff: Double {
    switch self {
    case .f64: 0x1p-53
    case .f32: 0x1p-24
    case .f16: 0x1p-11
    case .bf16: 0x1p-8
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: 0
    }
  }

  /// The largest absolute error of rounding a result below the normal range.
  var underflow: Double {
    switch self {
    case .f64: 0
    case .f32: 0x1p-150
    case .f16: 0x1p-25
    case .bf16: 0x1p-134
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: 0
    }
  }
}
