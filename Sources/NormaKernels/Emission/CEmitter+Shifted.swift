internal import NormaArrays
internal import StableHLO

/// Differences from the mean, taken from the f32 next to it.
///
/// With the mean m = s + r, s of f32, the difference that a row's elements need is (x - s) - r. A pass that only
/// multiplies it, or only sums its squares, is content with d = x - s, one instruction less for each element:
/// - d * f - r * f is the product with a factor f; the second term is the same along the row.
/// - sum(d^2) = sum((x - m)^2) + n * r^2, as sum(x - m) = 0 over a row of n. The second term is at most n * 2^-48 * m^2; a
///   sum that is not several times as large, of a row that is constant but for its last bits, is taken in f64.
extension CEmitter {
  /// True for a difference that stands for x - s in the pass being written: nothing there needs more of it.
  func isShifted(_ node: Int) -> Bool {
    guard mode == .single, precision == .double, isSumOfParts(node) else { return false }
    let pass = sweeps[currentPass]
    guard !pass.stores.contains(where: { kernel.outputs[$0].node == node }) else { return false }
    let users = varyingNodes(inPass: currentPass).filter { kernel.nodes[$0].operands.contains(node) }
    let summing = pass.reductions.filter { kernel.nodes[$0].operands.contains(node) }
    return summing.isEmpty && !users.isEmpty
      && users.allSatisfy { multipliesByRowValue($0) || isCentredSquare($0, of: node) }
  }

  /// The difference and the factor that a node multiplies, if the difference is shifted.
  func shiftedFactors(_ node: Int) -> (difference: Int, factor: Int)? {
    guard mode == .single, multipliesByRowValue(node) else { return nil }
    let operands = kernel.nodes[node].operands
    guard let difference = operands.first(where: isShifted), let factor = operands.first(where: isCarriedWide)
    else { return nil }
    return (difference, factor)
  }

  /// What the product of a shifted difference adds.
  func shift(_ node: Int) -> String? {
    guard let (difference, factor) = shiftedFactors(node) else { return nil }
    let value = kernel.nodes[difference]
    guard let term = value.operands.first(where: isCarriedWide) else { return nil }
    let isSubtracted = value.operation == .elementwise(.subtract) && term == value.operands[1]
    return "\(isSubtracted ? "-" : "")\(names[term])_rest * \(names[factor])"
  }

  /// What a sum of squares of shifted differences is too large by, or nil where it is none.
  func excess(_ reduction: Int) -> String? {
    let square = kernel.nodes[reduction].operands[0]
    guard let difference = kernel.nodes[square].operands.first, isShifted(difference),
      let term = kernel.nodes[difference].operands.first(where: isCarriedWide)
    else { return nil }
    return "\(Double(kernel.width)) * \(names[term])_rest * \(names[term])_rest"
  }

  /// True for a square that is rounded with the addition to a sum: nothing else needs it.
  func isFusedSquare(_ node: Int) -> Bool {
    let users = users[node]
    return mode == .single && precision == .double && kernel.nodes[node].isSquare && !users.isEmpty
      && users.allSatisfy(isSumOfSquares) && !kernel.outputs.contains { $0.node == node }
  }

  /// True for a product of f32 of which exactly one factor is a value that the row has one of.
  private func multipliesByRowValue(_ node: Int) -> Bool {
    let value = kernel.nodes[node]
    return value.type == .f32 && value.operation == .elementwise(.multiply)
      && value.operands.count(where: isCarriedWide) == 1
  }

  /// True for the square of a difference from the row's mean, of which nothing but a corrected sum is used.
  private func isCentredSquare(_ node: Int, of difference: Int) -> Bool {
    guard isFusedSquare(node) else { return false }
    let operands = kernel.nodes[difference].operands
    guard kernel.nodes[difference].operation == .elementwise(.subtract),
      let mean = operands.first(where: isCarriedWide), let value = operands.first(where: { $0 != mean })
    else { return false }
    return isMean(mean, of: value)
  }

  /// True for the mean of a value along the row, be it a division by the width or a product with its exact reciprocal.
  private func isMean(_ node: Int, of value: Int) -> Bool {
    if kernel.summand(ofMean: node) == value { return true }
    let mean = kernel.nodes[node]
    guard mean.operation == .elementwise(.multiply), let scale = kernel.constant(mean.operands[1]) else {
      return false
    }
    let sum = kernel.nodes[mean.operands[0]]
    return sum.operation == .reduce(.sum) && sum.operands[0] == value && scale * Double(kernel.width) == 1
  }
}

extension KernelNode {
  /// True for a value multiplied by itself.
  var isSquare: Bool {
    operation == .elementwise(.square)
      || (operation == .elementwise(.multiply) && operands[0] == operands[1])
  }
}
