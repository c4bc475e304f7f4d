// Swift has no `Float16` on Intel Macs, so Norma does not build there.

// MARK: - Floating point

extension Double: ConvertibleScalar {
  /// `f64`.
  public static var scalarType: ScalarType { .f64 }
  package var exact: Double { self }
  package init(nearest value: Double) { self = value }
  package init(nearest value: Int64) { self.init(value) }
  package init(nearest value: UInt64) { self.init(value) }
}

extension Float: ConvertibleScalar {
  /// `f32`.
  public static var scalarType: ScalarType { .f32 }
  package var exact: Double { Double(self) }
  package init(nearest value: Double) { self.init(value) }
  package init(nearest value: Int64) { self.init(value) }
  package init(nearest value: UInt64) { self.init(value) }
}

extension Float16: ConvertibleScalar {
  /// `f16`.
  public static var scalarType: ScalarType { .f16 }
  package var exact: Double { Double(self) }
  package init(nearest value: Double) { self.init(value) }
  // Integers beyond Double's 53 bits are beyond this type's range, where the first rounding cannot matter.
  package init(nearest value: Int64) { self.init(Double(value)) }
  package init(nearest value: UInt64) { self.init(Double(value)) }
}

extension BFloat16: ConvertibleScalar {
  /// `bf16`.
  public static var scalarType: ScalarType { .bf16 }
  package var exact: Double { Double(self) }
  package init(nearest value: Double) { self.init(value) }
  package init(nearest value: Int64) { self.init(nearest: UInt(value.magnitude), isNegative: value < 0) }
  package init(nearest value: UInt64) { self.init(nearest: UInt(value), isNegative: false) }
}

// MARK: - Integers

extension FixedWidthInteger where Self: TensorScalar {
  /// The value cut toward zero; beyond the range the nearest end of it, and 0 for NaN, as XLA does.
  package init(nearest value: Double) {
    if value.isNaN {
      self = 0
    } else if value >= Double(Self.max) {
      // `Double(Self.max)` rounds up for 64 bits, so a value that reaches it is out of range.
      self = Self.max
    } else {
      self = value <= Double(Self.min) ? Self.min : Self(value)
    }
  }
  package init(nearest value: Int64) { self.init(truncatingIfNeeded: value) }
  package init(nearest value: UInt64) { self.init(truncatingIfNeeded: value) }
}

extension Int64: ConvertibleScalar {
  /// `i64`.
  public static var scalarType: ScalarType { .i64 }
  package var exact: Int64 { self }
}

extension Int32: ConvertibleScalar {
  /// `i32`.
  public static var scalarType: ScalarType { .i32 }
  package var exact: Int64 { Int64(self) }
}

extension Int16: ConvertibleScalar {
  /// `i16`.
  public static var scalarType: ScalarType { .i16 }
  package var exact: Int64 { Int64(self) }
}

extension Int8: ConvertibleScalar {
  /// `i8`.
  public static var scalarType: ScalarType { .i8 }
  package var exact: Int64 { Int64(self) }
}

extension UInt64: ConvertibleScalar {
  /// `ui64`.
  public static var scalarType: ScalarType { .ui64 }
  package var exact: UInt64 { self }
}

extension UInt32: ConvertibleScalar {
  /// `ui32`.
  public static var scalarType: ScalarType { .ui32 }
  package var exact: UInt64 { UInt64(self) }
}

extension UInt16: ConvertibleScalar {
  /// `ui16`.
  public static var scalarType: ScalarType { .ui16 }
  package var exact: UInt64 { UInt64(self) }
}

extension UInt8: ConvertibleScalar {
  /// `ui8`.
  public static var scalarType: ScalarType { .ui8 }
  package var exact: UInt64 { UInt64(self) }
}

extension Bool: ConvertibleScalar {
  /// `i1`.
  public static var scalarType: ScalarType { .i1 }
  package var exact: Int64 { self ? 1 : 0 }
  package init(nearest value: Double) { self = value != 0 }
  package init(nearest value: Int64) { self = value != 0 }
  package init(nearest value: UInt64) { self = value != 0 }
}
