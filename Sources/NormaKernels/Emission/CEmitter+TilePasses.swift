internal import NormaArrays
internal import StableHLO

/// The passes over a tile; see `CEmitter+Tiles`. Columns go outside and groups inside, so that memory is read in runs.
extension CEmitter {
  /// Columns that are worked on at once by passes with reductions, so that each total is touched once for all of them, and by
  /// passes in halves, where a row's values are as many bytes as eight of its columns.
  private static let columnsTogether = 4

  /// One pass over the columns of a tile.
  mutating func tilePass(_ index: Int) -> [String] {
    let reductions = sweeps[index].reductions
    var lines = ["", "// Pass \(index + 1)."]
    if !reductions.isEmpty {
      let starts = reductions.map { "\(names[$0])_of[group] = \(identity(reduction($0), mode));" }
      lines += overGroups(starts)
    }
    return lines + columnLoop(index)
  }

  /// The loop over all columns of a tile.
  mutating func columnLoop(_ index: Int) -> [String] {
    let sharesRows = tileForm == .halves || !sweeps[index].reductions.isEmpty
    let together = sharesRows ? min(Self.columnsTogether, kernel.width) : 1
    let whole = kernel.width / together * together
    var lines = ["for (integer some = 0; some < \(whole); some += \(together)) {"]
    lines += columns(index, together).map { "  " + $0 } + ["}"]
    if whole < kernel.width {
      lines += ["{", "  const integer some = \(whole);"]
      lines += columns(index, kernel.width - whole).map { "  " + $0 } + ["}"]
    }
    return lines
  }

  /// Some columns of all groups: what the columns have, then the groups, then what is combined over the rows.
  private mutating func columns(_ index: Int, _ count: Int) -> [String] {
    let sweep = sweeps[index]
    let shared = varyingNodes(inPass: index).filter { kernel.nodes[$0].layout == .column }
    let combined = sweep.stores.filter { kernel.outputs[$0].reduction != nil }
    let stored = sweep.stores.filter {
      kernel.outputs[$0].reduction == nil && kernel.outputs[$0].layout == .column
    }
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
      lines += overGroups(
        tileForm == .halves
          ? halfGroup(index, count, sharing: shared) : group(index, count, sharing: shared))
    }
    if !combined.isEmpty { lines += overParts(count, combined.map { columnFold($0) }) }
    return lines
  }

  func overParts(_ count: Int, _ statements: [String]) -> [String] {
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
    let kept = keptNodes
    let reread = Set(kept.filter { firstPass($0) < index })
    let along = varyingNodes(inPass: index, rereading: reread).filter { kernel.nodes[$0].layout == .element }
    let stores = sweep.stores.filter {
      kernel.outputs[$0].reduction != nil || kernel.outputs[$0].layout == .element
    }
    let roots =
      sweep.reductions.flatMap { kernel.nodes[$0].operands } + stores.map { kernel.outputs[$0].node }
    let read = Set(along.filter { !reread.contains($0) }.flatMap { kernel.nodes[$0].operands } + roots)
    var each = shared.filter(read.contains).map {
      "const \(vectorType($0)) \(names[$0]) = \(names[$0])_of[part];"
    }
    for node in along {
      each.append(
        "const \(vectorType(node)) \(names[node]) = \(definition(node, reread: reread.contains(node)));")
      if kept.contains(node), firstPass(node) == index { each.append(keeping(node)) }
    }
    let reads = along.contains { !reread.contains($0) && kernel.nodes[$0].isInput }
    each += reads ? columnPrefetches(count) : []
    each += tilePrefetches(inPass: index, reading: reads)
    each += stores.map { kernel.outputs[$0].reduction == nil ? tileStore($0) : columnAccumulation($0) }
    each += sweep.reductions.map { node in
      let total = "\(names[node])_lanes"
      return
        "\(total) = \(combined(reduction(node), total, vector(kernel.nodes[node].operands[0]), mode));"
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

  /// The statement that stores a group's values. Those of 16 bits are rounded to f32 on the way, which moves only
  /// values within 2^-13 of a tie to the other neighbour, and takes half the time of one rounding.
  private mutating func tileStore(_ index: Int) -> String {
    let (output, at) = (kernel.outputs[index], "y\(index)_at + place")
    let isHalf = mode == .double && (output.type == .f16 || output.type == .bf16)
    let result = tileForm == .rest ? restOf(output.type, at: at, vector(output.node)) : vector(output.node)
    let value = isHalf ? inSingle(result) : result
    let mode = isHalf ? .single : mode
    let store = "\(use(.store(output.type, mode)))(\(at), \(value), \(rowsPerGroup));"
    guard canStream else { return store }
    return "if (y\(index)_streams) \(use(.stream(output.type, mode)))(\(at), \(value)); else \(store)"
  }

  /// Asks for the columns to come, in passes that read memory.
  func columnPrefetches(_ count: Int) -> [String] {
    schedule.prefetch == nil ? [] : prefetches(at: max(2, count) * kernel.interleave)
  }

  /// Asks for a tile to come in the pass that the schedule says, if that does not wait for memory itself.
  func tilePrefetches(inPass index: Int, reading: Bool) -> [String] {
    guard let prefetch = schedule.prefetch else { return [] }
    let asks =
      switch prefetch.pass {
      case .first, .allButLast: index == 0
      case .last, .mostlyLast: index == sweeps.count - 1 && !reading
      }
    return asks ? prefetches(at: prefetch.distance * kernel.rowsPerTile) : []
  }

  /// Beyond the last element a prefetch does nothing.
  private func prefetches(at distance: Int) -> [String] {
    kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.map {
      "__builtin_prefetch(x\($0)_at + place + \(distance));"
    }
  }
}

extension [String] {
  /// The statements after the declaration of a value, if they use it.
  func declaring(_ name: String, as value: String, type: String = "integer") -> [String] {
    let uses = contains { line in
      line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != CEmitter.rowMark }
        .contains(Substring(name))
    }
    return uses ? ["const \(type) \(name) = \(value);"] + self : self
  }
}
