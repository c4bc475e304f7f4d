internal import NormaArrays
internal import StableHLO

/// Tiles of rows that interleave.
///
/// Rows side by side are worked on together, in vectors of sixteen, a column at a time; a tile of them goes through
/// all its passes before the next, so that memory is read once. A tile is as long as its columns are read in runs
/// that memory likes, and as short as the values kept between its passes stay within the near cache. These are kept
/// in a buffer: columns a power of two apart would push each other out of the cache where they are.
extension RowKernel {
  /// True where neighbouring rows stand side by side.
  package var isInterleaved: Bool { interleave > 1 }

  /// Rows in a tile, but for the last one of a group of `interleave` rows, which takes more where what is left is no vector.
  ///
  /// Measured for RMSNorm over axis 1 of 4x64x256x256 f32, two threads, AVX-512, as a share of a streaming copy: 0.71
  /// with tiles of 256 rows, 0.90 of 512, 0.79 of 1024; of 16x64x256x256 bf16 in halves 0.74 of 512, 0.77 of 1024.
  package var rowsPerTile: Int {
    let perRow = nodes.count { $0.layout == .row } + 1
    let rows = min(
      Self.longestTile * density, Self.rowValueLimit / perRow, rowsKept ?? Self.rowsWithoutKeeping * density)
    return max(rowsPerVector, rows / rowsPerVector * rowsPerVector)
  }

  /// Rows in a vector of memory: sixteen, or the even and the odd of 32.
  var rowsPerVector: Int { CEmitter.lanes * density }

  /// How many elements stand where one of f32 would.
  private var density: Int {
    CEmitter(kernel: self, schedule: Schedule(prefetch: nil)).tileForm == .wide ? 1 : 2
  }

  private static let longestTile = 512

  /// Rows whose values a tile can keep between its passes; nil where these are too few to be worth it.
  ///
  /// Columns of fewer rows are read in runs so short that reading them again for each pass, in longer runs, is
  /// faster. Measured as above for 32x1024x32x32 and 8x4096x32x32: kept, 0.52 with tiles of 64 rows and 0.35 of 32;
  /// read again, 0.56 and 0.47 with tiles of 256. Costly values are worth shorter runs.
  private var rowsKept: Int? {
    let kept = keepable
    let rows = Self.keptByteLimit / max(1, bytesKept(of: kept))
    return rows >= (kept.contains { nodes[$0].isCostly } ? 32 : 128) * density ? rows : nil
  }

  /// Bytes that a tile keeps between its passes.
  private static let keptByteLimit = 262_144

  private static let rowsWithoutKeeping = 256

  /// Values that a tile has of its rows: 64 KiB of f64.
  private static let rowValueLimit = 8192

  /// Tiles in each group of `interleave` rows.
  package var tilesPerGroup: Int { max(1, (interleave + rowsPerTile - rowsPerVector) / rowsPerTile) }

  /// What is divided between threads: rows, or tiles of rows that interleave.
  package func tasks(rows: Int) -> Int { isInterleaved ? rows / interleave * tilesPerGroup : rows }

  // MARK: - Values kept between passes

  /// The nodes along the row that a tile keeps from the pass that reads or computes them to those that need them
  /// again; none in rows so wide that a tile of them is too much.
  ///
  /// They depend on no schedule, for a value that is kept is rounded to f32.
  var keptInTile: [Int] { rowsKept == nil ? [] : keepable }

  /// Costly values, and what is read, where more than one pass needs them.
  private var keepable: [Int] {
    let passes = nodesAlongRow()
    let costly = passes.reduce(into: [Int: Int]()) { first, pass in
      for node in pass.nodes where nodes[node].isCostly && first[node] == nil { first[node] = pass.index }
    }
    let reread = nodesAlongRow { node, pass in costly[node].map { $0 < pass } ?? false }
    return nodes.indices.filter { node in
      guard nodes[node].layout == .element, nodes[node].type.isFloatingPoint else { return false }
      if costly[node] != nil { return passes.count { $0.nodes.contains(node) } > 1 }
      return nodes[node].isInput && reread.count { $0.nodes.contains(node) } > 1
    }
  }

  /// For each pass the nodes along the row that it must read or compute, where some need not be.
  private func nodesAlongRow(
    stoppingAt isKnown: (Int, Int) -> Bool = { _, _ in false }
  ) -> [(index: Int, nodes: [Int])] {
    sweeps.enumerated().map { index, sweep in
      (index, needed(for: roots(of: sweep)) { !nodes[$0].layout.variesAlongRow || isKnown($0, index) })
    }
  }

  /// Bytes of the values of some nodes in one row.
  private func bytesKept(of nodes: [Int]) -> Int {
    nodes.reduce(0) { $0 + width * (self.nodes[$1].type == .f64 ? 8 : 4) / density }
  }
}

extension KernelNode {
  /// True for what is read.
  var isInput: Bool {
    if case .input = operation { true } else { false }
  }
}
