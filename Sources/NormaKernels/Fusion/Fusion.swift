internal import NormaArrays
public import StableHLO

extension Plan {
  /// Fuses a program into as few steps as its data dependencies allow.
  ///
  /// Instructions are taken in order. One that acts on elements or reduces rows joins the latest kernel
  /// that it shares values with and whose rows and columns fit; reshapes, broadcasts, constants and
  /// cheap preparations of what is broadcast are not placed at all, but repeated inside every kernel
  /// that needs them. Everything else becomes a step of its own.
  ///
  /// - Parameter function: A function without calls.
  public init(fusing function: Function) {
    var fusion = Fusion(function.reducingLastAxes())
    self = fusion.plan()
  }
}

/// The state of fusing one function.
struct Fusion {
  let function: Function
  /// The instruction that defines each value.
  private let definitions: [Value: Instruction]
  /// Values that kernels repeat instead of reading.
  private let repeated: Set<Value>
  private var drafts: [Draft] = []
  /// The step after which a value is in memory; -1 for parameters.
  private var availability: [Value: Int] = [:]
  private var aliases: [Value: Value] = [:]

  /// A step while the plan is made.
  private enum Draft {
    case cluster(Cluster)
    case step(Step)
    /// A kernel that became part of an earlier one.
    case absorbed
  }

  init(_ function: Function) {
    self.function = function
    definitions = function.definitions
    repeated = function.repeatedValues
    for parameter in function.body.parameters { availability[parameter] = -1 }
  }

  mutating func plan() -> Plan {
    for instruction in function.body.instructions
    where !instruction.results.contains(where: repeated.contains) {
      place(instruction)
    }
    for result in function.body.results { materialise(result) }
    return Plan(function: function, steps: finished(), aliases: aliases)
  }

  // MARK: - Placing instructions

  private mutating func place(_ instruction: Instruction) {
    switch function.fusibility(of: instruction) {
    case .transparent: return
    case .elementwise: join(instruction, reducing: nil)
    case .rowReduction(let reduction): join(instruction, reducing: reduction)
    case .product: append(.product(instruction))
    case .movement: append(.movement(instruction))
    case .interpreted: append(.interpreted(instruction))
    }
  }

  private mutating func append(_ step: Step) {
    for operand in step.instructionReads { materialise(operand) }
    drafts.append(.step(step))
    for result in step.results { availability[result] = drafts.count - 1 }
  }

  /// Brings a value into memory as a step's own result, if nothing has yet.
  private mutating func materialise(_ value: Value) {
    guard availability[value] == nil, let instruction = definitions[value] else { return }
    switch instruction.operation {
    case .reshape: alias(value, to: instruction.operands[0])
    case .broadcastInDim(let dimensions):
      let operand = function.type(of: instruction.operands[0])
      if operand.elementCount == function.type(of: value).elementCount, dimensions == dimensions.sorted() {
        alias(value, to: instruction.operands[0])
      } else {
        append(.movement(instruction))
      }
    case .constant: append(.interpreted(instruction))
    default: place(instruction)
    }
  }

  private mutating func alias(_ value: Value, to operand: Value) {
    materialise(operand)
    aliases[value] = operand
    availability[value] = availability[operand]
  }

  // MARK: - Joining kernels

  private mutating func join(_ instruction: Instruction, reducing reduction: RowReduction?) {
    for index in drafts.indices.reversed() {
      guard case .cluster(let cluster) = drafts[index], cluster.nodes.count < Self.largestKernel else {
        continue
      }
      guard let grown = grown(cluster, at: index, by: instruction, reducing: reduction) else { continue }
      drafts[index] = .cluster(grown)
      availability[instruction.results[0]] = index
      if grown.inputs.count > cluster.inputs.count { absorb(index) }
      return
    }
    found(instruction, reducing: reduction)
  }

  /// Nodes beyond which a kernel takes no more: compile time grows with them, and no norm comes near.
  private static let largestKernel = 256

