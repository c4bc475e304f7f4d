import NormaArrays
import StableHLO

/// A product through a BLAS, divided into tiles that threads take.
@unsafe struct TiledProduct {
  private let library: LinearAlgebra
  private let left: PackedMatrix, right: PackedMatrix
  private let product: DotProduct
  private let result: UnsafeMutableRawPointer
  private let grid: TileGrid

  /// Brings the operands to a form the library reads.
  init(
    _ product: DotProduct, left: UnsafeRawPointer, right: UnsafeRawPointer,
    result: UnsafeMutableRawPointer, library: LinearAlgebra
  ) {
    let scalar: ScalarType = product.sumsInDouble ? .f64 : .f32
    unsafe self.left = unsafe PackedMatrix(left, product.leftType.scalar, product.left, as: scalar)
    unsafe self.right = unsafe PackedMatrix(right, product.rightType.scalar, product.right, as: scalar)
    unsafe (self.product, self.library, self.result) = unsafe (product, library, result)
    unsafe grid = TileGrid(product)
  }

  /// Computes all tiles; a result of another type is rounded from f32 tile by tile.
  func run(on threads: RowParallelism) {
    nonisolated(unsafe) let tiles = unsafe self
    unsafe threads.forEachRange(rows: grid.count, bytesPerRow: grid.costPerTile) { range in
      for tile in range { unsafe tiles.compute(tile) }
    }
  }

  private func compute(_ index: Int) {
    let tile = unsafe grid.tile(index)
    let place =
      unsafe (tile.batch * product.left.rowCount + tile.rows.lowerBound)
      * product.right.columnCount + tile.columns.lowerBound
    let scalar = unsafe product.resultType.scalar
    let start = unsafe result.advanced(by: place * scalar.byteCount)
    let leading = unsafe product.right.columnCount
    guard unsafe scalar != left.scalar else {
      return unsafe multiply(tile, into: start, leading: leading)
    }
    unsafe withUnsafeTemporaryAllocation(
      of: Float.self, capacity: tile.rows.count * tile.columns.count
    ) { sums in
      guard let base = sums.baseAddress else { return }
      unsafe multiply(tile, into: UnsafeMutableRawPointer(base), leading: tile.columns.count)
      for row in 0..<tile.rows.count {
        let target = unsafe start.advanced(by: row * leading * scalar.byteCount)
        unsafe narrow(base + row * tile.columns.count, tile.columns.count, to: target, scalar)
      }
    }
  }

  private func multiply(_ tile: TileGrid.Tile, into target: UnsafeMutableRawPointer, leading: Int) {
    let call = unsafe LinearAlgebra.Call(
      rows: tile.rows.count, columns: tile.columns.count, inner: product.left.columnCount,
      left: left.address(batch: tile.batch, row: tile.rows.lowerBound, column: 0),
      leftLayout: left.layout,
      right: right.address(batch: tile.batch, row: 0, column: tile.columns.lowerBound),
      rightLayout: right.layout, result: target, resultLeading: leading)
    if unsafe left.scalar == .f64 {
      unsafe library.multiplyDouble(call)
    } else {
      unsafe library.multiplySingle(call)
    }
  }
}

/// Rounds sums in f32 to f16 or bf16, once.
private func narrow(
  _ sums: UnsafePointer<Float>, _ count: Int, to target: UnsafeMutableRawPointer, _ scalar: ScalarType
) {
  if scalar == .f16 {
    let target = unsafe target.assumingMemoryBound(to: Float16.self)
    for index in 0..<count { unsafe target[index] = unsafe Float16(sums[index]) }
  } else {
    let target = unsafe target.assumingMemoryBound(to: BFloat16.self)
    for index in 0..<count { unsafe target[index] = unsafe BFloat16(sums[index]) }
  }
}

/// The division of a product into tiles: by its shape alone, never by the number of threads.
struct TileGrid: Hashable, Sendable {
  /// One tile of the result.
  struct Tile: Hashable, Sendable {
    var batch: Int
    var rows: Range<Int>
    var columns: Range<Int>
  }

  private let rows: Int, columns: Int
  private let height: Int, width: Int
  private let tilesDown: Int, tilesAcross: Int
  /// The number of tiles.
  let count: Int
  /// The work of one tile in bytes that a copy would move in the same time, very roughly.
  let costPerTile: Int

  /// Tiles 256 rows high, and as wide as the result unless there would be too few of them.
  init(_ product: DotProduct) {
    (rows, columns) = (product.left.rowCount, product.right.columnCount)
    height = min(rows, 256)
    tilesDown = (rows + height - 1) / height
    let batches = product.left.batchCount
    width = batches * tilesDown >= 16 ? columns : min(columns, 512)
    tilesAcross = (columns + width - 1) / width
    count = batches * tilesDown * tilesAcross
    costPerTile = (height * width / 4).multipliedReportingOverflow(by: product.left.columnCount).partialValue
  }

  /// The tile at a position, columns fastest.
  func tile(_ index: Int) -> Tile {
    let (column, rest) = (index % tilesAcross, index / tilesAcross)
    let (row, batch) = (rest % tilesDown, rest / tilesDown)
    return Tile(
      batch: batch, rows: row * height..<min(rows, (row + 1) * height),
      columns: column * width..<min(columns, (column + 1) * width))
  }
}
