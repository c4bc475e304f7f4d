/// An axis of an operand in memory: its extent, and the distance between neighbours in elements.
struct StridedAxis: Hashable, Sendable {
  var extent: Int
  var stride: Int
}

/// An operand of a product seen as one matrix for each batch index: groups of axes make the rows,
/// the columns and the batches.
struct StridedMatrix: Hashable, Sendable {
  var batches: [StridedAxis]
  var rows: [StridedAxis]
  var columns: [StridedAxis]

  var batchCount: Int { batches.extent }
  var rowCount: Int { rows.extent }
  var columnCount: Int { columns.extent }

  /// How a matrix stands in memory when a BLAS can read it where it is.
  struct Layout: Hashable, Sendable {
    /// True if it is the transpose that stands in row-major order.
    var isTransposed: Bool
    /// The distance between neighbouring rows of what stands there, in elements.
    var leading: Int
  }

  /// The layout, or nil where the elements must be brought together first.
  var layout: Layout? {
    guard let rows = rows.merged, let columns = columns.merged else { return nil }
    if let leading = Self.leading(of: rows, over: columns) {
      return Layout(isTransposed: false, leading: leading)
    }
    return Self.leading(of: columns, over: rows).map { Layout(isTransposed: true, leading: $0) }
  }

  /// The offsets in elements of each batch's first element, in row-major order of the batch axes.
  var batchOffsets: [Int] { batches.offsets }

  /// The distance between rows if each row's elements stand side by side.
  private static func leading(of rows: StridedAxis, over columns: StridedAxis) -> Int? {
    guard columns.extent == 1 || columns.stride == 1 else { return nil }
    if rows.extent == 1 { return max(1, columns.extent) }
    return rows.stride >= columns.extent ? rows.stride : nil
  }
}

extension [StridedAxis] {
  /// The number of elements along all axes.
  var extent: Int { reduce(1) { $0 * $1.extent } }

  /// The axes as one, where one stride walks through all of them in order.
  var merged: StridedAxis? {
    let axes = filter { $0.extent != 1 }
    guard let last = axes.last else { return StridedAxis(extent: 1, stride: 1) }
    for (outer, inner) in zip(axes, axes.dropFirst()) where outer.stride != inner.stride * inner.extent {
      return nil
    }
    return StridedAxis(extent: axes.extent, stride: last.stride)
  }

  /// The offset of every element, the last axis fastest.
  var offsets: [Int] {
    reduce([0]) { offsets, axis in
      offsets.flatMap { offset in (0..<axis.extent).map { offset + $0 * axis.stride } }
    }
  }
}
