internal import NormaArrays

/// The rows and columns that a kernel under construction runs over. While only element-wise operations
/// are known, any split of the elements will do.
struct RowSpace: Hashable {
  /// Rows times width.
  let elementCount: Int
  /// Elements in a row, once a reduction or a broadcast has fixed it.
  private(set) var width: Int?

  init(elementCount: Int) { self.elementCount = elementCount }

  /// The number of rows, once the width is fixed.
  var rows: Int? { width.map { $0 == 0 ? 0 : elementCount / $0 } }

  /// Fixes the width; false where it is fixed to another, or does not divide the elements.
  mutating func fix(width proposed: Int) -> Bool {
    if let width { return width == proposed }
    guard proposed > 0, elementCount % proposed == 0 else { return false }
    width = proposed
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
  /// operand's axes, if they are the first or the last ones.
  mutating func operandLayout(
    operand: Shape, result: Shape, dimensions: [Int], resultLayout: Layout
  ) -> Layout? {
    let mapped = dimensions.indices.filter { operand[$0] != 1 }.map { dimensions[$0] }
    let wide = (0..<result.rank).filter { result[$0] != 1 }
    if mapped.isEmpty { return .scalar }
    guard mapped == mapped.sorted() else { return nil }
    if mapped == wide { return resultLayout }
    guard resultLayout == .element, isPrefixOrSuffix(mapped, of: wide) else { return nil }
    let count = mapped.reduce(1) { $0 * result[$1] }
    let isPrefix = mapped == Array(wide.prefix(mapped.count))
    let proposed = isPrefix ? (count == 0 ? 0 : elementCount / count) : count
    guard fix(width: proposed) else { return nil }
    return isPrefix ? .row : .column
  }

  private func isPrefixOrSuffix(_ axes: [Int], of all: [Int]) -> Bool {
    axes == Array(all.prefix(axes.count)) || axes == Array(all.suffix(axes.count))
  }
}
