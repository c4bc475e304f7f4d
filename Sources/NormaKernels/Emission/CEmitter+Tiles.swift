internal import NormaArrays
internal import StableHLO

/// Rows that interleave, a tile at a time; see `RowKernel+Tiles`.
///
/// A vector is one column of sixteen neighbouring rows, a group, so that what a row has one of is a vector too,
/// and no lane ever meets another: a row's result does not depend on the rows beside it. All passes are carried in
/// the kernel's own precision; where it sums that is f64, which holds every square of f32, and costs 5 % of the
/// speed of passes in f32 (measured as the tiles were).
///
/// The last group of a tile is whole as well: it overlaps the one before where rows are left over, and stores the
/// same values twice. Fewer than sixteen rows side by side make a group with idle lanes, which is never stored.
extension CEmitter {
  /// Columns that passes with reductions work on at once, so that each total is touched once for all of them.
  private static let columnsTogether = 4

  /// Everything that happens for one tile.
  mutating func tile() -> [String] {
    var lines = tilePointers() + tileBuffers() + groupedValues(level: 0)
    for index in sweeps.indices {
      lines += tilePass(index)
      lines += groupedValues(level: index + 1)
    }
    return lines + groupedStores()
  }

  /// Rows in a vector.
  var rowsPerGroup: Int { min(Self.lanes, kernel.interleave) }

  // MARK: - Memory

  private mutating func tilePointers() -> [String] {
    let (tiles, size, rows) = (kernel.tilesPerGroup, kernel.rowsPerTile, kernel.interleave)
    let last = rows - (tiles - 1) * size
    let (outer, first) = tiles == 1 ? ("row", "0") : ("row / \(tiles)", "row % \(tiles) * \(size)")
    let count = tiles == 1 || last == size ? "\(last)" : "row % \(tiles) == \(tiles - 1) ? \(last) : \(size)"
    var lines = [
      "const integer first = \(first);", "const integer rows = \(count);",
      "const integer groups = (rows + \(Self.lanes - 1)) / \(Self.lanes);",
    ]
    for (index, input) in kernel.inputs.enumerated() where input.layout == .element || input.layout == .row {
      functions.append(.load(input.type, precision))
      lines.append(
        "const \(input.type) *const x\(index)_at = (const \(input.type) *)((const char *)operands[\(index)] + \(outer) * row_strides[\(index)]) + first;"
      )
    }
    for (index, output) in kernel.outputs.enumerated() {
      let (type, operand) = (output.type, kernel.inputs.count + index)
      if output.reduction != nil {
        functions.append(.load(partialType, .double))
        lines.append(
          "\(partialType) *const y\(index)_at = (\(partialType) *)operands[\(operand)] + row * \(kernel.width);")
      } else if output.layout == .element || output.layout == .row {
        lines.append(
          "\(type) *const y\(index)_at = (\(type) *)((char *)operands[\(operand)] + \(outer) * row_strides[\(operand)]) + first;"
        )
      }
      if canStream, output.layout == .element {
        lines.append(
          "const int y\(index)_streams = streams && (__UINTPTR_TYPE__)y\(index)_at % \(Self.lanes * type.byteCount) == 0;"
        )
      }
    }
    return lines
  }

  /// What a tile has of its rows, and what it keeps along them, a vector for each group.
  private mutating func tileBuffers() -> [String] {
    let largest = kernel.interleave - (kernel.tilesPerGroup - 1) * kernel.rowsPerTile
    let groups = (max(largest, kernel.tilesPerGroup > 1 ? kernel.rowsPerTile : 0) + Self.lanes - 1) / Self.lanes
    return kernel.nodes.indices.filter(isRecalled).map { "\(vectorType($0)) \(names[$0])_of[\(groups)];" }
      + kernel.keptInTile.map { "\(keptType($0)) \(names[$0])_kept[\(kernel.width)][\(groups)];" }
  }

  private func keptType(_ node: Int) -> String {
    (kernel.nodes[node].type == .f64 ? Precision.double : .single).vector
  }

  private func vectorType(_ node: Int) -> String { kernel.nodes[node].type == .i1 ? mode.mask : mode.vector }

  /// True for what a row has one of.
  private func isGrouped(_ node: Int) -> Bool { kernel.nodes[node].layout == .row }

  /// A loop over the groups of a tile; `lane` is the first of a group's rows.
  private func overGroups(_ statements: [String]) -> [String] {
    let start = "\(Self.lanes) * group"
    let isWhole = kernel.interleave <= Self.lanes || kernel.interleave % Self.lanes == 0
    let lane = isWhole ? start : "\(start) + \(Self.lanes) <= rows ? \(start) : rows - \(Self.lanes)"
    return ["for (integer group = 0; group < groups; ++group) {"]
      + statements.declaring("lane", as: lane).map { "  " + $0 } + ["}"]
  }

  // MARK: - Values that a row has one of

