internal import NormaArrays
internal import StableHLO

/// Rows that interleave, a tile at a time; see `RowKernel+Tiles`.
///
/// A vector is one column of sixteen neighbouring rows, a group, so that what a row has one of is a vector too,
/// and no lane ever meets another: a row's result does not depend on the rows beside it. All passes are carried in
/// the kernel's own precision; where it sums that is f64, which holds every square of f32, and costs 5 % of the
/// speed of passes in f32 (measured as the tiles were). bf16 has its own form; see `CEmitter+HalfTiles`.
///
/// The last group of a tile is whole as well: it overlaps the one before where rows are left over, and stores the
/// same values twice. Fewer than sixteen rows side by side make a group with idle lanes, which is never stored.
extension CEmitter {
  /// Everything that happens for one tile.
  mutating func tile() -> [String] {
    if tileForm == .halves { return halfTile() }
    var lines = tilePointers() + tileBuffers() + groupedValues(level: 0)
    for index in sweeps.indices {
      lines += tilePass(index)
      lines += groupedValues(level: index + 1)
    }
    return lines + groupedStores()
  }

  /// Rows in a group.
  var rowsPerGroup: Int { min(groupSize, kernel.interleave) }

  /// Rows from one group to the next.
  var groupSize: Int { tileForm == .halves ? 2 * Self.lanes : Self.lanes }

  // MARK: - Memory

  mutating func tilePointers() -> [String] {
    let (tiles, size, rows) = (kernel.tilesPerGroup, kernel.rowsPerTile, kernel.interleave)
    let last = rows - (tiles - 1) * size
    let (outer, first) = tiles == 1 ? ("row", "0") : ("row / \(tiles)", "row % \(tiles) * \(size)")
    let count = tiles == 1 || last == size ? "\(last)" : "row % \(tiles) == \(tiles - 1) ? \(last) : \(size)"
    var lines = [
      "const integer first = \(first);", "const integer rows = \(count);",
      "const integer groups = (rows + \(groupSize - 1)) / \(groupSize);",
    ]
    for (index, input) in kernel.inputs.enumerated() where input.layout.differsByRow {
      lines.append(pointer(toInput: index, row: outer, offset: " + first"))
    }
    for (index, output) in kernel.outputs.enumerated() {
      let (type, operand) = (output.type, kernel.inputs.count + index)
      if output.reduction != nil {
        functions.append(.load(partialType, .double))
        lines.append(
          "\(partialType) *const y\(index)_at = (\(partialType) *)operands[\(operand)] + row * \(kernel.width);"
        )
      } else if output.layout.differsByRow {
        lines.append(pointer(toOutput: index, row: outer, offset: " + first"))
      }
      if canStream, output.layout == .element {
        lines.append(
          "const int y\(index)_streams = streams && (__UINTPTR_TYPE__)y\(index)_at % \(groupSize * type.byteCount) == 0;"
        )
      }
    }
    return lines
  }

  /// What a tile has of its rows, and what it keeps along them, a vector for each group.
  mutating func tileBuffers() -> [String] {
    let groups = tileCapacity / Self.lanes
    return kernel.nodes.indices.filter(isRecalled).map { "\(vectorType($0)) \(names[$0])_of[\(groups)];" }
      + keptNodes.map { node in
        tileForm == .halves
          ? "_Alignas(64) \(kernel.nodes[node].type) \(names[node])_kept[\(kernel.width)][\(tileCapacity)];"
          : "\(keptType(node)) \(names[node])_kept[\(kernel.width)][\(groups)];"
      }
  }

  /// Rows that a tile has room for: the largest in whole groups.
  var tileCapacity: Int {
    let last = kernel.interleave - (kernel.tilesPerGroup - 1) * kernel.rowsPerTile
    let rows = max(last, kernel.tilesPerGroup > 1 ? kernel.rowsPerTile : 0)
    return (rows + groupSize - 1) / groupSize * groupSize
  }

  /// The nodes whose values a tile keeps between its passes.
  var keptNodes: [Int] { tileForm == .rest ? [] : kernel.keptInTile }

  func keptType(_ node: Int) -> String {
    (kernel.nodes[node].type == .f64 ? Precision.double : .single).vector
  }

  func vectorType(_ node: Int) -> String { kernel.nodes[node].type == .i1 ? mode.mask : mode.vector }

  /// True for what a row has one of.
  private func isGrouped(_ node: Int) -> Bool { kernel.nodes[node].layout == .row }

  /// A loop over the groups of a tile; `lane` is the first of a group's rows.
  func overGroups(_ statements: [String]) -> [String] {
    let start = "\(groupSize) * group"
    let isWhole = kernel.interleave <= groupSize || kernel.interleave % groupSize == 0
    let lane = isWhole ? start : "\(start) + \(groupSize) <= rows ? \(start) : rows - \(groupSize)"
    return ["for (integer group = 0; group < groups; ++group) {"]
      + statements.declaring("lane", as: lane).map { "  " + $0 } + ["}"]
  }

  // MARK: - Values that a row has one of

  /// A loop over vectors of what the rows have one of.
  func overRowVectors(_ statements: [String]) -> [String] {
    guard tileForm == .halves else { return overGroups(statements) }
    return ["for (integer group = 0; group < 2 * groups; ++group) {"] + statements.map { "  " + $0 } + ["}"]
  }

  /// Definitions of a row's values that are known after `level` passes.
  mutating func groupedValues(level: Int) -> [String] {
    let fresh = kernel.nodes.indices.filter {
      isGrouped($0) && levels[$0] == level && !kernel.nodes[$0].isReduction
    }
    guard !fresh.isEmpty else { return [] }
    var lines = recalled(fresh.flatMap { kernel.nodes[$0].operands }.filter { !fresh.contains($0) })
    for node in fresh {
      lines.append("const \(vectorType(node)) \(names[node]) = \(groupedDefinition(node));")
      if isRecalled(node) { lines.append("\(names[node])_of[group] = \(names[node]);") }
    }
    return overRowVectors(lines)
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
  func recalled(_ nodes: [Int]) -> [String] {
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
}
