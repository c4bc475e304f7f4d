/// Lines of a name, a figure and an explanation, in columns.
struct Table {
  private var rows: [(name: String, figure: String, note: String)] = []

  /// Adds a line.
  mutating func add(_ name: String, _ figure: String, _ note: String = "") {
    rows.append((name, figure, note))
  }

  /// The lines, names and figures padded to the widest; colours count no width.
  func text(_ style: Style = .onOutput) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    let figures = rows.filter { !$0.note.isEmpty }.map(\.figure.count).max() ?? 0
    return rows.map { row in
      let name = style.faint(row.name.padded(to: width))
      let figure = row.note.isEmpty ? row.figure : row.figure.padded(to: figures)
      return "  \(name)  \(figure)" + (row.note.isEmpty ? "" : "  " + style.faint(row.note)) + "\n"
    }.joined()
  }
}

extension String {
  /// The text with blanks after it, up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// The text with blanks before it, up to a width.
  func padded(from width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
