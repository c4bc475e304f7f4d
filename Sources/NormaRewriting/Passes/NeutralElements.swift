internal import NormaArrays
internal import StableHLO

extension Pass {
  /// Adding or subtracting zero, multiplying with or dividing by one, negating twice, choosing between a value and
  /// itself: the value.
  ///
  /// Exact in floating point, infinities and NaN included, but for one case: -0 + 0 is 0, and -0 comes out in its
  /// place. Products with zero stay, as 0·∞ is no zero. Each firing removes an operation.
  public static let neutralElements = Pass(
    "neutral-elements", "Element-wise operations that change nothing are removed.",
    law: ("x + 0, x - 0, x * 1, x / 1, -(-x), select(p, x, x)", "x"), .exceptSignOfZero
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty else { return nil }
    let operands = instruction.operands
    switch instruction.operation {
    case .select where operands[1] == operands[2]: return [operands[1]]
    case .elementwise(.negate): return rewriting.operands(of: .negate, operands[0])
    case .elementwise(let operation) where operation.arity == 2:
      guard
        let place = operation.neutralPlaces.first(where: { rewriting.isNeutral(operands[$0], for: operation) }
        )
      else { return nil }
      return [operands[1 - place]]
    default: return nil
    }
  }
}

extension Elementwise {
  /// The operands that may be a neutral element.
  fileprivate var neutralPlaces: [Int] {
    switch self {
    case .add, .multiply: [0, 1]
    case .subtract, .divide: [1]
    default: []
    }
  }

  /// The operation whose neutral element, as an operand that may be one, changes nothing.
  fileprivate var combination: Elementwise { self == .subtract ? .add : self == .divide ? .multiply : self }
}

extension Rewriting {
  /// Whether a value holds the number that changes nothing in every element; -0 is a zero too.
  fileprivate func isNeutral(_ value: Value, for operation: Elementwise) -> Bool {
    guard let bits = splatBits(of: value) else { return false }
    if operation.combination == .add, splatNumber(of: value) == 0 { return true }
    return bits == operation.combination.neutralBits(for: type(of: value).scalar)
  }
}
