/// The division of a product into tiles: by its shape alone, never by the number of threads.
struct TileGrid: Hashable, Sendable {
  /// One tile of the result, over a part of what is summed.
  struct Tile: Hashable, Sendable {
    var batch: Int
    var rows: Range<Int>
    var columns: Range<Int>
    var inner: Range<Int>
    /// The place of the part.
    var part: Int
  }

  private let rows: Int, columns: Int, inner: Int
  private let height: Int, width: Int, depth: Int
  private let tilesDown: Int, tilesAcross: Int
  /// Into how many parts the sums are divided.
  let parts: Int
  /// The number of tiles.
  let count: Int
  /// The work of one tile in bytes that a copy would move in the same time, very roughly.
  let costPerTile: Int

  /// Terms of a part of a sum: enough for a BLAS to run at speed, few enough for many parts.
  private static let partDepth = 512

  /// Tiles 256 rows high, and as wide as the result unless there would be too few of them. A small result
  /// of long sums, such as the gradient of a weight, divides the sums too.
  init(_ product: DotProduct) {
    (rows, columns, inner) = (product.left.rowCount, product.right.columnCount, product.left.columnCount)
    height = min(rows, 256)
    tilesDown = (rows + height - 1) / height
    let batches = product.left.batchCount
    width = batches * tilesDown >= 16 ? columns : min(columns, 512)
    tilesAcross = (columns + width - 1) / width
    let tiles = batches * tilesDown * tilesAcross
    parts = tiles < 8 && inner >= 4 * Self.partDepth ? (inner + Self.partDepth - 1) / Self.partDepth : 1
    depth = parts == 1 ? inner : Self.partDepth
    count = tiles * parts
    costPerTile = (height * width / 4).multipliedReportingOverflow(by: depth).partialValue
  }

  /// The tile at a position, parts fastest, then columns.
  func tile(_ index: Int) -> Tile {
    let (part, place) = (index % parts, index / parts)
    let (column, rest) = (place % tilesAcross, place / tilesAcross)
    let (row, batch) = (rest % tilesDown, rest / tilesDown)
    return Tile(
      batch: batch, rows: row * height..<min(rows, (row + 1) * height),
      columns: column * width..<min(columns, (column + 1) * width),
      inner: part * depth..<min(inner, (part + 1) * depth), part: part)
  }
}
