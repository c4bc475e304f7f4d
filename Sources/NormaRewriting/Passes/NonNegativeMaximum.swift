internal import NormaArrays
internal import StableHLO

extension Pass {
  /// The greater of zero and what is never negative: JAX guards its variances so, but a sum of squares needs no guard.
  ///
  /// The same bits: squares and what is made of them by sums, products and division by positive constants have no sign, not
  /// even at zero, and `maximum` hands a NaN on as it is.
  public static let nonNegativeMaximum = Pass(
    "non-negative-maximum", "The maximum of zero and a sum of squares is the sum.",
    law: ("maximum(0, x), abs(x), x never negative", "x")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty else { return nil }
    let operands = instruction.operands
    switch instruction.operation {
    case .elementwise(.maximum):
      for (zero, value) in [(operands[0], operands[1]), (operands[1], operands[0])]
      where rewriting.splatNumber(of: zero) == 0 && rewriting.isNonNegative(value) { return [value] }
      return nil
    case .elementwise(.abs): return rewriting.isNonNegative(operands[0]) ? operands : nil
    default: return nil
    }
  }
}

extension Rewriting {
  /// Whether every element of a floating-point value is +0, greater, or NaN.
  func isNonNegative(_ value: Value, depth: Int = 12) -> Bool {
    guard depth > 0, type(of: value).scalar.isFloatingPoint, let definition = definition(of: value) else {
      return false
    }
    let operands = definition.operands
    switch definition.operation {
    case .constant: return splatNumber(of: value).map { $0 >= 0 && $0.sign == .plus } ?? false
    case .broadcastInDim, .reshape, .transpose, .slice: return isNonNegative(operands[0], depth: depth - 1)
    case .reduce(.named(.add), _):
      return operands.count == 2 && operands.allSatisfy { isNonNegative($0, depth: depth - 1) }
    case .elementwise(.square), .elementwise(.abs), .elementwise(.exponential), .elementwise(.logistic):
      return true
    case .elementwise(.multiply) where operands[0] == operands[1]: return true
    case .elementwise(.divide):
      return splatNumber(of: operands[1]).map { $0 > 0 } ?? false
        && isNonNegative(operands[0], depth: depth - 1)
    case .elementwise(.add), .elementwise(.multiply), .elementwise(.sqrt), .elementwise(.minimum):
      return operands.allSatisfy { isNonNegative($0, depth: depth - 1) }
    default: return false
    }
  }
}
