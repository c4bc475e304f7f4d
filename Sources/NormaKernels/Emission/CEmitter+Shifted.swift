internal import NormaArrays
internal import StableHLO

/// Differences from the mean, taken from the f32 next to it.
///
/// With the mean m = s + r, s of f32, the difference that a row's elements need is (x - s) - r. A pass that only
/// multiplies it is content with d = x - s, one instruction less for each element: d * f - r * f is the product with a factor
/// f, and the second term is the same along the row. Sums around a mean, too, take their distances from an f32 near it; see
/// `CEmitter+Centred`.
extension CEmitter {
  /// True for a difference that stands for x - s in the pass being written: nothing there needs more of it.
  func isShifted(_ node: Int) -> Bool {
    guard mode == .single, precision == .double, isSumOfParts(node) else { return false }
    if isFromGuess(node) { return true }
    let pass = sweeps[currentPass]
    guard !pass.stores.contains(where: { kernel.outputs[$0].node == node }) else { return false }
    let users = varyingNodes(inPass: currentPass).filter { kernel.nodes[$0].operands.contains(node) }
    let summing = pass.reductions.filter { kernel.nodes[$0].operands.contains(node) }
    return summing.isEmpty && !users.isEmpty && users.allSatisfy(multipliesByRowValue)
  }

  /// The difference and the factor that a node multiplies, if the difference is shifted.
  func shiftedFactors(_ node: Int) -> (difference: Int, factor: Int)? {
    guard mode == .single, multipliesByRowValue(node) else { return nil }
    let operands = kernel.nodes[node].operands
    guard let difference = operands.first(where: isShifted), let factor = operands.first(where: isCarriedWide)
    else { return nil }
    return (difference, factor)
  }

  /// The definition of what the product of a shifted difference adds.
  mutating func shift(_ node: Int) -> [String] {
    guard let (difference, factor) = shiftedFactors(node) else { return [] }
    let value = kernel.nodes[difference]
    guard let term = value.operands.first(where: isCarriedWide) else { return [] }
    let isSubtracted = value.operation == .elementwise(.subtract) && term == value.operands[1]
    let rest = widened("\(names[term])_rest")
    return single("\(names[node])_shift", "\(isSubtracted ? "-" : "")\(rest) * \(names[factor])")
  }

  /// True for a product of f32 of which exactly one factor is a value that the row has one of.
  private func multipliesByRowValue(_ node: Int) -> Bool {
    let value = kernel.nodes[node]
    return value.type == .f32 && value.operation == .elementwise(.multiply)
      && value.operands.count(where: isCarriedWide) == 1
  }
}

extension KernelNode {
  /// True for a value multiplied by itself.
  var isSquare: Bool {
    operation == .elementwise(.square)
      || (operation == .elementwise(.multiply) && operands[0] == operands[1])
  }
}
