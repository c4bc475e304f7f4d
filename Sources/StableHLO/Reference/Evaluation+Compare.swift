internal import NormaArrays

extension TensorValue {
  /// Whether the elements stand in the given relation, as booleans.
  ///
  /// A NaN is unequal to all and in no other relation, unless the kind is `totalOrder`.
  static func compare(
    _ direction: ComparisonDirection, _ kind: ComparisonKind?, _ left: TensorValue,
    _ right: TensorValue
  ) -> TensorValue {
    let holds: [Bool]
    switch (left.elements, right.elements) {
    case (.floats(let x), .floats(let y)):
      holds =
        kind == .totalOrder
        ? direction.holds(x.map(orderKey), y.map(orderKey)) : direction.holds(x, y)
    case (.integers(let x), .integers(let y)):
      holds =
        left.type.scalar.isUnsignedInteger
        ? direction.holds(x.map { UInt64(bitPattern: $0) }, y.map { UInt64(bitPattern: $0) })
        : direction.holds(x, y)
    case (.floats, .integers), (.integers, .floats): holds = []
    }
    return TensorValue(left.type.with(scalar: .i1), .integers(holds.map { $0 ? 1 : 0 }))
  }
}

extension ComparisonDirection {
  /// Whether the relation holds between the elements, pairwise.
  @inline(__always)
  fileprivate func holds<Element: Comparable>(_ x: [Element], _ y: [Element]) -> [Bool] {
    switch self {
    case .equal: combined(x, y) { $0 == $1 }
    case .notEqual: combined(x, y) { $0 != $1 }
    case .greaterOrEqual: combined(x, y) { $0 >= $1 }
    case .greater: combined(x, y) { $0 > $1 }
    case .lessOrEqual: combined(x, y) { $0 <= $1 }
    case .less: combined(x, y) { $0 < $1 }
    }
  }
}

/// An integer that orders floats as IEEE 754's `totalOrder`: -NaN, -inf, ..., -0, +0, ..., inf, NaN.
func orderKey(_ value: Double) -> Int64 {
  let bits = Int64(bitPattern: value.bitPattern)
  return bits < 0 ? bits ^ Int64.max : bits
}
