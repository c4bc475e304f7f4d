internal import NormaArrays

/// Stores of small integers.
extension CFunction {
  /// Drops fractions; beyond the type's range the nearest bound, and 0 for NaN, as the interpreter has it. In C a
  /// conversion of either is undefined, so that values are brought into the range before.
  static func saturating(_ type: ScalarType, _ p: Precision) -> CFunction {
    let (choose, splat) = (choose(p).name, splat(p).name)
    let bits = type.bitWidth - (type.isSignedInteger ? 1 : 0)
    let (upper, lower) = ((1 << bits) - 1, type.isSignedInteger ? -(1 << bits) : 0)
    return CFunction(
      name: "\(p.prefix)narrow_\(type)",
      uses: [blockType(type), blockType(.i32), Self.choose(p), Self.splat(p)],
      text: """
        static inline \(type)_block \(p.prefix)narrow_\(type)(\(p.vector) x) {
          x = \(choose)(x == x, x, \(splat)(0));
          x = \(choose)(x < \(upper), x, \(splat)(\(upper)));
          x = \(choose)(x > \(lower), x, \(splat)(\(lower)));
          return __builtin_convertvector(__builtin_convertvector(x, i32_block), \(type)_block);
        }
        """)
  }
}
