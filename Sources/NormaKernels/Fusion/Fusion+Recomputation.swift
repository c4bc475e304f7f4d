internal import NormaArrays
internal import StableHLO

/// Values that are cheaper to compute twice than to store and read.
extension Fusion {
  /// Operations that are worth repeating to save a value in memory.
  private static let largestRecomputation = 24

  /// The values along rows that one kernel stores for others, and that these could compute by a few cheap
  /// operations from one value in memory, or from what they read anyway; with them the values in between.
  var recomputable: Set<Value> {
    let reads = drafts.map { draft -> Set<Value> in
      guard case .cluster(let cluster) = draft else { return [] }
      return Set(cluster.inputs.filter { $0.layout == .element }.map { holder(of: $0.value) })
    }
    var readers: [Value: [Set<Value>]] = [:]
    for read in reads { for value in read { readers[value, default: []].append(read) } }
    let results = Set(function.body.results.map(holder))
    return drafts.reduce(into: []) { found, draft in
      guard case .cluster(let cluster) = draft else { return }
      var kept: [Int: Value] = [:]
      for anchor in cluster.anchors where anchor.view.layout == .element && anchor.reduction == nil {
        let value = anchor.view.value
        guard let readers = readers[value] else { continue }
        if !results.contains(value),
          let (sources, between) = origin(of: anchor.node, in: cluster, kept: kept),
          sources.count <= 1 || readers.allSatisfy({ sources.isSubset(of: $0) })
        {
          found.formUnion(between)
        } else {
          kept[anchor.node] = value
        }
      }
    }
  }

  /// The values along rows that a node is cheaply computed from, which are the cluster's inputs and what it
  /// stores in any case, and the program's values computed on the way; or nil.
  private func origin(
    of root: Int, in cluster: Cluster, kept: [Int: Value]
  ) -> (sources: Set<Value>, between: Set<Value>)? {
    let anchors = cluster.anchors.filter { $0.view.layout == .element && $0.reduction == nil }
    let values = Dictionary(anchors.map { ($0.node, $0.view.value) }, uniquingKeysWith: { first, _ in first })
    var (sources, between, seen, pending) = (Set<Value>(), Set<Value>(), Set<Int>(), [root])
    while let position = pending.popLast() {
      guard seen.insert(position).inserted else { continue }
      let node = cluster.nodes[position]
      if let value = kept[position] {
        sources.insert(value)
      } else if case .input(let input) = node.operation {
        if node.layout == .element { sources.insert(holder(of: cluster.inputs[input].value)) }
      } else if node.layout.variesAlongRow {
        if node.isCostly || seen.count > Self.largestRecomputation { return nil }
        if let value = values[position] { between.insert(value) }
        pending += node.operands
      }
    }
    return (sources, between)
  }
}
