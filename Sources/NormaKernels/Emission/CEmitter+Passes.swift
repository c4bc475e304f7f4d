internal import NormaArrays
internal import StableHLO

/// The columns that one run of a pass's statements works on.
enum Columns {
  /// Sixteen, from a loop's `column`.
  case full
  /// Sixteen, the even or odd vector of a pair as `part` says.
  case pair
  /// The last sixteen, of which the first `seen` were worked on before.
  case overlapping(seen: Int)
  /// A row of fewer than sixteen.
  case few(Int)

  var count: Int {
    switch self {
    case .full, .pair, .overlapping: CEmitter.lanes
    case .few(let count): count
    }
  }

  /// True for vectors that start where a row's vectors do.
  var isWhole: Bool {
    switch self {
    case .full, .pair: true
    case .overlapping, .few: false
    }
  }

  /// Which of the two accumulators they count towards.
  var accumulator: String {
    switch self {
    case .pair: "part"
    case .full, .overlapping, .few: "0"
    }
  }

  /// The lanes that count towards reductions, or nil for all.
  var fresh: Range<Int>? {
    switch self {
    case .full, .pair: nil
    case .overlapping(let seen): seen..<CEmitter.lanes
    case .few(let count): 0..<count
    }
  }
}

extension CEmitter {
  /// One pass over the row, in f32 where that loses nothing, with f64 for rows that f32 cannot hold.
  mutating func pass(_ index: Int) -> [String] {
    defer { mode = precision }
    mode = mode(ofPass: index)
    let heading = ["", "// Pass \(index + 1)."]
    let split = mode == .single ? splitNodes(inPass: index) : []
    if mode == .single, sums(index) {
      return heading + parts(split) + blockedPass(index, split)
    }
    guard !split.isEmpty else { return heading + sweep(index) }
    var lines = heading + parts(split) + sweeps[index].reductions.map { "double \(names[$0]);" }
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
    var lines = sweeps[index].reductions.map { accumulator($0) }
    if !sweeps[index].reductions.isEmpty {
      lines += pairs(index)
    } else if startsAtLine {
      return lines + alignedLoop(index)
    } else if whole > 0 {
      lines += unrolling + ["for (integer column = 0; column < \(whole); column += \(Self.lanes)) {"]
      lines += block(index, .full).map { "  " + $0 }
      lines.append("}")
    }
    lines += remainder(index)
    return lines + sweeps[index].reductions.map { (assigning ? "" : "const \(precision.real) ") + folded($0) }
  }

  /// Columns in whole vectors.
  private var whole: Int { kernel.width / Self.lanes * Self.lanes }

  /// What the loops leave: a whole vector without a partner, and columns that fill no vector.
  mutating func remainder(_ index: Int) -> [String] {
    var lines: [String] = []
    if !sweeps[index].reductions.isEmpty, whole % (2 * Self.lanes) > 0 {
      lines += single(index, .full, at: whole - Self.lanes)
    }
    let rest = kernel.width - whole
    if rest > 0 {
      let columns: Columns = whole > 0 ? .overlapping(seen: Self.lanes - rest) : .few(rest)
      lines += single(index, columns, at: max(0, kernel.width - Self.lanes))
    }
    return lines
  }

  /// The loop of passes that reduce. They keep two accumulators, for even and odd vectors, so that an
  /// addition does not wait for the one before.
  mutating func pairs(_ index: Int, from start: String = "0", to end: String? = nil) -> [String] {
    let step = 2 * Self.lanes
    guard kernel.width >= step else { return [] }
    var lines = unrolling
    lines += [
      "for (integer pair = \(start); pair < \(end ?? "\(kernel.width / step * step)"); pair += \(step))",
      "  for (int part = 0; part < 2; ++part) {", "    const integer column = pair + \(Self.lanes) * part;",
    ]
    lines += block(index, .pair).map { "    " + $0 }
    return lines + ["  }"]
  }

  private mutating func single(_ index: Int, _ columns: Columns, at start: Int) -> [String] {
    ["{", "  const integer column = \(start);"] + block(index, columns).map { "  " + $0 } + ["}"]
  }

