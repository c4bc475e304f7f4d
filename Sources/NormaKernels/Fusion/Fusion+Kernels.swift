internal import NormaArrays
internal import OrderedCollections
internal import StableHLO

/// Instructions that join kernels.
extension Fusion {
  /// Adds an instruction to the latest cluster that it fits, or to one of its own.
  mutating func fuse(_ instruction: Instruction) {
    let parts = kernelParts(of: instruction)
    for index in clusters(near: instruction) {
      guard case .cluster(let cluster) = drafts[index], cluster.nodes.count < Self.largestKernel,
        let growth = growth(of: cluster, at: index, by: instruction, parts)
      else { continue }
      keep(growth, of: instruction, at: index)
      if growth.cluster.inputs.count > cluster.inputs.count { absorb(index) }
      return
    }
    if let part = parts.first { found(instruction, part) }
  }

  /// Starts a cluster with an instruction; operands that it cannot compute itself are brought into memory.
  private mutating func found(_ instruction: Instruction, _ part: KernelPart) {
    for operand in instruction.operands + instruction.operands.suffix(1) {
      let (growth, missing) = start(of: instruction, part)
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
  static let largestKernel = 256

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

  /// The cluster with an instruction added, or nil where it does not fit, or shares no value with it but
  /// should.
  func growth(
    of cluster: Cluster, at index: Int, by instruction: Instruction, _ parts: [KernelPart],
    sharing: Bool = true
  ) -> Binding.Growth? {
    let ways = parts.flatMap { part -> [(part: KernelPart, layout: Layout)] in
      switch part {
      case .elementwise:
        cluster.space.layouts(ofCount: function.type(of: instruction.results[0]).elementCount).map {
          (part, $0)
        }
      case .row: [(part, .row)]
      case .column: [(part, .column)]
      }
    }
    for (part, layout) in ways {
      var binding = Binding(fusion: self, cluster: cluster, index: index)
      if binding.add(instruction, part, as: layout), binding.touched || !sharing { return binding.growth }
    }
    return nil
  }

  /// A new cluster of one instruction, or the value that must be brought into memory first.
  private func start(
    of instruction: Instruction, _ part: KernelPart
  ) -> (growth: Binding.Growth?, missing: Value?) {
    let (extent, layout): (Value, Layout) =
      switch part {
      case .elementwise: (instruction.results[0], .element)
      case .row: (instruction.operands[0], .row)
      case .column: (instruction.operands[0], .column)
      }
    let cluster = Cluster(shape: function.type(of: extent).shape)
    var binding = Binding(fusion: self, cluster: cluster, index: .max)
    let fits = binding.add(instruction, part, as: layout)
    return (fits ? binding.growth : nil, binding.missing)
  }
}
