internal import NormaArrays

/// The rows and columns that a kernel under construction runs over. While only element-wise operations
/// are known, any split of the elements will do.
struct RowSpace: Hashable {
  /// Rows times width.
  let elementCount: Int
  /// The rows, once a reduction or a broadcast has fixed them.
  private(set) var split: RowSplit?

  init(elementCount: Int) { self.elementCount = elementCount }

  /// Elements in a row, once that is fixed.
  var width: Int? { split?.width }

  /// Rows that stand side by side, once that is fixed.
  var interleave: Int? { split?.interleave }

  /// The number of rows, once the width is fixed.
  var rows: Int? { width.map { $0 == 0 ? 0 : elementCount / $0 } }

  /// Fixes the rows; false where they are fixed to others, or do not divide the elements.
  mutating func fix(_ proposed: RowSplit) -> Bool {
    if let split { return split == proposed }
    guard proposed.width > 0, proposed.interleave > 0,
      elementCount % (proposed.width * proposed.interleave) == 0
    else { return false }
    split = proposed
    return true
  }

  /// The number of elements that a value of a layout has, or nil while that is open.
  func count(_ layout: Layout) -> Int? {
    switch layout {
    case .element: elementCount
    case .row: rows
    case .column: width
    case .scalar: 1
    }
  }

  /// The layouts of a value with a number of elements, as far as that tells. Without rows nothing is
  /// stored, so that an empty space takes only values that are empty too.
  func layouts(ofCount count: Int) -> [Layout] {
    elementCount == 0 ? (count == 0 ? [.element] : []) : Layout.allCases.filter { self.count($0) == count }
  }

  /// The other layouts that mean the same for this number of rows and columns.
  func same(as layout: Layout) -> [Layout] {
    switch (layout, rows == 1, width == 1) {
    case (_, true, true): Layout.allCases
    case (.row, true, false), (.column, false, true): [.scalar]
    case (.scalar, true, false): [.row]
    case (.scalar, false, true): [.column]
    case (.element, true, false): [.column]
    case (.element, false, true): [.row]
    case (.column, true, false), (.row, false, true): [.element]
    case (_, false, false): []
    }
  }

  /// The layout of a broadcast's operand whose result has a given layout, or nil where the operand is
  /// neither one value, nor the rows, nor the columns, nor all.
  ///
  /// Axes of extent 1 are left out throughout: they move nothing. In a result per element the axes must
  /// split into those that count rows and those that count columns; an open split is fixed by the
  /// operand's axes.
  mutating func operandLayout(
    operand: Shape, result: Shape, dimensions: [Int], resultLayout: Layout
  ) -> Layout? {
    let mapped = dimensions.indices.filter { operand[$0] != 1 }.map { dimensions[$0] }
    if mapped.isEmpty { return .scalar }
    guard mapped == mapped.sorted() else { return nil }
    if mapped == result.wideAxes { return resultLayout }
    guard resultLayout == .element else { return nil }
    let rows = RowSplit(result, along: result.wideAxes.filter { !mapped.contains($0) })
    let columns = RowSplit(result, along: mapped)
    // A value for each of the last axes is one for each column before it is one for each of many rows side by side.
    let isColumn = columns?.interleave == 1
    let candidates = [(rows, Layout.row), (columns, .column)]
    for (split, layout) in isColumn ? candidates.reversed() : candidates {
      if let split, fix(split) { return layout }
    }
    return nil
  }
}

/// How the elements of an array split into rows: those of a row, and the rows that stand side by side.
struct RowSplit: Hashable {
  /// Elements in a row.
  let width: Int
  /// Rows of which the elements of one column stand side by side; 1 where each row lies whole.
  let interleave: Int

  init(width: Int, interleave: Int = 1) { (self.width, self.interleave) = (width, interleave) }

  /// The rows along some axes of a shape, axes of extent 1 aside; nil where these are not neighbours, so that a
  /// row's elements have no one distance.
  init?(_ shape: Shape, along axes: [Int]) {
    let wide = shape.wideAxes
    let along = wide.filter(axes.contains)
    let inner = along.last.map { last in Array(wide.drop { $0 <= last }) } ?? []
    guard wide.dropLast(inner.count).suffix(along.count) == along[...] else { return nil }
    width = along.reduce(1) { $0 * shape[$1] }
    interleave = inner.reduce(1) { $0 * shape[$1] }
  }
}

extension Shape {
  /// The axes whose extent is not 1.
  var wideAxes: [Int] { (0..<rank).filter { self[$0] != 1 } }
}
