internal import StableHLO

/// One pass over the row: reductions that it ends in, and outputs it stores on the way.
package struct Sweep: Hashable, Sendable {
  /// Positions of the reduction nodes computed by this pass.
  package var reductions: [Int] = []
  /// Positions in `RowKernel.outputs` of what the pass stores along the row.
  package var stores: [Int] = []
  /// Those of the reductions that are sums around a mean which the same pass finds.
  package var centred: [CentredSum] = []
}

extension RowKernel {
  /// The passes over the row, in order.
  ///
  /// A reduction belongs to the pass after every reduction it depends on; a sum around a mean belongs to the pass that
  /// finds the mean, see `CentredSum`. Outputs along the row are stored by the first pass that knows their values, so that
  /// a value needed by a later pass is stored while the row is read anyway. What is combined over rows waits for the last
  /// pass, which every row takes once.
  package var sweeps: [Sweep] {
    let (levels, centred) = passStructure
    let storeLevels = outputs.map { levels[$0.node] }
    let reductions = nodes.indices.filter { nodes[$0].isReduction }
    let varying = outputs.indices.filter { outputs[$0].layout.variesAlongRow }
    let count = max(
      reductions.map { levels[$0] }.max() ?? 0, (varying.map { storeLevels[$0] + 1 }.max() ?? 0))
    var sweeps = [Sweep](repeating: Sweep(), count: count)
    for node in reductions { sweeps[levels[node] - 1].reductions.append(node) }
    for sum in centred { sweeps[levels[sum.node] - 1].centred.append(sum) }
    for output in varying {
      let isStored = outputs[output].reduction == nil
      sweeps[isStored ? storeLevels[output] : count - 1].stores.append(output)
    }
    return sweeps
  }

  /// For each node, the number of passes that must end before its value is known.
  package var sweepLevels: [Int] { passStructure.levels }

  /// The levels, and the sums around a mean that are taken in the pass of that mean's sum: those whose other factor is
  /// known as early.
  private var passStructure: (levels: [Int], centred: [CentredSum]) {
    let candidates = centredSums
    var (levels, centred) = ([Int](), [CentredSum]())
    for (index, node) in nodes.enumerated() {
      let known = node.operands.map { levels[$0] }.max() ?? 0
      levels.append(node.isReduction ? known + 1 : known)
      guard let sum = candidates[index] else { continue }
      let summands = [sum.sum, sum.otherSum].map { levels[nodes[$0].operands[0]] }
      guard summands[0] == summands[1] else { continue }
      levels[index] = summands[0] + 1
      centred.append(sum)
    }
    return (levels, centred)
  }

  /// The value whose mean along the row a node is, its sum divided by the row's width or multiplied by the exact
  /// reciprocal of that; nil for any other node.
  func summand(ofMean node: Int) -> Int? {
    let mean = nodes[node]
    guard let sum = mean.operands.first, nodes[sum].operation == .reduce(.sum),
      let scale = mean.operands.last.flatMap(constant)
    else { return nil }
    switch mean.operation {
    case .elementwise(.divide): return scale == Double(width) ? nodes[sum].operands[0] : nil
    case .elementwise(.multiply): return scale * Double(width) == 1 ? nodes[sum].operands[0] : nil
    default: return nil
    }
  }

  /// The nodes that read each node, in order.
  var users: [[Int]] {
    var users = [[Int]](repeating: [], count: nodes.count)
    for (user, node) in nodes.enumerated() {
      for operand in Set(node.operands) { users[operand].append(user) }
    }
    return users
  }

  /// The nodes that a pass reduces or stores, those that a row has one of among them.
  func roots(of sweep: Sweep) -> [Int] {
    sweep.reductions.flatMap { nodes[$0].operands } + sweep.stores.map { outputs[$0].node }
  }

  /// The nodes along the row that `roots` need.
  func varyingNodes(from roots: [Int]) -> [Int] {
    needed(for: roots) { !nodes[$0].layout.variesAlongRow }
  }

  /// The nodes that `roots` need, in order, stopping at `boundary` nodes, which are not included.
  package func needed(for roots: [Int], stoppingAt boundary: (Int) -> Bool) -> [Int] {
    var needed = Set<Int>()
    var pending = roots.filter { !boundary($0) }
    while let node = pending.popLast() {
      guard needed.insert(node).inserted else { continue }
      pending += nodes[node].operands.filter { !boundary($0) }
    }
    return needed.sorted()
  }
}

extension KernelNode {
  /// True for reductions along the row.
  package var isReduction: Bool {
    if case .reduce = operation { true } else { false }
  }
}