  /// Definitions of a row's values that are known after `level` passes.
  private mutating func groupedValues(level: Int) -> [String] {
    let fresh = kernel.nodes.indices.filter {
      isGrouped($0) && levels[$0] == level && !kernel.nodes[$0].isReduction
    }
    guard !fresh.isEmpty else { return [] }
    var lines = recalled(fresh.flatMap { kernel.nodes[$0].operands }.filter { !fresh.contains($0) })
    for node in fresh {
      lines.append("const \(vectorType(node)) \(names[node]) = \(groupedDefinition(node));")
      if isRecalled(node) { lines.append("\(names[node])_of[group] = \(names[node]);") }
    }
    return overGroups(lines)
  }

  private mutating func groupedDefinition(_ node: Int) -> String {
    guard case .input(let input) = kernel.nodes[node].operation else { return expression(node) }
    return "\(use(.load(kernel.nodes[node].type, mode)))(x\(input)_at + lane, \(rowsPerGroup))"
  }

  /// True for a row's values that are needed elsewhere than where they are computed.
  private func isRecalled(_ node: Int) -> Bool {
    guard isGrouped(node) else { return false }
    let isUsedBeside: (Int) -> Bool = {
      self.isGrouped($0) && self.levels[$0] == self.levels[node] && !self.kernel.nodes[$0].isReduction
    }
    return kernel.nodes[node].isReduction || kernel.outputs.contains { $0.node == node }
      || kernel.nodes.indices.contains { kernel.nodes[$0].operands.contains(node) && !isUsedBeside($0) }
  }

  /// Definitions of a row's values that are known already, each once.
  private func recalled(_ nodes: [Int]) -> [String] {
    Set(nodes).filter(isGrouped).sorted().map {
      "const \(vectorType($0)) \(names[$0]) = \(names[$0])_of[group];"
    }
  }

  private mutating func groupedStores() -> [String] {
    let outputs = kernel.outputs.indices.filter { kernel.outputs[$0].layout == .row }
    let single = kernel.outputs.indices.filter { kernel.outputs[$0].layout == .scalar }
    var lines = recalled(outputs.map { kernel.outputs[$0].node })
    for index in outputs {
      let output = kernel.outputs[index]
      lines.append(
        "\(use(.store(output.type, mode)))(y\(index)_at + lane, \(vector(output.node)), \(rowsPerGroup));")
    }
    return (outputs.isEmpty ? [] : overGroups(lines))
      + single.map { index in
        let output = kernel.outputs[index]
        return "\(use(.store(output.type, mode)))(y\(index)_at, \(vector(output.node)), 1);"
      }
  }

  // MARK: - Passes

  /// One pass over the columns of a tile.
  private mutating func tilePass(_ index: Int) -> [String] {
    let reductions = sweeps[index].reductions
    let together = reductions.isEmpty ? 1 : min(Self.columnsTogether, kernel.width)
    let whole = kernel.width / together * together
    var lines = ["", "// Pass \(index + 1)."]
    if !reductions.isEmpty {
      let starts = reductions.map { "\(names[$0])_of[group] = \(identity(reductionKind($0)));" }
      lines += overGroups(starts)
    }
    lines.append("for (integer some = 0; some < \(whole); some += \(together)) {")
    lines += columns(index, together).map { "  " + $0 }
    lines.append("}")
    if whole < kernel.width {
      lines += ["{", "  const integer some = \(whole);"]
      lines += columns(index, kernel.width - whole).map { "  " + $0 } + ["}"]
    }
    return lines
  }

  private func reductionKind(_ node: Int) -> RowReduction {
    if case .reduce(let reduction) = kernel.nodes[node].operation { reduction } else { .sum }
  }

  /// Some columns of all groups: what the columns have, then the groups, then what is combined over the rows.
  private mutating func columns(_ index: Int, _ count: Int) -> [String] {
    let sweep = sweeps[index]
    let shared = varyingNodes(inPass: index).filter { kernel.nodes[$0].layout == .column }
    let combined = sweep.stores.filter { kernel.outputs[$0].reduction != nil }
    let stored = sweep.stores.filter { kernel.outputs[$0].reduction == nil && kernel.outputs[$0].layout == .column }
    var lines = shared.map { "\(vectorType($0)) \(names[$0])_of[\(count)];" }
    var each: [String] = []
    for node in shared {
      each.append("const \(vectorType(node)) \(names[node]) = \(columnDefinition(node));")
      each.append("\(names[node])_of[part] = \(names[node]);")
    }
    for output in stored {
      let (type, node) = (kernel.outputs[output].type, kernel.outputs[output].node)
      each.append("\(use(.store(type, mode)))(y\(output)_at + column, \(vector(node)), 1);")
    }
    if !each.isEmpty { lines += overParts(count, each) }
    lines += combined.map { columnAccumulator($0, count) }
    if stored.count < sweep.stores.count || !sweep.reductions.isEmpty {
      lines += overGroups(group(index, count, sharing: shared))
    }
    if !combined.isEmpty { lines += overParts(count, combined.map { columnFold($0) }) }
    return lines
  }

