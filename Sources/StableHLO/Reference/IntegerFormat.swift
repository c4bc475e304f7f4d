internal import NormaArrays

extension ScalarType {
  /// The integer's value in this type: the low bits, sign- or zero-extended; `ui64` keeps its bits.
  @inline(__always)
  func wrapped(_ value: Int64) -> Int64 {
    switch self {
    case .i64, .ui64: value
    case .i32: Int64(Int32(truncatingIfNeeded: value))
    case .i16: Int64(Int16(truncatingIfNeeded: value))
    case .i8: Int64(Int8(truncatingIfNeeded: value))
    case .ui32: Int64(UInt32(truncatingIfNeeded: value))
    case .ui16: Int64(UInt16(truncatingIfNeeded: value))
    case .ui8: Int64(UInt8(truncatingIfNeeded: value))
    case .i1: value & 1
    case .f64, .f32, .f16, .bf16: value
    }
  }

  /// The bits of an integer of this type, zero-extended.
  func bits(of value: Int64) -> UInt64 {
    bitWidth == 64 ? UInt64(bitPattern: value) : UInt64(bitPattern: value) & (1 << UInt64(bitWidth) - 1)
  }
}

extension [Int64] {
  /// Each element brought into the range of an integer type.
  func wrapped(to scalar: ScalarType) -> [Int64] {
    scalar.bitWidth == 64 ? self : map { scalar.wrapped($0) }
  }
}

extension [Double] {
  /// Each element rounded to a floating-point type, once.
  func rounded(to scalar: ScalarType) -> [Double] {
    switch scalar {
    case .f32: return map { Double(Float($0)) }
    case .f16, .bf16:
      let format = BinaryFormat(scalar)
      return map { format.rounded($0) }
    case .f64, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: return self
    }
  }
}
