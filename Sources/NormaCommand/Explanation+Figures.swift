internal import NormaKernels
internal import NormaRewriting
internal import StableHLO

/// Lines of figures under headings, then words: the form of both tables of `explain`.
struct FigureTable {
  /// The headings of the figures.
  let headings: [String]
  /// A name, its figures and what follows them.
  var rows: [(name: String, figures: [String], words: String)] = []

  /// The lines, each column as wide as its widest entry.
  var text: String {
    let names = rows.map(\.name.count).max() ?? 0
    let widths = headings.indices.map { column in
      max(headings[column].count, rows.map(\.figures[column].count).max() ?? 0)
    }
    return ([("", headings, "")] + rows).map { name, figures, words in
      let columns = zip(figures, widths).map { $0.padded(from: $1) }
      let cells = (names > 0 ? [name.padded(to: names)] : []) + columns + (words.isEmpty ? [] : [words])
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Explanation {
  /// The counts of the program as it came, after each pass that changed it, and as it goes.
  var counts: [(name: String, counts: OpCounts)] {
    [("in", OpCounts(traced))] + rewritten.records.map { ($0.name, $0.after) }
      + [("out", OpCounts(rewritten.module))]
  }

  /// Those counts as a table.
  var countTable: String {
    var table = FigureTable(headings: ["reduces", "reduced values", "broadcasts", "operations"])
    for (name, counts) in counts {
      let figures = [counts.reduces, counts.reducedValues, counts.broadcasts, counts.all]
      table.rows.append((name, figures.map(Figure.count), ""))
    }
    return table.text
  }

  /// The steps, each with what it moves and computes.
  var stepTable: String {
    var table = FigureTable(headings: ["read", "written", "operations"])
    let descriptions = plan.description.split(separator: "\n").map(String.init)
    for (step, words) in zip(plan.steps, descriptions) {
      let traffic = plan.traffic(of: step)
      let figures = Self.figures(traffic.bytesRead, traffic.bytesWritten, operations(of: step))
      table.rows.append(("", figures, words))
    }
    let total = totalTraffic
    if plan.steps.count > 1 {
      table.rows.append(("", Self.figures(total.bytesRead, total.bytesWritten, total.operations), "in all"))
    }
    return table.text
  }

  /// The operations of a step; nil where nobody counts them, in the interpreter.
  func operations(of step: Step) -> Int? {
    switch step {
    case .kernel, .product, .movement: plan.traffic(of: step).operations
    case .interpreted: nil
    }
  }

  /// What all steps move and compute.
  private var totalTraffic: (bytesRead: Int, bytesWritten: Int, operations: Int) {
    plan.steps.map(plan.traffic).reduce((0, 0, 0)) { sum, step in
      (sum.0 + step.bytesRead, sum.1 + step.bytesWritten, sum.2 + step.operations)
    }
  }

  private static func figures(_ bytesRead: Int, _ bytesWritten: Int, _ operations: Int?) -> [String] {
    [Figure.bytes(bytesRead), Figure.bytes(bytesWritten), operations.map(Figure.count) ?? "-"]
  }
}
