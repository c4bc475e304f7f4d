extension NDArray {
  /// The elements as another type, in row-major order.
  ///
  /// To a floating-point type: rounded once, to nearest, ties to even; NaN stays NaN, too large becomes infinity.
  /// From floating point to an integer: cut toward zero, the nearest end of the range when outside it, 0 for NaN.
  /// Integer to integer keeps the low bits; to `i1` everything but zero is true. The same type is returned without a copy.
  public func converted(to target: ScalarType) -> NDArray {
    guard target != scalarType else { return self }
    return convert(from: scalarType.representation, to: target.representation)
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