  private func overParts(_ count: Int, _ statements: [String]) -> [String] {
    ["for (int part = 0; part < \(count); ++part) {"]
      + statements.declaring("column", as: "some + part").map { "  " + $0 } + ["}"]
  }

  private mutating func columnDefinition(_ node: Int) -> String {
    let value = kernel.nodes[node]
    guard case .input(let input) = value.operation else { return expression(node) }
    let splat = use(value.type == .i1 ? .splatFlag(mode) : .splat(mode))
    return "\(splat)(\(use(.load(value.type, mode)))(x\(input)_at + column, 1)[0])"
  }

  /// Some columns of one group.
  private mutating func group(_ index: Int, _ count: Int, sharing shared: [Int]) -> [String] {
    let sweep = sweeps[index]
    let kept = kernel.keptInTile
    let reread = Set(kept.filter { firstPass($0) < index })
    let along = varyingNodes(inPass: index, rereading: reread).filter { kernel.nodes[$0].layout == .element }
    let stores = sweep.stores.filter {
      kernel.outputs[$0].reduction != nil || kernel.outputs[$0].layout == .element
    }
    let roots = sweep.reductions.flatMap { kernel.nodes[$0].operands } + stores.map { kernel.outputs[$0].node }
    let read = Set(along.filter { !reread.contains($0) }.flatMap { kernel.nodes[$0].operands } + roots)
    var each = shared.filter(read.contains).map {
      "const \(vectorType($0)) \(names[$0]) = \(names[$0])_of[part];"
    }
    for node in along {
      each.append("const \(vectorType(node)) \(names[node]) = \(definition(node, reread: reread.contains(node)));")
      if kept.contains(node), firstPass(node) == index { each.append(keeping(node)) }
    }
    each += tilePrefetches(inPass: index, count)
    each += stores.map { kernel.outputs[$0].reduction == nil ? tileStore($0) : columnAccumulation($0) }
    each += sweep.reductions.map { node in
      let total = "\(names[node])_lanes"
      return "\(total) = \(combined(reductionKind(node), total, vector(kernel.nodes[node].operands[0])));"
    }
    return countedRows(for: stores) + recalled(Array(read))
      + sweep.reductions.map { "\(mode.vector) \(names[$0])_lanes = \(names[$0])_of[group];" }
      + overParts(count, each.declaring("place", as: "\(kernel.interleave) * column + lane"))
      + sweep.reductions.map { "\(names[$0])_of[group] = \(names[$0])_lanes;" }
  }

  private mutating func definition(_ node: Int, reread: Bool) -> String {
    if reread {
      let kept = "\(names[node])_kept[column][group]"
      return keptType(node) == mode.vector ? kept : "__builtin_convertvector(\(kept), \(mode.vector))"
    }
    guard case .input(let input) = kernel.nodes[node].operation else { return expression(node) }
    return "\(use(.load(kernel.nodes[node].type, mode)))(x\(input)_at + place, \(rowsPerGroup))"
  }

  private func keeping(_ node: Int) -> String {
    let isWhole = keptType(node) == mode.vector
    let value = isWhole ? names[node] : "__builtin_convertvector(\(names[node]), \(keptType(node)))"
    return "\(names[node])_kept[column][group] = \(value);"
  }

  private mutating func tileStore(_ index: Int) -> String {
    let output = kernel.outputs[index]
    let (at, value) = ("y\(index)_at + place", vector(output.node))
    let store = "\(use(.store(output.type, mode)))(\(at), \(value), \(rowsPerGroup));"
    guard canStream else { return store }
    return "if (y\(index)_streams) \(use(.stream(output.type, mode)))(\(at), \(value)); else \(store)"
  }

  /// Asks for the columns to come in the pass that reads a tile first, and for the tile to come in the pass that
  /// the schedule says; beyond the last one a prefetch does nothing.
  private func tilePrefetches(inPass index: Int, _ count: Int) -> [String] {
    guard let prefetch = schedule.prefetch else { return [] }
    var ahead: [Int] = index == 0 ? [count * kernel.interleave] : []
    if index == (prefetch.pass == .first ? 0 : sweeps.count - 1) {
      ahead.append(prefetch.distance * kernel.rowsPerTile)
    }
    return kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.flatMap { input in
      ahead.map { "__builtin_prefetch(x\(input)_at + place + \($0));" }
    }
  }
}

extension [String] {
  /// The statements after the declaration of an integer, if they use it.
  fileprivate func declaring(_ name: String, as value: String) -> [String] {
    let uses = contains { line in
      line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(Substring(name))
    }
    return uses ? ["const integer \(name) = \(value);"] + self : self
  }
}
