internal import NormaArrays
internal import StableHLO

/// The columns that one run of a pass's statements works on.
enum Columns {
  /// Sixteen, from a loop's `column`.
  case full
  /// Sixteen, one of the vectors of a group, as `part` says.
  case part
  /// The last sixteen, of which the first `seen` were worked on before.
  case overlapping(seen: Int)
  /// A row of fewer than sixteen.
  case few(Int)

  var count: Int {
    switch self {
    case .full, .part, .overlapping: CEmitter.lanes
    case .few(let count): count
    }
  }

  /// True for vectors that start where a row's vectors do.
  var isWhole: Bool {
    switch self {
    case .full, .part: true
    case .overlapping, .few: false
    }
  }

  /// Which of a number of accumulators they count towards.
  func accumulator(of count: Int, inGroupsOf vectors: Int) -> String {
    switch self {
    case .part: count < vectors ? "part % \(count)" : "part"
    case .full, .overlapping, .few: "0"
    }
  }

  /// The lanes that count towards reductions, or nil for all.
  var fresh: Range<Int>? {
    switch self {
    case .full, .part: nil
    case .overlapping(let seen): seen..<CEmitter.lanes
    case .few(let count): 0..<count
    }
  }
}

extension CEmitter {
  /// One pass over the row, in f32 where that loses nothing, with f64 for rows that f32 cannot hold.
  mutating func pass(_ index: Int) -> [String] {
    defer { mode = precision }
    currentPass = index
    mode = mode(ofPass: index)
    let heading = ["", "// Pass \(index + 1)."]
    if !sweeps[index].centred.isEmpty { return heading + centredPass(index) }
    let split = mode == .single ? splitNodes(inPass: index) : []
    if mode == .single, sums(index) {
      return heading + parts(split) + summingPass(index, split)
    }
    guard !split.isEmpty else { return heading + sweep(index) }
    var lines = heading + parts(split) + sweeps[index].reductions.map { "double \(names[$0]);" }
    if together == .two {
      lines.append(givingUp(unless: condition(split, inPass: index)))
      return lines + sweep(index, assigning: true)
    }
    lines.append("if (\(condition(split, inPass: index))) {")
    lines += sweep(index, assigning: true).map { "  " + $0 }
    mode = .double
    lines.append("} else {")
    lines += sweep(index, assigning: true).map { "  " + $0 }
    return lines + ["}"]
  }

  /// The accumulators, a loop over vectors, what is left, and the reductions.
  ///
  /// What is left of a row of at least sixteen columns is a vector that overlaps the one before: every
  /// load is whole, elements stored twice get the same value, and lanes already reduced are replaced by
  /// the reduction's identity, so that padding never counts as data.
  mutating func sweep(_ index: Int, assigning: Bool = false) -> [String] {
    if sweeps[index].reductions.isEmpty && startsAtLine { return alignedLoop(index) }
    if isStaged(index) { return stagedLoop(index) }
    return sweeps[index].reductions.map { accumulators($0) } + groups(index) + remainder(index)
      + sweeps[index].reductions.map { (assigning ? "" : "const \(precision.real) ") + folded($0) }
  }

  // MARK: - Loops

  /// Vectors that a pass works on at once. Sums keep an accumulator for each, so that an addition does not wait
  /// for the one before.
  func vectorsPerGroup(_ index: Int) -> Int {
    if sweeps[index].reductions.isEmpty { return takesHalves ? 2 : 1 }
    return mode == .single ? 4 : 2
  }

  /// The loop over all whole groups, or over those of a part of the row.
  mutating func groups(_ index: Int, from start: String = "0", to end: String? = nil) -> [String] {
    let vectors = vectorsPerGroup(index)
    let grouped = grouped(index)
    guard grouped > 0 else { return [] }
    let name = vectors == 1 ? "column" : "group"
    let heading =
      "for (integer \(name) = \(start); \(name) < \(end ?? "\(grouped)"); \(name) += \(vectors * Self.lanes)) {"
    let body = vectors == 1 ? block(index, .full) : group(index, vectors: vectors)
    return unrolling + [heading] + body.map { "  " + $0 } + ["}"]
  }

