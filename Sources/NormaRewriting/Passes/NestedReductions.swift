internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A reduction of a reduction is one over the axes of both: what a batch of a batch leaves behind, each having
  /// summed over its own axis. Fires where both combine by the same operation from its neutral element, and
  /// nothing else reads the inner one.
  ///
  /// **Bound.** Greatest and least elements stay as they are. A sum of E addends is within γ(n)·sum|x| of the exact one
  /// in any order, n the roundings an addend meets; before, it met those of two sums. So
  ///
  ///     |before - after| <= (γ(n1+n2) + γ(n))·sum|x|
  ///
  /// and where sums are exact until their end, the new one rounds once where the old one rounded twice.
  public static let nestedReductions = Pass(
    "nested-reductions", "A reduction of a reduction is one reduction over the axes of both.",
    law: ("reduce(reduce(x)), the inner one read once", "reduce(x) over the axes of both"),
    .bounded("|before - after| <= (γ(n1+n2) + γ(n))·sum|x|; maximum and minimum keep their bits")
  ) { instruction, rewriting in
    guard case .reduce(.named(let operation), let outer) = instruction.operation,
      instruction.attributes.isEmpty, operation.isAssociative, instruction.operands.count == 2,
      rewriting.isNeutralStart(instruction.operands[1], of: operation),
      rewriting.readerCount(of: instruction.operands[0]) == 1,
      let inner = rewriting.definition(of: instruction.operands[0]), inner.attributes.isEmpty,
      case .reduce(.named(operation), let axes) = inner.operation, inner.operands.count == 2,
      rewriting.isNeutralStart(inner.operands[1], of: operation)
    else { return nil }
    let rest = (0..<rewriting.type(of: inner.operands[0]).rank).filter { !axes.contains($0) }
    let all = (axes + outer.map { rest[$0] }).sorted()
    let type = rewriting.type(of: instruction.results[0])
    rewriting.note("\(operation.rawValue) over axes \(axes), then over axes \(outer) of what is left")
    return [
      rewriting.add(
        .reduce(.named(operation), dimensions: all), [inner.operands[0], instruction.operands[1]], type: type,
        insteadOf: instruction)
    ]
  }
}

extension Rewriting {
  fileprivate func isNeutralStart(_ value: Value, of operation: Elementwise) -> Bool {
    guard let bits = splatBits(of: value) else { return false }
    return bits == operation.neutralBits(for: type(of: value).scalar)
  }
}

extension Elementwise {
  /// Whether elements may be combined in any grouping. Products are left alone: in another order they overflow
  /// elsewhere.
  fileprivate var isAssociative: Bool {
    switch self {
    case .add, .maximum, .minimum, .and, .or, .xor: true
    default: false
    }
  }
}
