internal import NormaArrays
internal import StableHLO

/// An attempt to add an instruction to a cluster: finds or makes a node for everything it reads.
struct Binding {
  /// What an attempt leaves, the state of the fusion aside: kept beside it, that would be copied with
  /// every change.
  struct Growth {
    var cluster: Cluster
    /// The values that the attempt found nodes for.
    var bound: [Value] = []
  }

  let fusion: Fusion
  private(set) var growth: Growth
  private var cluster: Cluster {
    get { growth.cluster }
    _modify { yield &growth.cluster }
  }
  /// The cluster's place among the steps: what it reads must be in memory before.
  let index: Int
  /// True once a value was found that the cluster already read or computed; constants do not count, as
  /// sharing them saves nothing.
  private(set) var touched = false
  /// The first value that could neither be computed here nor read.
  private(set) var missing: Value?

  init(fusion: Fusion, cluster: Cluster, index: Int) {
    (self.fusion, self.index, growth) = (fusion, index, Growth(cluster: cluster))
  }

  // MARK: - Instructions

  /// Adds an instruction whose result is seen in a layout; false where it does not fit.
  mutating func add(_ instruction: Instruction, _ part: KernelPart, as layout: Layout) -> Bool {
    switch part {
    case .elementwise:
      guard let node = compute(instruction, as: layout) else { return false }
      anchor(instruction, as: layout, at: node)
      return true
    case .row(let reduction): return add(instruction, reducing: reduction)
    case .column(let reduction): return add(instruction, reducingRowsBy: reduction)
    }
  }

  /// Adds a reduction over the rows. Its result is no node: it exists when all rows are done.
  private mutating func add(_ instruction: Instruction, reducingRowsBy reduction: RowReduction) -> Bool {
    let type = fusion.function.type(of: instruction.operands[0])
    guard case .reduce(_, let dimensions) = instruction.operation,
      type.elementCount == cluster.space.elementCount,
      let split = RowSplit(type.shape, along: type.shape.axes(besides: dimensions)), cluster.space.fix(split),
      let value = node(for: instruction.operands[0], as: .element)
    else { return false }
    let view = Cluster.View(value: instruction.results[0], layout: .column)
    cluster.anchors.append(.init(view: view, node: value, reduction: reduction))
    return true
  }

  /// Adds a reduction along the row; the value it starts from is combined where it is not the identity.
  private mutating func add(_ instruction: Instruction, reducing reduction: RowReduction) -> Bool {
    let (operand, start) = (instruction.operands[0], instruction.operands[1])
    let type = fusion.function.type(of: operand)
    guard case .reduce(_, let dimensions) = instruction.operation,
      type.elementCount == cluster.space.elementCount,
      let split = RowSplit(type.shape, along: dimensions), cluster.space.fix(split),
      let value = node(for: operand, as: .element), let first = node(for: start, as: .scalar)
    else { return false }
    let (factors, summand) =
      reduction == .sum && type.scalar == .f32 ? cluster.withoutRowFactors(value) : ([], value)
    var node = cluster.add(KernelNode(.reduce(reduction), [summand], type: type.scalar, layout: .row))
    for factor in factors { node = cluster.add(.elementwise(.multiply), [node, factor], type: type.scalar) }
    if !isIdentity(first, of: reduction) {
      node = cluster.add(.elementwise(reduction.combination), [first, node], type: type.scalar)
    }
    anchor(instruction, as: .row, at: node)
    return true
  }

  private mutating func anchor(_ instruction: Instruction, as layout: Layout, at node: Int) {
    cluster.anchor(.init(value: instruction.results[0], layout: layout), at: node)
    growth.bound.append(instruction.results[0])
  }

  private func isConstant(_ node: Int) -> Bool {
    if case .constant = cluster.nodes[node].operation { true } else { false }
  }

  private func isIdentity(_ node: Int, of reduction: RowReduction) -> Bool {
    guard case .constant(let bits) = cluster.nodes[node].operation else { return false }
    return cluster.nodes[node].type.floatingPointValue(bits: bits) == reduction.identity
  }

