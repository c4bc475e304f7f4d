/// How far a rewritten program's results may differ from the original's.
public enum Exactness: Hashable, Sendable {
  /// The same bits.
  case bitwise
  /// The same numbers; a zero may come out with the other sign.
  case exceptSignOfZero
  /// Equal in real arithmetic; in floating point within a bound, stated as a formula.
  ///
  /// In the formulas u is half a unit in the last place of the element type at 1 (2^-24 in f32), γ(k) = k·u / (1 - k·u),
  /// and n the roundings that one addend of a sum meets: the width where it is summed in order, log2 of the
  /// width in a tree, 1 where the sum is rounded once at its end.
  case bounded(String)
  /// Another function, near in a way stated as a formula. No pass of the standard pipeline is one.
  case approximate(String)
}

extension Exactness: CustomStringConvertible {
  /// The exactness in words.
  public var description: String {
    switch self {
    case .bitwise: "the same bits"
    case .exceptSignOfZero: "the same numbers, but for the sign of a zero"
    case .bounded(let formula): "exact in real arithmetic; in floating point \(formula)"
    case .approximate(let formula): "another function: \(formula)"
    }
  }
}
