internal import NormaArrays
internal import StableHLO

/// A product of a number and values, each seen as a tensor of one common shape: `axes[k]` is the place of the
/// value's axis k in it.
struct Monomial {
  struct Factor: Hashable {
    let value: Value
    let axes: [Int]
  }

  var coefficient = 1.0
  /// In rising order of the values.
  var factors: [Factor] = []

  /// The product of two.
  static func * (left: Monomial, right: Monomial) -> Monomial {
    Monomial(
      coefficient: left.coefficient * right.coefficient,
      factors: (left.factors + right.factors).sorted { $0.value.index < $1.value.index })
  }

  /// The product without one of its factors.
  func removing(_ factor: Factor) -> Monomial {
    var copy = self
    if let index = factors.firstIndex(of: factor) { copy.factors.remove(at: index) }
    return copy
  }

  /// Whether two products are the same but for a sign, up to the rounding of their coefficients in Double.
  func isOpposite(to other: Monomial) -> Bool {
    factors == other.factors
      && abs(coefficient + other.coefficient) <= 1e-14 * max(abs(coefficient), abs(other.coefficient))
  }
}

extension Rewriting {
  /// A value as a product, seen through multiplications, negations, divisions by constants and broadcasts.
  ///
  /// - Parameter axes: the places of the value's axes in the common shape; its own by default.
  func monomial(of value: Value, axes: [Int]? = nil, depth: Int = 24) -> Monomial {
    let axes = axes ?? Array(0..<type(of: value).rank)
    let atom = Monomial(factors: [Monomial.Factor(value: value, axes: axes)])
    if let number = splatNumber(of: value) { return Monomial(coefficient: number) }
    guard depth > 0, let definition = definition(of: value), definition.attributes.isEmpty else {
      return atom
    }
    let operands = definition.operands
    switch definition.operation {
    case .elementwise(.multiply):
      return monomial(of: operands[0], axes: axes, depth: depth - 1)
        * monomial(of: operands[1], axes: axes, depth: depth - 1)
    case .elementwise(.negate):
      return monomial(of: operands[0], axes: axes, depth: depth - 1) * Monomial(coefficient: -1)
    case .elementwise(.divide):
      guard let number = splatNumber(of: operands[1]) else { return atom }
      return monomial(of: operands[0], axes: axes, depth: depth - 1) * Monomial(coefficient: 1 / number)
    case .broadcastInDim(let places):
      let source = type(of: operands[0]).shape
      let target = type(of: value).shape
      guard places.indices.allSatisfy({ source[$0] == target[places[$0]] }) else { return atom }
      return monomial(of: operands[0], axes: places.map { axes[$0] }, depth: depth - 1)
    default: return atom
    }
  }
}