  /// Columns in whole groups.
  func grouped(_ index: Int) -> Int {
    let step = vectorsPerGroup(index) * Self.lanes
    return kernel.width / step * step
  }

  /// The statements of some vectors, the first of which starts at `group`.
  mutating func group(_ index: Int, vectors: Int, streaming: Bool = true) -> [String] {
    let stores = takesHalves ? sweeps[index].stores.filter { kernel.outputs[$0].reduction == nil } : []
    var lines = stores.map { "\(mode.vector) \(y($0))_parts[\(vectors)];" }
    lines.append("for (int part = 0; part < \(vectors); ++part) {")
    let body = block(index, .part).declaring("column", as: "group + \(Self.lanes) * part")
    lines += body.map { "  " + $0 }
    return lines + ["}"] + stores.flatMap { halvesStores($0, vectors: vectors, streaming: streaming) }
  }

  /// What the loops leave: whole vectors that fill no group, and columns that fill no vector.
  mutating func remainder(_ index: Int) -> [String] {
    var (lines, start) = ([String](), grouped(index))
    if takesHalves, kernel.width - start >= 2 * Self.lanes {
      lines +=
        ["{", "  const integer group = \(start);"] + group(index, vectors: 2).map { "  " + $0 } + ["}"]
      start += 2 * Self.lanes
    }
    while kernel.width - start >= Self.lanes {
      lines += single(index, .full, at: start)
      start += Self.lanes
    }
    let rest = kernel.width - start
    if rest > 0 {
      let columns: Columns = start > 0 ? .overlapping(seen: Self.lanes - rest) : .few(rest)
      lines += single(index, columns, at: max(0, kernel.width - Self.lanes))
    }
    return lines
  }

  private mutating func single(_ index: Int, _ columns: Columns, at start: Int) -> [String] {
    ["{", "  const integer column = \(start);"] + block(index, columns).map { "  " + $0 } + ["}"]
  }

  // MARK: - Accumulators

  /// The type of a reduction's accumulators in the pass being written, and how many there are.
  func accumulatorKind(_ node: Int) -> (type: Precision, count: Int) {
    guard mode == .single else { return (.double, 2) }
    return sumForm(node) == .wide ? (.double, 2) : (.single, 4)
  }

