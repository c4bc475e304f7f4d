internal import OrderedCollections
internal import StableHLO

/// Kernels that become one.
extension Fusion {
  /// Moves a cluster into an earlier one that it reads from, if that can compute it too and all else that
  /// it reads exists by then: a branch that began alone, such as a gate, ends in the kernel that it is
  /// joined with.
  mutating func absorb(_ index: Int) {
    guard case .cluster(let later) = drafts[index] else { return }
    let sources = Set(later.inputs.compactMap { availability[$0.value] }).filter { $0 >= 0 }
    for target in sources.sorted(by: >) {
      guard case .cluster(let earlier) = drafts[target],
        earlier.nodes.count + later.nodes.count <= Self.largestKernel,
        let (merged, bound) = merged(later, into: earlier, at: target)
      else { continue }
      (drafts[target], drafts[index]) = (.cluster(merged), .absorbed)
      for anchor in later.anchors { availability[anchor.view.value] = target }
      for value in bound { homes[value, default: []].append(target) }
      return
    }
  }

  /// The earlier cluster with all that the later one computes, and the values it has of that; or nil.
  private func merged(_ later: Cluster, into earlier: Cluster, at index: Int) -> (Cluster, bound: [Value])? {
    var (merged, bound) = (earlier, [Value]())
    for anchor in later.anchors {
      guard let instruction = definition(of: anchor.view.value),
        let growth = growth(
          of: merged, at: index, by: instruction, kernelParts(of: instruction), sharing: false)
      else { return nil }
      merged = growth.cluster
      bound += growth.bound
    }
    return (merged, bound)
  }
}
