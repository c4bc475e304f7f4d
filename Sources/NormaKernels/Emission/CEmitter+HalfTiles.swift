internal import NormaArrays
internal import StableHLO

/// How the passes over a tile are written.
enum TileForm {
  /// In the kernel's precision, sixteen rows at a time.
  case wide
  /// In f32, the even and the odd of 32 rows at a time.
  case halves
  /// As `wide`, for the rows of a tile in halves that f32 cannot hold.
  case rest
}

/// Tiles of bf16 in vectors of their even and their odd rows, as `CEmitter+Halves` has it for columns.
///
/// The passes are those that rows side by side would take in f32, with the same sums, parts and conditions (`CEmitter+Sums`,
/// `CEmitter+Shifted`), but that the runs added in f32 are of four columns. What a row has one of stays in f64, its parts
/// beside it in f32. A row that fails a condition is computed again in f64, and no other: which form a row takes depends on
/// no row beside it.
///
/// Only bf16 gains: an element of f32 takes twice the time on its way from memory, in which f64 is done as well, and more
/// exactly. Measured for 16x64x256x256, two threads, AVX-512, time in f32 to time in f64: bf16 RMSNorm 0.67, LayerNorm 0.61,
/// f32 1.03 and 0.96.
extension CEmitter {
  /// True for kernels all of whose passes keep their exactness in f32. The number of rows makes no difference, so that it
  /// changes no bit either.
  var takesHalfTiles: Bool {
    guard kernel.isInterleaved, precision == .double, kernel.columnOutputs.isEmpty,
      kernel.operands.allSatisfy({ $0.layout == .element ? $0.type == .bf16 : $0.layout != .row }),
      kernel.outputs.allSatisfy(\.layout.variesAlongRow), kernel.nodes.allSatisfy(hasHalves)
    else { return false }
    var emitter = self
    emitter.tileForm = .halves
    return sweeps.indices.allSatisfy { index in
      emitter.mode(ofPass: index) == .single
        && sweeps[index].reductions.allSatisfy { emitter.sumForm($0) == .runs }
    }
  }

  private func hasHalves(_ node: KernelNode) -> Bool {
    switch node.layout {
    case .row: node.type.isFloatingPoint
    case .scalar: node.operands.isEmpty && !(node.isInput && node.type == .f64)
    case .element, .column: !node.isCostly
    }
  }

  /// Everything that happens for one tile.
  mutating func halfTile() -> [String] {
    mode = .double
    var lines = tilePointers() + tileBuffers() + groupedValues(level: 0)
    lines.append("wide_mask fits_of[\(vectorsPerTile)];")
    lines += overRowVectors(["fits_of[group] = (wide_mask){0} == 0;"])
    for index in sweeps.indices {
      lines += halfPass(index)
      lines += groupedValues(level: index + 1)
    }
    return lines + restCall()
  }

  /// Vectors of sixteen rows in the largest tile.
  private var vectorsPerTile: Int { tileCapacity / Self.lanes }

  // MARK: - A pass

  private mutating func halfPass(_ index: Int) -> [String] {
    defer { mode = .double }
    currentPass = index
    mode = .single
    let (split, sums) = (splitNodes(inPass: index), sweeps[index].reductions)
    let parts = parts(split)
    let loop = columnLoop(index)
    let after = sums.flatMap { checked($0) }
    let known = partNames(inPass: index)
    let fresh = known.filter { name in parts.contains { $0.hasPrefix("const wide \(name) =") } }
    mode = .double
    var lines = ["", "// Pass \(index + 1)."] + fresh.map { "lanes \($0)_of[\(vectorsPerTile)];" }
    let before = prepared(index, split, parts)
    let old = known.filter { !fresh.contains($0) }
    lines += overRowVectors(widened(old, in: before)) + loop
    return lines + (sums.isEmpty ? [] : overRowVectors(after))
  }

  /// What is done for each row before a pass: parts, whether they stand for their values, and empty sums.
  private mutating func prepared(
    _ index: Int, _ split: [Int], _ parts: [String]
  ) -> [String] {
    var lines = recalled(split) + parts
    if !split.isEmpty { lines.append("fits_of[group] &= \(condition(split, inPass: index));") }
    return lines + sweeps[index].reductions.map { "\(names[$0])_of[group] = \(use(.splat(.double)))(0);" }
  }

  /// Statements after the definitions in f64 of the parts that they use.
  private func widened(_ parts: [String], in statements: [String]) -> [String] {
    parts.reduce(statements) {
      $0.declaring($1, as: inDouble("\($1)_of[group]"), type: "wide")
    }
  }

