internal import NormaMeasurement

/// The table of a layer over growing numbers of rows.
struct SweepTable {
  /// The headings of its columns.
  static let headings = ["rows", "bytes", "level", "call", "per row", "GB/s", "step"]

  private let sweep: RowsSweep
  private let style = Style.onOutput

  init(_ sweep: RowsSweep) { self.sweep = sweep }

  /// The figures of each number of rows, as the headings name them.
  var rows: [[String]] {
    let steps = Dictionary(uniqueKeysWithValues: sweep.steps.map { ($0.to.rows, $0.ratio) })
    return sweep.points.map { point in
      let rate = Bandwidth(bytes: point.byteCount, seconds: point.seconds.median)
      return [
        Figure.count(point.rows), Figure.bytes(point.byteCount), sweep.level(of: point.byteCount).name,
        Figure.seconds(point.seconds.median), Figure.seconds(point.secondsPerRow),
        Figure.threeDigits(rate.gigabytesPerSecond),
        steps[point.rows].map { Figure.percent($0 - 1) } ?? "-",
      ]
    }
  }

  /// The layer, a line for each number of rows, and the verdict.
  var text: String {
    let rows = rows
    let widths = Self.headings.indices.map { column in
      ([Self.headings] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).map { $0.padded(from: $1) }.joined(separator: "  ")
    }
    let verdict = sweep.isLinear ? sweep.verdict : style.yellow(sweep.verdict)
    return style.bold(sweep.title) + "\n  " + style.faint(line(Self.headings)) + "\n"
      + rows.map { "  \(line($0))\n" }.joined() + "  \(verdict)\n"
  }
}

extension RowsSweep {
  /// `layernorm forward f32, 1 to 1,048,576 rows of 1024`
  var title: String {
    "\(bench.group), 1 to \(Figure.count(rows)) rows of \(bench.rowExtents)"
  }

  /// Whether the cost is linear, in a sentence.
  var verdict: String {
    let rule =
      "beyond \(Self.firstLinear) rows no step of more than \(Figure.percent(Self.tolerance, signed: false)) "
      + "per row within one level of the memory hierarchy"
    guard let worst else { return "Linear: \(rule); there is no such step to look at." }
    let largest =
      "largest: \(Figure.percent(worst.ratio - 1)) from \(Figure.count(worst.from.rows)) to "
      + "\(Figure.count(worst.to.rows)) rows, in \(worst.level.name)"
    return "\(isLinear ? "Linear" : "NOT linear"): \(rule); \(largest)."
  }
}
