/// Rows taken in blocks of equal size, the last one shorter.
package struct RowBlocks: Hashable, Sendable, RandomAccessCollection {
  /// The number of rows.
  package let rows: Int
  /// The rows of every block but the last.
  package let size: Int

  /// Blocks of `rows` rows, `size` in each.
  package init(rows: Int, size: Int) { (self.rows, self.size) = (rows, Swift.max(1, size)) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { rows / size + (rows.isMultiple(of: size) ? 0 : 1) }
  package subscript(position: Int) -> Range<Int> {
    position * size..<Swift.min(rows, (position + 1) * size)
  }

  /// The different numbers of rows that blocks have.
  var rowCounts: Set<Int> { Set([first, last].compactMap { $0?.count }) }
}
