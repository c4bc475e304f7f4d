/// The element types of tensors, named as StableHLO prints them.
///
/// Source: StableHLO specification, section "Types".
public enum ScalarType: String, Hashable, Sendable, CaseIterable {
  case f64, f32, f16, bf16
  case i64, i32, i16, i8
  case ui64, ui32, ui16, ui8
  case i1

  /// Bytes one element occupies in memory; `i1` takes a whole byte, holding 0 or 1.
  public var byteCount: Int {
    switch self {
    case .f64, .i64, .ui64: 8
    case .f32, .i32, .ui32: 4
    case .f16, .bf16, .i16, .ui16: 2
    case .i8, .ui8, .i1: 1
    }
  }

  /// Bits of an element's value: 1 for `i1`, eight times `byteCount` otherwise.
  public var bitWidth: Int { self == .i1 ? 1 : byteCount * 8 }

  /// True for `f64`, `f32`, `f16` and `bf16`.
  public var isFloatingPoint: Bool {
    switch self {
    case .f64, .f32, .f16, .bf16: true
    case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: false
    }
  }

  /// True for signed integers.
  public var isSignedInteger: Bool {
    switch self {
    case .i64, .i32, .i16, .i8: true
    case .f64, .f32, .f16, .bf16, .ui64, .ui32, .ui16, .ui8, .i1: false
    }
  }

  /// True for unsigned integers; `i1` is a boolean, not an integer.
  public var isUnsignedInteger: Bool {
    switch self {
    case .ui64, .ui32, .ui16, .ui8: true
    case .f64, .f32, .f16, .bf16, .i64, .i32, .i16, .i8, .i1: false
    }
  }

  /// True for signed and unsigned integers.
  public var isInteger: Bool { isSignedInteger || isUnsignedInteger }
}

extension ScalarType: CustomStringConvertible {
  /// The name in StableHLO text, for example `bf16`.
  public var description: String { rawValue }
}