  /// The definition of a reduction's accumulators.
  ///
  /// - Parameter start: What they start from, nil for the reduction's identity.
  mutating func accumulators(_ node: Int, from start: String? = nil) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let (type, count) = accumulatorKind(node)
    let values = Array(repeating: start ?? identity(reduction, type), count: count)
    return "\(type.vector) \(names[node])_lanes[\(count)] = {\(values.joined(separator: ", "))};"
  }

  /// All accumulators of a reduction as one vector, each combined with its neighbour first.
  mutating func total(_ node: Int) -> String {
    let (type, count) = accumulatorKind(node)
    let pairs = stride(from: 0, to: count, by: 2).map {
      combined(node, "\(names[node])_lanes[\($0)]", "\(names[node])_lanes[\($0 + 1)]", type)
    }
    return pairs.count == 1 ? pairs[0] : combined(node, "(\(pairs[0]))", "(\(pairs[1]))", type)
  }

  private mutating func folded(_ node: Int) -> String {
    "\(names[node]) = \(use(folding(node)))(\(total(node)));"
  }

  mutating func identity(_ reduction: RowReduction, _ type: Precision) -> String {
    "\(use(.splat(type)))(\(reduction.identityText))"
  }

  mutating func combined(
    _ reduction: RowReduction, _ a: String, _ b: String, _ type: Precision
  ) -> String {
    switch reduction {
    case .sum: "\(a) + \(b)"
    case .product: "\(a) * \(b)"
    case .maximum: "\(use(.maximum(type)))(\(a), \(b))"
    case .minimum: "\(use(.minimum(type)))(\(a), \(b))"
    }
  }

  // MARK: - The statements of a pass

  mutating func block(_ index: Int, _ columns: Columns) -> [String] {
    let sweep = sweeps[index]
    let held = heldNodes
    let reread = Set(held.filter { firstPass($0) < index })
    var lines: [String] = []
    for node in varyingNodes(inPass: index, rereading: reread)
    where !isPartOfAnother(node, columns) {
      lines.append(reread.contains(node) ? rereading(node) : definition(node, columns))
      if held.contains(node), firstPass(node) == index { lines.append(holding(node)) }
    }
    lines += prefetches(inPass: index, columns)
    lines += sweep.stores.map { store($0, columns) }
    return lines + sweep.reductions.map { accumulate($0, columns) }
  }

  /// True for a node that is written inside what alone uses it.
  private func isPartOfAnother(_ node: Int, _ columns: Columns) -> Bool {
    isFusedProduct(node) || isRoundedAsStored(node) || (columns.fresh == nil && isFusedTerm(node))
  }

  mutating func definition(_ node: Int, _ columns: Columns) -> String {
    let value = kernel.nodes[node]
    let type = value.type == .i1 ? mode.mask : mode.vector
    if case .input(let input) = value.operation {
      return "const \(type) \(names[node]) = \(keptVector(input) ?? load(input, columns));"
    }
    return "const \(type) \(names[node]) = \(expression(node));"
  }

  /// A vector of an input, read from memory.
  mutating func load(_ input: Int, _ columns: Columns) -> String {
    if takesHalves, case .part = columns { return halfLoad(input) }
    return "\(use(.load(kernel.inputs[input].type, mode)))(\(x(input))_at + column, \(columns.count))"
  }

  private mutating func store(_ index: Int, _ columns: Columns) -> String {
    let output = kernel.outputs[index]
    if let reduction = output.reduction {
      return combine(index, reduction, columns.count, fresh: columns.fresh)
    }
    let rounding = rounding(storedBy: index)
    let (at, value) = (storePlace(index, at: "column"), rounding.map { sum($0) } ?? vector(output.node))
    if takesHalves, case .part = columns { return "\(y(index))_parts[part] = \(value);" }
    let store = CFunction.store(output.type, mode, isSum: rounding != nil)
    let stored = "\(use(store))(\(at), \(value), \(columns.count));"
    guard canStream, output.layout == .element, columns.isWhole, !takesHalves, !isStaged(currentPass) else {
      return stored
    }
    let stream = CFunction.stream(output.type, mode, isSum: rounding != nil)
    return "if (\(y(index))_streams) \(use(stream))(\(at), \(value)); else \(stored)"
  }

  private mutating func accumulate(_ node: Int, _ columns: Columns) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let (type, count) = accumulatorKind(node)
    let place = columns.accumulator(of: count, inGroupsOf: vectorsPerGroup(currentPass))
    let total = "\(names[node])_lanes[\(place)]"
    let summand = distance(summedBy: node) ?? kernel.nodes[node].operands[0]
    if columns.fresh == nil, isFusedTerm(summand) { return adding(summand, to: total) }
    var value = counted(summand, reduction, fresh: columns.fresh)
    if type != mode { value = inDouble(value) }
    return "\(total) = \(combined(node, total, value, type));"
  }

  /// A node's value in the lanes that count, and the reduction's identity in the others.
  mutating func counted(_ node: Int, _ reduction: RowReduction, fresh: Range<Int>?) -> String {
    let value = vector(node)
    guard let fresh else { return value }
    let lanes = (0..<Self.lanes).map { fresh.contains($0) ? "-1" : "0" }.joined(separator: ", ")
    return "\(use(.choose(mode)))((\(mode.mask)){\(lanes)}, \(value), \(identity(reduction, mode)))"
  }
}
