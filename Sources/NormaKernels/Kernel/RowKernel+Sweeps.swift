internal import StableHLO

/// One pass over the row: reductions that it ends in, and outputs it stores on the way.
package struct Sweep: Hashable, Sendable {
  /// Positions of the reduction nodes computed by this pass.
  package var reductions: [Int] = []
  /// Positions in `RowKernel.outputs` of what the pass stores along the row.
  package var stores: [Int] = []
}

extension RowKernel {
  /// The passes over the row, in order.
  ///
  /// A reduction belongs to the pass after every reduction it depends on. Outputs along the row are
  /// stored by the first pass that knows their values, so that a value needed by a later pass is
  /// stored while the row is read anyway. What is combined over rows waits for the last pass, which every
  /// row takes once.
  package var sweeps: [Sweep] {
    let levels = sweepLevels
    let storeLevels = outputs.map { levels[$0.node] }
    let reductions = nodes.indices.filter { nodes[$0].isReduction }
    let varying = outputs.indices.filter { outputs[$0].layout.variesAlongRow }
    let count = max(
      reductions.map { levels[$0] }.max() ?? 0, (varying.map { storeLevels[$0] + 1 }.max() ?? 0))
    var sweeps = [Sweep](repeating: Sweep(), count: count)
    for node in reductions { sweeps[levels[node] - 1].reductions.append(node) }
    for output in varying {
      let isStored = outputs[output].reduction == nil
      sweeps[isStored ? storeLevels[output] : count - 1].stores.append(output)
    }
    return sweeps
  }

  /// For each node, the number of passes that must end before its value is known.
  package var sweepLevels: [Int] {
    var levels: [Int] = []
    for node in nodes {
      let known = node.operands.map { levels[$0] }.max() ?? 0
      levels.append(node.isReduction ? known + 1 : known)
    }
    return levels
  }

  /// The value whose mean along the row a node is, its sum divided by the row's width; nil for any other node.
  func summand(ofMean node: Int) -> Int? {
    let mean = nodes[node]
    guard mean.operation == .elementwise(.divide), nodes[mean.operands[0]].operation == .reduce(.sum),
      constant(mean.operands[1]) == Double(width)
    else { return nil }
    return nodes[mean.operands[0]].operands[0]
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

  /// The nodes along the row that `roots` need in a pass.
  func varyingNodes(from roots: [Int], inPass index: Int, levels: [Int]) -> [Int] {
    needed(for: roots) { !nodes[$0].layout.variesAlongRow || levels[$0] > index }
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
