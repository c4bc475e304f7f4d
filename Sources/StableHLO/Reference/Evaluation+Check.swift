internal import NormaArrays

extension Check {
  /// The first difference between actual and expected elements that the assertion does not allow.
  func failure(_ actual: TensorValue, _ expected: TensorValue) -> CheckFailure? {
    let differing = differences(actual, expected)
    guard let first = differing.first else { return nil }
    let index = zip(actual.type.shape.strides, actual.type.shape.dimensions).map { first / $0 % $1 }
    return CheckFailure(
      check: self, index: index, actual: actual.text(at: first), expected: expected.text(at: first),
      ulps: actual.ulps(to: expected, at: first), differing: differing.count,
      count: actual.type.elementCount)
  }

  private func differences(_ actual: TensorValue, _ expected: TensorValue) -> [Int] {
    switch (actual.elements, expected.elements) {
    case (.integers(let x), .integers(let y)): return x.indices.filter { x[$0] != y[$0] }
    case (.floats(let x), .floats(let y)):
      return x.indices.filter { position in
        let (a, b) = (x[position], y[position])
        if a == b || (a.isNaN && b.isNaN) { return false }
        guard a.isFinite && b.isFinite else { return true }
        return switch self {
        case .expectEqual: true
        case .expectClose: (actual.ulps(to: expected, at: position) ?? .max) > 3
        case .expectAlmostEqual: (a - b).magnitude > 1e-3
        case .equal: (a - b).magnitude > 1e-4
        }
      }
    case (.floats, .integers), (.integers, .floats): return Array(0..<actual.type.elementCount)
    }
  }
}

extension TensorValue {
  /// How many steps from one float of the element type to the next lead from one element to the
  /// other; nil for integers and where either is NaN.
  func ulps(to other: TensorValue, at position: Int) -> UInt64? {
    guard case .floats(let x) = elements, case .floats(let y) = other.elements else { return nil }
    let (a, b) = (x[position], y[position])
    if a.isNaN || b.isNaN { return nil }
    let format = BinaryFormat(type.scalar)
    let (below, above) = (
      format.bits(of: min(a.magnitude, b.magnitude)), format.bits(of: max(a.magnitude, b.magnitude))
    )
    return (a < 0) == (b < 0) ? above - below : above + below
  }

  /// An element as text: the shortest digits that tell it from its neighbours in `Double`.
  func text(at position: Int) -> String {
    switch elements {
    case .floats(let floats): type.scalar == .f32 ? "\(Float(floats[position]))" : "\(floats[position])"
    case .integers(let integers):
      type.scalar == .ui64 ? "\(UInt64(bitPattern: integers[position]))" : "\(integers[position])"
    }
  }
}
