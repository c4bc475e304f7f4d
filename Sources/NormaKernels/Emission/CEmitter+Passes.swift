internal import NormaArrays
internal import StableHLO

/// The columns that one run of a pass's statements works on.
private enum Columns {
  /// Sixteen, from a loop's `column`.
  case full
  /// The last sixteen, of which the first `seen` were worked on before.
  case overlapping(seen: Int)
  /// A row of fewer than sixteen.
  case few(Int)

  var count: Int {
    switch self {
    case .full, .overlapping: CEmitter.lanes
    case .few(let count): count
    }
  }

  /// The lanes that count towards reductions, or nil for all.
  var fresh: Range<Int>? {
    switch self {
    case .full: nil
    case .overlapping(let seen): seen..<CEmitter.lanes
    case .few(let count): 0..<count
    }
  }
}

extension CEmitter {
  /// One pass over the row: the accumulators, a loop over vectors, what is left, and the reductions.
  ///
  /// What is left of a row of at least sixteen columns is a vector that overlaps the one before: every
  /// load is whole, elements stored twice get the same value, and lanes already reduced are replaced by
  /// the reduction's identity, so that padding never counts as data.
  mutating func pass(_ index: Int) -> [String] {
    var lines = ["", "// Pass \(index + 1)."]
    lines += sweeps[index].reductions.map { accumulator($0) }
    let whole = kernel.width / Self.lanes * Self.lanes
    let rest = kernel.width - whole
    if whole > 0 {
      lines.append("for (integer column = 0; column < \(whole); column += \(Self.lanes)) {")
      lines += block(index, .full).map { "  " + $0 }
      lines.append("}")
    }
    if rest > 0 {
      let start = max(0, kernel.width - Self.lanes)
      lines += ["{", "  const integer column = \(start);"]
      lines += block(index, whole > 0 ? .overlapping(seen: Self.lanes - rest) : .few(rest)).map { "  " + $0 }
      lines.append("}")
    }
    return lines + sweeps[index].reductions.map { folded($0) }
  }

  private mutating func accumulator(_ node: Int) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    return "lanes \(names[node])_lanes = \(identity(reduction));"
  }

  private mutating func identity(_ reduction: RowReduction) -> String {
    let value: String =
      switch reduction {
      case .sum: "0"
      case .product: "1"
      case .maximum: "-__builtin_inf()"
      case .minimum: "__builtin_inf()"
      }
    return "\(use(.splat))(\(value))"
  }

  private mutating func folded(_ node: Int) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    return "const real \(names[node]) = \(use(.fold(reduction)))(\(names[node])_lanes);"
  }

  // MARK: - The statements of a pass

  private mutating func block(_ index: Int, _ columns: Columns) -> [String] {
    let sweep = sweeps[index]
    let roots = sweep.reductions.flatMap { kernel.nodes[$0].operands } + sweep.stores.map { kernel.outputs[$0].node }
    let held = heldNodes
    let reread = Set(held.filter { firstPass($0) < index })
    var lines: [String] = []
    for node in needed(for: roots, inPass: index, rereading: reread) {
      lines += reread.contains(node) ? rereading(node) : [definition(node, columns)]
      if held.contains(node), firstPass(node) == index { lines.append(holding(node)) }
    }
    if index == sweeps.count - 1, schedule.prefetchesNextRow { lines += prefetches() }
    lines += sweep.stores.map { store($0, columns) }
    return lines + sweep.reductions.map { accumulate($0, columns) }
  }

  /// The nodes along the row that a pass defines: those it computes, and those it reads back.
  private func needed(for roots: [Int], inPass index: Int, rereading: Set<Int>) -> [Int] {
    let known = { [kernel, levels] (node: Int) in
      !kernel.nodes[node].layout.variesAlongRow || levels[node] > index
    }
    var sources = kernel
    for node in rereading { sources.nodes[node].operands = [] }
    return sources.needed(for: roots, stoppingAt: known)
  }

  private mutating func definition(_ node: Int, _ columns: Columns) -> String {
    let value = kernel.nodes[node]
    let type = value.type == .i1 ? "mask" : "lanes"
    if case .input(let input) = value.operation {
      return "const \(type) \(names[node]) = \(use(.load(value.type)))(x\(input)_at + column, \(columns.count));"
    }
    return "const \(type) \(names[node]) = \(expression(node));"
  }

  private mutating func store(_ index: Int, _ columns: Columns) -> String {
    let output = kernel.outputs[index]
    let store = use(.store(output.type, precision))
    return "\(store)(y\(index)_at + column, \(vector(output.node)), \(columns.count));"
  }

  private mutating func accumulate(_ node: Int, _ columns: Columns) -> String {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else { return "" }
    let total = "\(names[node])_lanes"
    var value = vector(kernel.nodes[node].operands[0])
    if let fresh = columns.fresh {
      let lanes = (0..<Self.lanes).map { fresh.contains($0) ? "-1" : "0" }.joined(separator: ", ")
      value = "\(use(.choose))((mask){\(lanes)}, \(value), \(identity(reduction)))"
    }
    switch reduction {
    case .sum: return "\(total) += \(value);"
    case .product: return "\(total) *= \(value);"
    case .maximum: return "\(total) = \(use(.maximum))(\(total), \(value));"
    case .minimum: return "\(total) = \(use(.minimum))(\(total), \(value));"
    }
  }

  /// Asks for the same columns of the next row; beyond the last row a prefetch does nothing.
  private func prefetches() -> [String] {
    kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.map {
      "__builtin_prefetch((const char *)(x\($0)_at + column) + row_strides[\($0)]);"
    }
  }
}