  // MARK: - Values

  /// The node that stands for a value seen in a layout, or nil.
  private mutating func node(for value: Value, as layout: Layout) -> Int? {
    let view = Cluster.View(value: value, layout: layout)
    if let known = cluster.bound(view) {
      touched = touched || !isConstant(known)
      return known
    }
    guard let node = computed(value, as: layout) ?? read(view) else {
      if missing == nil { missing = value }
      return nil
    }
    cluster.bind(view, to: node)
    if !isConstant(node) { growth.bound.append(value) }
    return node
  }

  private mutating func read(_ view: Cluster.View) -> Int? {
    let type = fusion.function.type(of: view.value)
    guard fusion.isAvailable(view.value, before: index), type.scalar.isFloatingPoint || type.scalar == .i1,
      type.elementCount == cluster.space.count(view.layout)
    else { return nil }
    return cluster.read(view, type: type.scalar)
  }

  /// A value that kernels compute for themselves, or nil; an attempt that fails leaves nothing behind.
  private mutating func computed(_ value: Value, as layout: Layout) -> Int? {
    guard let instruction = fusion.definition(of: value) else { return nil }
    let before = self
    let node: Int? =
      switch instruction.operation {
      case .constant(let literal): constant(literal)
      case .reshape: self.node(for: instruction.operands[0], as: layout)
      case .broadcastInDim(let dimensions): broadcast(instruction, dimensions, as: layout)
      default: fusion.isRepeated(value) ? compute(instruction, as: layout) : nil
      }
    if node == nil {
      let missing = missing
      self = before
      self.missing = before.missing ?? missing.flatMap { fusion.isRepeated(value) ? $0 : nil }
    }
    return node
  }

  private mutating func constant(_ literal: Literal) -> Int? {
    guard case .splat(let bits) = literal.elements,
      literal.type.scalar.isFloatingPoint || literal.type.scalar == .i1
    else { return nil }
    return cluster.add(.constant(bits), [], type: literal.type.scalar)
  }

  private mutating func broadcast(_ instruction: Instruction, _ dimensions: [Int], as layout: Layout) -> Int?
  {
    let operand = instruction.operands[0]
    let seen = cluster.space.operandLayout(
      operand: fusion.function.type(of: operand).shape,
      result: fusion.function.type(of: instruction.results[0]).shape,
      dimensions: dimensions, resultLayout: layout)
    return seen.flatMap { node(for: operand, as: $0) }
  }

  // MARK: - Operations

  private mutating func compute(_ instruction: Instruction, as layout: Layout) -> Int? {
    var operands: [Int] = []
    let count = fusion.function.type(of: instruction.results[0]).elementCount
    for operand in instruction.operands {
      let isOne = fusion.function.type(of: operand).elementCount == 1 && count != 1
      guard let node = node(for: operand, as: isOne ? .scalar : layout) else { return nil }
      operands.append(node)
    }
    let type = fusion.function.type(of: instruction.results[0]).scalar
    switch instruction.operation {
    case .elementwise(let operation): return cluster.add(.elementwise(operation), operands, type: type)
    case .compare(let direction, _): return cluster.add(.compare(direction), operands, type: type)
    case .select: return cluster.add(.select, operands, type: type)
    case .clamp: return cluster.add(.clamp, operands, type: type)
    case .convert:
      return converted(operands[0], from: fusion.function.type(of: instruction.operands[0]).scalar, to: type)
    default: return nil
    }
  }

  /// A conversion that loses nothing is no node: vectors are carried at least as wide.
  private mutating func converted(_ node: Int, from source: ScalarType, to target: ScalarType) -> Int {
    let isExact =
      switch (source, target) {
      case (.f16, .f32), (.f16, .f64), (.bf16, .f32), (.bf16, .f64), (.f32, .f64): true
      default: source == target
      }
    return isExact ? node : cluster.add(.convert, [node], type: target)
  }
}