  /// The cluster with an instruction added, or nil where it does not fit, or shares no value with it but
  /// should.
  private func grown(
    _ cluster: Cluster, at index: Int, by instruction: Instruction, reducing reduction: RowReduction?,
    sharing: Bool = true
  ) -> Cluster? {
    if let reduction {
      var binding = Binding(fusion: self, cluster: cluster, index: index)
      return binding.add(instruction, reducing: reduction) && (binding.touched || !sharing) ? binding.cluster : nil
    }
    let count = function.type(of: instruction.results[0]).elementCount
    for layout in Layout.allCases where cluster.space.count(layout) == count {
      var binding = Binding(fusion: self, cluster: cluster, index: index)
      if binding.add(instruction, as: layout), binding.touched || !sharing { return binding.cluster }
    }
    return nil
  }

  /// Moves a kernel into an earlier one that it reads from, if that can compute it too and all else that it
  /// reads exists by then: a branch that began alone, such as a gate, ends in the kernel that it is joined
  /// with.
  private mutating func absorb(_ index: Int) {
    guard case .cluster(let later) = drafts[index] else { return }
    let sources = Set(later.inputs.compactMap { availability[$0.value] }).filter { $0 >= 0 }
    for target in sources.sorted(by: >) {
      guard case .cluster(let earlier) = drafts[target],
        earlier.nodes.count + later.nodes.count <= Self.largestKernel,
        let merged = merged(later, into: earlier, at: target)
      else { continue }
      (drafts[target], drafts[index]) = (.cluster(merged), .absorbed)
      for anchor in later.anchors { availability[anchor.value] = target }
      return
    }
  }

  private func merged(_ later: Cluster, into earlier: Cluster, at index: Int) -> Cluster? {
    var merged = earlier
    for anchor in later.anchors {
      guard let instruction = definitions[anchor.value] else { return nil }
      var reduction: RowReduction?
      if case .rowReduction(let found) = function.fusibility(of: instruction) { reduction = found }
      guard let next = grown(merged, at: index, by: instruction, reducing: reduction, sharing: false)
      else { return nil }
      merged = next
    }
    return merged
  }

  /// A new cluster for an instruction; operands that it cannot compute itself are brought into memory.
  private mutating func found(_ instruction: Instruction, reducing reduction: RowReduction?) {
    let extent = function.type(of: reduction == nil ? instruction.results[0] : instruction.operands[0]).shape
    for attempt in 0...instruction.operands.count {
      var binding = Binding(fusion: self, cluster: Cluster(shape: extent), index: .max)
      let fits =
        reduction.map { binding.add(instruction, reducing: $0) } ?? binding.add(instruction, as: .element)
      if fits {
        drafts.append(.cluster(binding.cluster))
        availability[instruction.results[0]] = drafts.count - 1
        return
      }
      materialise(binding.missing ?? instruction.operands[min(attempt, instruction.operands.count - 1)])
    }
    append(.interpreted(instruction))
  }

  // MARK: - What bindings ask

  func definition(of value: Value) -> Instruction? { definitions[value] }
  func isRepeated(_ value: Value) -> Bool { repeated.contains(value) }
  func isAvailable(_ value: Value, before index: Int) -> Bool {
    availability[value].map { $0 < index } ?? false
  }

  // MARK: - The end

  /// The drafts as steps, every value that a later step or the caller reads made an output.
  private func finished() -> [Step] {
    let read = Set((readValues + function.body.results).map(holder))
    return drafts.enumerated().compactMap { index, draft -> Step? in
      switch draft {
      case .absorbed: nil
      case .step(let step): step
      case .cluster(let cluster):
        .kernel(
          cluster.finished(
            name: "norma_\(function.name.symbolCharacters)_\(index)", function: function,
            read: read, holder: holder))
      }
    }
  }

  private var readValues: [Value] {
    drafts.flatMap { draft -> [Value] in
      switch draft {
      case .step(let step): step.instructionReads
      case .cluster(let cluster): cluster.inputs.map(\.value)
      case .absorbed: []
      }
    }
  }

  private func holder(of value: Value) -> Value {
    var value = value
    while let next = aliases[value] { value = next }
    return value
  }
}

extension String {
  /// The text with every character that a C name cannot hold replaced.
  fileprivate var symbolCharacters: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
