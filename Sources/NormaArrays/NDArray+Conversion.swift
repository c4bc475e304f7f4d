extension NDArray {
  /// The elements as another type, in row-major order.
  ///
  /// To a floating-point type: rounded once, to nearest, ties to even; NaN stays NaN, too large becomes infinity.
  /// From floating point to an integer: cut toward zero, the nearest end of the range when outside it, 0 for NaN.
  /// Integer to integer keeps the low bits; to `i1` everything but zero is true. The same type is returned without a copy.
  public func converted(to target: ScalarType) -> NDArray {
    guard target != scalarType else { return self }
    // Concrete types at the calls let the compiler write one loop for each pair of types.
    return switch scalarType {
    case .f64: converted(from: Double.self, to: target)
    case .f32: converted(from: Float.self, to: target)
    case .f16: converted(from: Float16.self, to: target)
    case .bf16: converted(from: BFloat16.self, to: target)
    case .i64: converted(from: Int64.self, to: target)
    case .i32: converted(from: Int32.self, to: target)
    case .i16: converted(from: Int16.self, to: target)
    case .i8: converted(from: Int8.self, to: target)
    case .ui64: converted(from: UInt64.self, to: target)
    case .ui32: converted(from: UInt32.self, to: target)
    case .ui16: converted(from: UInt16.self, to: target)
    case .ui8: converted(from: UInt8.self, to: target)
    case .i1: converted(from: Bool.self, to: target)
    }
  }

  private func converted<Source: ConvertibleScalar>(
    from source: Source.Type, to target: ScalarType
  ) -> NDArray {
    switch target {
    case .f64: convert(from: source, to: Double.self)
    case .f32: convert(from: source, to: Float.self)
    case .f16: convert(from: source, to: Float16.self)
    case .bf16: convert(from: source, to: BFloat16.self)
    case .i64: convert(from: source, to: Int64.self)
    case .i32: convert(from: source, to: Int32.self)
    case .i16: convert(from: source, to: Int16.self)
    case .i8: convert(from: source, to: Int8.self)
    case .ui64: convert(from: source, to: UInt64.self)
    case .ui32: convert(from: source, to: UInt32.self)
    case .ui16: convert(from: source, to: UInt16.self)
    case .ui8: convert(from: source, to: UInt8.self)
    case .i1: convert(from: source, to: Bool.self)
    }
  }

  private func convert<Source: ConvertibleScalar, Target: ConvertibleScalar>(
    from source: Source.Type, to target: Target.Type
  ) -> NDArray {
    let result = NDArray(uninitialized: Target.scalarType, shape: shape)
    withSpan(of: Source.self) { elements in
      result.lendMutableSpan(of: Target.self) { converted in
        for index in elements.indices { converted[index] = elements[index].exact.rounded(to: Target.self) }
      }
    }
    return result
  }
}
