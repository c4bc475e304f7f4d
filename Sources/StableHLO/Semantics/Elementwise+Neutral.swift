package import NormaArrays

extension Elementwise {
  /// The bits of the element a reduction starts from: combined with x it gives x. Nil for operations
  /// without one. (For `add` it is 0, which turns -0 into 0.)
  package func neutralBits(for scalar: ScalarType) -> UInt64? {
    switch self {
    case .add, .or, .xor: return 0
    case .multiply: return scalar.oneBits
    case .maximum: return scalar.lowestBits
    case .minimum: return scalar.highestBits
    case .and: return scalar.isFloatingPoint ? nil : scalar.allBits
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .not, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign,
      .sine, .sqrt, .tan, .tanh, .square, .erf, .erfc, .divide, .power, .remainder, .shiftLeft,
      .shiftRightArithmetic, .shiftRightLogical, .subtract:
      return nil
    }
  }
}

extension ScalarType {
  /// Every bit of the value set.
  fileprivate var allBits: UInt64 { UInt64.max >> UInt64(64 - bitWidth) }

  /// One.
  fileprivate var oneBits: UInt64 {
    switch self {
    case .f64: 0x3FF0_0000_0000_0000
    case .f32: 0x3F80_0000
    case .f16: 0x3C00
    case .bf16: 0x3F80
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: 1
    }
  }

  /// Minus infinity, or the least integer.
  fileprivate var lowestBits: UInt64 {
    switch self {
    case .f64: 0xFFF0_0000_0000_0000
    case .f32: 0xFF80_0000
    case .f16: 0xFC00
    case .bf16: 0xFF80
    case .i64, .i32, .i16, .i8: 1 << UInt64(bitWidth - 1)
    case .ui64, .ui32, .ui16, .ui8, .i1: 0
    }
  }

  /// Infinity, or the greatest integer.
  fileprivate var highestBits: UInt64 {
    switch self {
    case .f64: 0x7FF0_0000_0000_0000
    case .f32: 0x7F80_0000
    case .f16: 0x7C00
    case .bf16: 0x7F80
    case .i64, .i32, .i16, .i8: allBits >> 1
    case .ui64, .ui32, .ui16, .ui8, .i1: allBits
    }
  }
}