  /// What is checked of each row's sum after its pass.
  private mutating func checked(_ node: Int) -> [String] {
    ["const wide \(names[node]) = \(names[node])_of[group];", "fits_of[group] &= \(fitting(node));"]
  }

  // MARK: - Columns

  /// Some columns of 32 rows: runs added in f32, then merged in f64.
  mutating func halfGroup(_ index: Int, _ count: Int, sharing shared: [Int]) -> [String] {
    let sums = sweeps[index].reductions
    var lines = sums.map { "lanes \(names[$0])_run[2] = {{0}};" }
    let column = halfColumn(index, count, sharing: shared)
    lines += overParts(count, column.declaring("place", as: "\(kernel.interleave) * column + lane"))
    let merged = sums.map {
      "\(names[$0])_of[2 * group + half] += \(inDouble("\(names[$0])_run[half]"));"
    }
    return lines + (merged.isEmpty ? [] : overHalves(merged))
  }

  private mutating func halfColumn(_ index: Int, _ count: Int, sharing shared: [Int]) -> [String] {
    let stores = sweeps[index].stores.filter { kernel.outputs[$0].layout == .element }
    let along = varyingNodes(inPass: index).filter { kernel.nodes[$0].layout == .element }
    let read = along.filter { kernel.nodes[$0].isInput && !isReread($0, inPass: index) }
    let defined = along.filter { !isFusedProduct($0) && !isFusedTerm($0) }
    var each = defined.map { halfDefinition($0, inPass: index) }
    each += stores.map { "y\($0)_halves[half] = \(vector(kernel.outputs[$0].node));" }
    each += sweeps[index].reductions.map { halfAccumulation($0) }
    for node in shared {
      each = each.declaring(names[node], as: "\(names[node])_of[part]", type: vectorType(node))
    }
    for name in partNames(inPass: index) {
      each = each.declaring(name, as: "\(name)_of[2 * group + half]", type: "lanes")
    }
    return stores.map { "lanes y\($0)_halves[2];" }
      + read.filter(keptNodes.contains).map(halfKeeping)
      + (read.isEmpty ? [] : columnPrefetches(count))
      + tilePrefetches(inPass: index, reading: !read.isEmpty)
      + overHalves(each) + stores.map { halfStore($0) }
  }

  private func isReread(_ node: Int, inPass index: Int) -> Bool {
    keptNodes.contains(node) && firstPass(node) < index
  }

  private func halfKeeping(_ node: Int) -> String {
    guard case .input(let input) = kernel.nodes[node].operation else {
      preconditionFailure("tiles in halves keep what they read, and nothing else")
    }
    return "__builtin_memcpy(\(names[node])_kept[column] + lane, x\(input)_at + place, \(2 * rowsPerGroup));"
  }

  private mutating func halfDefinition(_ node: Int, inPass index: Int) -> String {
    let type = vectorType(node)
    guard case .input(let input) = kernel.nodes[node].operation else {
      return "const \(type) \(names[node]) = \(expression(node));"
    }
    let at = isReread(node, inPass: index) ? "\(names[node])_kept[column] + lane" : "x\(input)_at + place"
    return "const \(type) \(names[node]) = \(use(.loadHalf(.single)))(\(at), \(rowsPerGroup), half);"
  }

  private mutating func halfAccumulation(_ node: Int) -> String {
    let (run, summand) = ("\(names[node])_run[half]", kernel.nodes[node].operands[0])
    return isFusedTerm(summand) ? adding(summand, to: run) : "\(run) += \(vector(summand));"
  }

  private mutating func halfStore(_ index: Int) -> String {
    let merged = MergedHalves.ofBFloat16(.single, hasPayloads: hasPayloads)
    let (at, halves) = ("y\(index)_at + place", "y\(index)_halves[0], y\(index)_halves[1]")
    let store = "\(use(.storeHalves(merged)))(\(at), \(halves), \(rowsPerGroup));"
    guard canStream else { return store }
    return
      "if (y\(index)_streams) \(use(.streamHalves(merged)))(\(at), \(halves)); else \(store)"
  }

  private func overHalves(_ statements: [String]) -> [String] {
    ["for (int half = 0; half < 2; ++half) {"] + statements.map { "  " + $0 } + ["}"]
  }

  /// The names that a pass may read parts by.
  private func partNames(inPass index: Int) -> [String] {
    splitNodes(inPass: index).flatMap { ["\(names[$0])_single", "\(names[$0])_rest"] }
      + varyingNodes(inPass: index).filter { shiftedFactors($0) != nil }.map { "\(names[$0])_shift" }
  }
}
