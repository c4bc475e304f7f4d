internal import NormaArrays
internal import StableHLO

/// A row rounded to eight bits by a scale of its own: `round(x / d)`, where an earlier pass took the largest `|x|`.
struct ScaledRounding: Hashable {
  /// The rounded quotient, and the quotient; nothing but the output needs them.
  var rounded: Int, quotient: Int
  /// `x` and `d`.
  var value: Int, divisor: Int
  /// The largest `|x|`, all that its pass is there for, and what `d` is computed from.
  var largest: Int
}

extension RowKernel {
  /// The rounding that an output stores, or nil where it is none such.
  func scaledRounding(storedBy output: Int) -> ScaledRounding? {
    let (rounded, users) = (outputs[output].node, users)
    guard outputs[output].type == .i8, outputs[output].layout == .element,
      isUsedOnce(rounded, users), nodes[rounded].operation == .elementwise(.roundNearestEven)
    else { return nil }
    let quotient = nodes[rounded].operands[0]
    guard isUsedOnce(quotient, users), nodes[quotient].operation == .elementwise(.divide) else { return nil }
    let (value, divisor) = (nodes[quotient].operands[0], nodes[quotient].operands[1])
    guard [rounded, quotient, value, divisor].allSatisfy({ nodes[$0].type == .f32 }),
      nodes[divisor].layout == .row, users[divisor] == [quotient]
    else { return nil }
    let known = needed(for: [divisor]) { nodes[$0].layout.variesAlongRow }
    return known.first { takesLargest(of: value, $0) }.map {
      ScaledRounding(rounded: rounded, quotient: quotient, value: value, divisor: divisor, largest: $0)
    }
  }

  /// True for a node that one other reads, or one output stores.
  private func isUsedOnce(_ node: Int, _ users: [[Int]]) -> Bool {
    users[node].count + outputs.count { $0.node == node } == 1
  }

  /// True for the largest absolute value of a node, taken by a pass that does nothing else: where that pass can go
  /// in f32, so can a later one as far as this node is concerned.
  private func takesLargest(of value: Int, _ node: Int) -> Bool {
    guard nodes[node].operation == .reduce(.maximum) else { return false }
    let size = nodes[nodes[node].operands[0]]
    return size.operation == .elementwise(.abs) && size.operands == [value]
      && sweeps.contains(Sweep(reductions: [node]))
  }
}