  mutating func accumulator(_ node: Int) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let identity = identity(reduction)
    return "\(mode.vector) \(names[node])_lanes[2] = {\(identity), \(identity)};"
  }

  mutating func identity(_ reduction: RowReduction) -> String {
    "\(use(.splat(mode)))(\(reduction.identityText))"
  }

  private mutating func folded(_ node: Int) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let total = "\(names[node])_lanes"
    let both = combined(reduction, "\(total)[0]", "\(total)[1]")
    return "\(names[node]) = \(use(.fold(reduction, mode)))(\(both));"
  }

  mutating func combined(_ reduction: RowReduction, _ a: String, _ b: String) -> String {
    switch reduction {
    case .sum: "\(a) + \(b)"
    case .product: "\(a) * \(b)"
    case .maximum: "\(use(.maximum(mode)))(\(a), \(b))"
    case .minimum: "\(use(.minimum(mode)))(\(a), \(b))"
    }
  }

  // MARK: - The statements of a pass

  mutating func block(_ index: Int, _ columns: Columns) -> [String] {
    let sweep = sweeps[index]
    let held = heldNodes
    let reread = Set(held.filter { firstPass($0) < index })
    var lines: [String] = []
    for node in varyingNodes(inPass: index, rereading: reread) where !isFusedProduct(node) {
      lines.append(reread.contains(node) ? rereading(node) : definition(node, columns))
      if held.contains(node), firstPass(node) == index { lines.append(holding(node)) }
    }
    lines += prefetches(inPass: index)
    lines += sweep.stores.map { store($0, columns) }
    return lines + sweep.reductions.map { accumulate($0, columns) }
  }

  private mutating func definition(_ node: Int, _ columns: Columns) -> String {
    let value = kernel.nodes[node]
    let type = value.type == .i1 ? mode.mask : mode.vector
    if case .input(let input) = value.operation {
      return
        "const \(type) \(names[node]) = \(use(.load(value.type, mode)))(x\(input)_at + column, \(columns.count));"
    }
    return "const \(type) \(names[node]) = \(expression(node));"
  }

  private mutating func store(_ index: Int, _ columns: Columns) -> String {
    let output = kernel.outputs[index]
    if let reduction = output.reduction {
      return combine(index, reduction, columns.count, fresh: columns.fresh)
    }
    let (at, value) = ("y\(index)_at + column", vector(output.node))
    let store = "\(use(.store(output.type, mode)))(\(at), \(value), \(columns.count));"
    guard canStream, output.layout == .element, columns.isWhole else { return store }
    return "if (y\(index)_streams) \(use(.stream(output.type, mode)))(\(at), \(value)); else \(store)"
  }

  private mutating func accumulate(_ node: Int, _ columns: Columns) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let total = "\(names[node])_lanes[\(columns.accumulator)]"
    let value = counted(kernel.nodes[node].operands[0], reduction, fresh: columns.fresh)
    return "\(total) = \(combined(reduction, total, value));"
  }

  /// A node's value in the lanes that count, and the reduction's identity in the others.
  mutating func counted(_ node: Int, _ reduction: RowReduction, fresh: Range<Int>?) -> String {
    let value = vector(node)
    guard let fresh else { return value }
    let lanes = (0..<Self.lanes).map { fresh.contains($0) ? "-1" : "0" }.joined(separator: ", ")
    return "\(use(.choose(mode)))((\(mode.mask)){\(lanes)}, \(value), \(identity(reduction)))"
  }

  /// Asks for the same columns of a row to come, or for what comes in a wide one; beyond the last row a prefetch does
  /// nothing.
  private func prefetches(inPass index: Int) -> [String] {
    if let readsAhead {
      return inputs(ofPass: index).filter { kernel.inputs[$0].layout == .element }.map {
        "__builtin_prefetch((const char *)(x\($0)_at + column) + \(readsAhead));"
      }
    }
    guard let prefetch = schedule.prefetch, index == (prefetch.pass == .first ? 0 : sweeps.count - 1) else {
      return []
    }
    let rows = prefetch.distance == 1 ? "" : "\(prefetch.distance) * "
    return kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.map {
      "__builtin_prefetch((const char *)(x\($0)_at + column) + \(rows)row_strides[\($0)]);"
    }
  }
}
