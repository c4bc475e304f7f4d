/// Which rows are divided into segments, and how wide those are.
///
/// A property of the kernel and not of its schedule: the segments fix the tree of every reduction along the row, so that
/// they may depend on its width alone.
package struct RowDivision: Hashable, Sendable {
  /// Columns of the narrowest row that is divided: 512 KiB of f32, enough for several threads.
  package var narrowestWidth: Int
  /// Columns of a segment, a multiple of 256: 128 KiB of f32, so that the columns of a weight and a bias stay near while a
  /// segment of many rows is worked on.
  package var columnsPerSegment: Int

  /// A division by two widths.
  package init(narrowestWidth: Int, columnsPerSegment: Int) {
    (self.narrowestWidth, self.columnsPerSegment) = (narrowestWidth, columnsPerSegment)
  }

  /// The division of all kernels that users meet.
  package static let standard = RowDivision(narrowestWidth: 131_072, columnsPerSegment: 32_768)
}

/// A row as segments of columns: each pass leaves a partial result of every reduction for each of them, and the partial
/// results are merged in order. One thread gives the same bits as many.
public struct RowSegments: Hashable, Sendable {
  /// Columns of the row.
  package let width: Int
  /// Columns of every segment but the last, which has what is left over too.
  package let columns: Int
  /// The number of segments.
  package let count: Int
  /// Passes over the row.
  package let passes: Int
  /// Reductions along the row.
  package let reductions: Int

  /// Segments of a row: at most 512, so that merging them costs nothing beside the row.
  private static let mostSegments = 256

  fileprivate init(_ kernel: RowKernel) {
    let size = kernel.division.columnsPerSegment
    width = kernel.width
    columns = max(size, (width / Self.mostSegments + size - 1) / size * size)
    count = width / columns
    passes = kernel.sweeps.count
    reductions = kernel.nodes.count(where: \.isReduction)
  }

  /// Columns of the last segment.
  package var lastColumns: Int { width - (count - 1) * columns }

  /// Values of f64 that a row's passes leave: of each reduction one for each segment, then one for the whole row.
  package var partialsPerRow: Int { reductions * (count + 1) }
}

extension RowKernel {
  /// The segments that rows are divided into, or nil for rows that are not; rows that interleave
  /// never are.
  public var segments: RowSegments? {
    isDivided && !sweeps.isEmpty ? RowSegments(self) : nil
  }

  /// True for rows wide enough to be divided.
  var isDivided: Bool {
    !isInterleaved && width >= max(division.narrowestWidth, 2 * division.columnsPerSegment)
  }
}

extension RowSegments: CustomStringConvertible {
  /// The division in a line.
  public var description: String {
    let last = lastColumns == columns ? "" : ", the last of \(lastColumns)"
    return "a row: \(count) segments of \(columns) columns\(last)"
  }
}
