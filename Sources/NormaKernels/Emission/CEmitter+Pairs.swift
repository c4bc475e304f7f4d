internal import NormaArrays

/// Two rows at a time.
///
/// Between its passes a row waits: for its sums to be folded, for a root and a division, for the first loads of the next
/// loop. A second row fills that time, and shares what is read for each column. So a function of its own takes two rows:
/// every statement that belongs to a row is written for both, loops and what columns share once. It knows no other than
/// the fast form of a pass; where a row needs the other form it gives up before anything is combined over rows, and the
/// rows are taken one by one. Two rows need the 32 long registers of AVX-512; with fewer or shorter ones their sums would
/// be spilled, so that the function is left out. Each row's own arithmetic is the same in both functions, so that no bit
/// depends on which of them it went through.
extension CEmitter {
  /// What names of a row's own values hold while code is written, to be replaced by what tells two rows apart.
  static let rowMark: Character = "@"

  static func marked(_ name: String, isOwn: Bool) -> String { isOwn ? name + "\(rowMark)" : name }

  /// The name that an input's pointer begins with.
  func x(_ input: Int) -> String {
    Self.marked("x\(input)", isOwn: kernel.inputs[input].layout.differsByRow)
  }

  /// The name that an output's pointer begins with.
  func y(_ output: Int) -> String {
    Self.marked("y\(output)", isOwn: kernel.outputs[output].layout.differsByRow)
  }

  /// The number of the row being written.
  var rowNumber: String { together == .two ? "row\(Self.rowMark)" : "row" }

  private static let condition = "#if defined(__AVX512F__)"

  /// The function that takes two rows.
  mutating func pairFunction() -> [String] {
    var emitter = self
    emitter.together = .two
    var lines = [
      Self.condition,
      "static int \(kernel.name)_pair(void *const *operands, const integer *row_strides, integer row, integer streams) {",
      "  const integer row_a = row, row_b = row + 1;",
    ]
    lines += emitter.sharedByRows().map { "  " + $0 }
    lines += emitter.row().flatMap(Self.forBothRows).map { "  " + $0 }
    functions = emitter.functions
    return lines + ["  return 1;", "}", "#endif", ""]
  }

  private static func forBothRows(_ line: String) -> [String] {
    line.contains(rowMark) ? inTurn([line]) : [line]
  }

  /// Statements for one row, then for the other.
  private static func inTurn(_ lines: [String]) -> [String] {
    ["_a", "_b"].flatMap { row in lines.map { $0.replacing("\(rowMark)", with: row) } }
  }

  /// The statements of a pass, where two rows' sums would not stay in registers first for one row, then for the other.
  func inTurn(_ lines: [String], inPass index: Int) -> [String] {
    together == .two && sweeps[index].isTakenInTurn ? Self.inTurn(lines) : lines
  }

  /// The attempt to take this row with the next. Rows that are combined in chunks pair from the first on, as chunks are
  /// of even numbers of rows.
  func pairAttempt() -> [String] {
    [Self.condition] + attempt("pair", rows: 2) + ["#endif"]
  }

  /// The attempt to take this row with the next ones.
  func attempt(_ function: String, rows: Int) -> [String] {
    let isAsked = schedule.pairs == .whereCached ? "!streams && " : ""
    let call = "\(kernel.name)_\(function)(operands, row_strides, row, streams)"
    return [
      "if (\(isAsked)(row - first_row) % \(rows) == 0 && row + \(rows) <= end_row && \(call)) {",
      "  row += \(rows - 1);", "  continue;", "}",
    ]
  }
}

extension Sweep {
  /// True where two rows have more sums than the registers hold: of 32 those that 24 have, four for each sum.
  ///
  /// LayerNorm's gradient has four sums. Its time within the caches, of that with both rows together: 512 x 1024 f32 0.92,
  /// 512 x 2048 0.93, bf16 0.94 and 0.88.
  var isTakenInTurn: Bool { 2 * 4 * reductions.count > 24 }
}
