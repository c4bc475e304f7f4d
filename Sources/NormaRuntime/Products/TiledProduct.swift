import NormaArrays
import StableHLO

/// A product through a BLAS, divided into tiles that threads take.
@unsafe struct TiledProduct {
  private let library: LinearAlgebra
  private let left: PackedMatrix, right: PackedMatrix
  private let product: DotProduct
  private let result: UnsafeMutableRawPointer
  private let grid: TileGrid
  /// The sums of each part, where sums are divided.
  private let partialSums: UnsafeMutableRawPointer?

  /// Brings the operands to a form the library reads; `partialSums` has `product.partialByteCount` bytes.
  init(
    _ product: DotProduct, left: UnsafeRawPointer, right: UnsafeRawPointer,
    result: UnsafeMutableRawPointer, partialSums: UnsafeMutableRawPointer?, library: LinearAlgebra
  ) {
    let scalar: ScalarType = product.sumsInDouble ? .f64 : .f32
    unsafe self.left = unsafe PackedMatrix(left, product.leftType.scalar, product.left, as: scalar)
    unsafe self.right = unsafe PackedMatrix(right, product.rightType.scalar, product.right, as: scalar)
    unsafe (self.product, self.library, self.result) = unsafe (product, library, result)
    unsafe grid = TileGrid(product)
    unsafe self.partialSums = unsafe partialSums
  }

  /// Computes all tiles; a result of another type is rounded from f32 tile by tile.
  func run(on threads: RowParallelism) {
    nonisolated(unsafe) let tiles = unsafe self
    unsafe threads.forEachRange(rows: grid.count, bytesPerRow: grid.costPerTile) { range in
      for tile in range { unsafe tiles.compute(tile) }
    }
    guard unsafe grid.parts > 1, let sums = unsafe partialSums else { return }
    nonisolated(unsafe) let start = unsafe sums
    unsafe threads.forEachRange(
      rows: product.resultType.elementCount, bytesPerRow: grid.parts * left.scalar.byteCount
    ) { range in
      if unsafe tiles.left.scalar == .f64 {
        unsafe tiles.join(start.assumingMemoryBound(to: Double.self), range)
      } else {
        unsafe tiles.join(start.assumingMemoryBound(to: Float.self), range)
      }
    }
  }

  /// Adds the parts of a range of results, in order, in f64.
  private func join<Sum: BinaryFloatingPoint>(_ sums: UnsafePointer<Sum>, _ range: Range<Int>) {
    let (count, scalar) = unsafe (product.resultType.elementCount, product.resultType.scalar)
    unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: range.count) { totals in
      unsafe totals.initialize(repeating: 0)
      for part in unsafe 0..<grid.parts {
        let start = unsafe sums + (part * count + range.lowerBound)
        for index in 0..<range.count { unsafe totals[index] += Double(unsafe start[index]) }
      }
      let target = unsafe result.advanced(by: range.lowerBound * scalar.byteCount)
      unsafe round(totals, to: target, scalar)
    }
  }

  private func compute(_ index: Int) {
    let tile = unsafe grid.tile(index)
    let place =
      unsafe (tile.batch * product.left.rowCount + tile.rows.lowerBound)
      * product.right.columnCount + tile.columns.lowerBound
    let scalar = unsafe product.resultType.scalar
    let leading = unsafe product.right.columnCount
    if unsafe grid.parts > 1, let sums = unsafe partialSums {
      let start = unsafe (tile.part * product.resultType.elementCount + place) * left.scalar.byteCount
      return unsafe multiply(tile, into: sums + start, leading: leading)
    }
    let start = unsafe result.advanced(by: place * scalar.byteCount)
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
      rows: tile.rows.count, columns: tile.columns.count, inner: tile.inner.count,
      left: left.address(
        batch: tile.batch, row: tile.rows.lowerBound, column: tile.inner.lowerBound),
      leftLayout: left.layout,
      right: right.address(
        batch: tile.batch, row: tile.inner.lowerBound, column: tile.columns.lowerBound),
      rightLayout: right.layout, result: target, resultLeading: leading)
    if unsafe left.scalar == .f64 {
      unsafe library.multiplyDouble(call)
    } else {
      unsafe library.multiplySingle(call)
    }
  }
}

/// Rounds sums in f64 to their type.
private func round(
  _ sums: UnsafeMutableBufferPointer<Double>, to target: UnsafeMutableRawPointer, _ scalar: ScalarType
) {
  if scalar == .f64 {
    guard let start = sums.baseAddress else { return }
    return unsafe target.copyMemory(from: start, byteCount: sums.count * scalar.byteCount)
  }
  unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: sums.count) { singles in
    for index in sums.indices { unsafe singles[index] = Float(unsafe sums[index]) }
    guard let start = singles.baseAddress else { return }
    unsafe narrow(start, sums.count, to: target, scalar)
  }
}

/// Rounds sums in f32 to their type, once.
private func narrow(
  _ sums: UnsafePointer<Float>, _ count: Int, to target: UnsafeMutableRawPointer, _ scalar: ScalarType
) {
  if scalar == .f32 {
    unsafe target.copyMemory(from: sums, byteCount: count * scalar.byteCount)
  } else if scalar == .f16 {
    let target = unsafe target.assumingMemoryBound(to: Float16.self)
    for index in 0..<count { unsafe target[index] = unsafe Float16(sums[index]) }
  } else {
    let target = unsafe target.assumingMemoryBound(to: BFloat16.self)
    for index in 0..<count { unsafe target[index] = unsafe BFloat16(sums[index]) }
  }
}
