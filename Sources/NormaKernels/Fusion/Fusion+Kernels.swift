internal import NormaArrays
internal import OrderedCollections
internal import StableHLO

/// Instructions that join kernels.
extension Fusion {
  /// Adds an instruction to the latest cluster that it fits, or to one of its own.
  mutating func fuse(_ instruction: Instruction, reducing reduction: RowReduction?) {
    for index in clusters(near: instruction) {
      guard case .cluster(let cluster) = drafts[index], cluster.nodes.count < Self.largestKernel,
        let growth = growth(of: cluster, at: index, by: instruction, sharing: true)
      else { continue }
      keep(growth, of: instruction, at: index)
      return merge(index, with: growth.cluster.inputs.dropFirst(cluster.inputs.count).map(\.value))
    }
    found(instruction, reducing: reduction)
  }

  /// Moves a cluster into an earlier one that computes a value it reads, if all else that it reads is there
  /// in time: what was written and read again then never leaves the row.
  private mutating func merge(_ index: Int, with inputs: [Value]) {
    guard case .cluster(let cluster) = drafts[index] else { return }
    for producer in Set(inputs.compactMap { availability[$0] }).sorted(by: >)
    where drafts.indices.contains(producer) {
      guard case .cluster(let target) = drafts[producer],
        let growth = growth(of: target, at: producer, byAllOf: cluster)
      else { continue }
      (drafts[producer], drafts[index]) = (.cluster(growth.cluster), .moved)
      for anchor in cluster.anchors { availability[anchor.value] = producer }
      for value in growth.bound { homes[value, default: []].append(producer) }
      return
    }
  }

  /// Starts a cluster with an instruction; operands that it cannot compute itself are brought into memory.
  private mutating func found(_ instruction: Instruction, reducing reduction: RowReduction?) {
    for operand in instruction.operands + instruction.operands.suffix(1) {
      let (growth, missing) = start(of: instruction, reducing: reduction)
      if let growth {
        drafts.append(.cluster(growth.cluster))
        return keep(growth, of: instruction, at: drafts.count - 1)
      }
      materialise(missing ?? operand)
    }
    append(.interpreted(instruction))
  }

  private mutating func keep(_ growth: Binding.Growth, of instruction: Instruction, at index: Int) {
    drafts[index] = .cluster(growth.cluster)
    availability[instruction.results[0]] = index
    for value in growth.bound { homes[value, default: []].append(index) }
  }

  // MARK: - Attempts

  /// Nodes beyond which a kernel takes no more: compile time grows with them, and no norm comes near.
  private static let largestKernel = 256

  /// Clusters that an instruction tries to join: beyond, a value that everything reads would make the
  /// time to fuse quadratic.
  private static let largestSearch = 16

  /// The latest clusters that have a value which the instruction needs, the latest first.
  private func clusters(near instruction: Instruction) -> [Int] {
    var pending = instruction.operands
    var seen = Set<Value>()
    var found = Set<Int>()
    while let value = pending.popLast() {
      guard seen.insert(value).inserted else { continue }
      found.formUnion(homes[value, default: []].suffix(Self.largestSearch))
      if isRepeated(value), let definition = definition(of: value) { pending += definition.operands }
    }
    return found.sorted(by: >).prefix(Self.largestSearch).map { $0 }
  }

  /// The cluster with an instruction added, or nil where it does not fit or, if it must, shares no value.
  private func growth(
    of cluster: Cluster, at index: Int, by instruction: Instruction, sharing: Bool
  ) -> Binding.Growth? {
    if case .rowReduction(let reduction) = function.fusibility(of: instruction) {
      var binding = Binding(fusion: self, cluster: cluster, index: index)
      let fits = binding.add(instruction, reducing: reduction) && (binding.touched || !sharing)
      return fits ? binding.growth : nil
    }
    let count = function.type(of: instruction.results[0]).elementCount
    for layout in cluster.space.layouts(ofCount: count) {
      var binding = Binding(fusion: self, cluster: cluster, index: index)
      if binding.add(instruction, as: layout), binding.touched || !sharing { return binding.growth }
    }
    return nil
  }

  /// The cluster with all that another one computes, or nil where something does not fit.
  private func growth(of target: Cluster, at index: Int, byAllOf cluster: Cluster) -> Binding.Growth? {
    guard target.nodes.count + cluster.nodes.count <= Self.largestKernel else { return nil }
    var growth = Binding.Growth(cluster: target)
    for instruction in cluster.anchors.compactMap({ definition(of: $0.value) }) {
      guard let next = self.growth(of: growth.cluster, at: index, by: instruction, sharing: false) else {
        return nil
      }
      growth.cluster = next.cluster
      growth.bound += next.bound
    }
    return growth
  }

  /// A new cluster of one instruction, or the value that must be brought into memory first.
  private func start(
    of instruction: Instruction, reducing reduction: RowReduction?
  ) -> (growth: Binding.Growth?, missing: Value?) {
    let extent = function.type(of: reduction == nil ? instruction.results[0] : instruction.operands[0]).shape
    var binding = Binding(fusion: self, cluster: Cluster(shape: extent), index: .max)
    let fits =
      reduction.map { binding.add(instruction, reducing: $0) } ?? binding.add(instruction, as: .element)
    return (fits ? binding.growth : nil, binding.missing)
  }
}
