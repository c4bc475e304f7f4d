internal import NormaKernels
internal import NormaMeasurement
internal import NormaRuntime

/// The candidates of a kernel while it is tuned, and in the end.
struct TuneTable {
  private let result: TuningResult
  private let style: Style

  init(_ result: TuningResult, _ style: Style = .onOutput) { (self.result, self.style) = (result, style) }

  /// The kernel, and a line for each candidate.
  var text: String { lines().map { $0 + "\n" }.joined() }

  /// The lines, those of the fastest candidates first; at most so many candidates.
  func lines(atMost count: Int = .max) -> [String] {
    let candidates = result.candidates.indices.sorted { order($0) < order($1) }
    let rows = candidates.prefix(count).map { figures(of: $0) }
    let headings = ["median", "of limit", "of cost model", "state"]
    let widths = headings.indices.map { column in
      max(headings[column].count, rows.map(\.[column].count).max() ?? 0)
    }
    let left = candidates.count - rows.count
    return [heading, "  " + style.faint(aligned(headings, widths) + "  schedule")]
      + zip(candidates, rows).map { place, figures in
        "  " + aligned(figures, widths) + "  " + result.candidates[place].schedule.summary
      } + (left > 0 ? ["  and \(left) more"] : [])
  }

  /// The winner, those that are timed by their speed, those that left by theirs, and who was never timed.
  private func order(_ place: Int) -> (Int, Double, Int) {
    let candidate = result.candidates[place]
    let group = place == result.winner ? 0 : candidate.isIn ? 1 : candidate.seconds != nil ? 2 : 3
    return (group, -(candidate.speedup ?? 0), place)
  }

  private var heading: String {
    let step = result.step
    let limit = result.limit.map { ", limit \(Figure.seconds($0.seconds)), \($0.title)" } ?? ""
    return "\(step.kernel.name): \(Figure.count(step.rows)) rows of \(Figure.count(step.kernel.width)), "
      + "\(Figure.bytes(result.byteCount)) \(result.regime.words)\(limit)"
  }

  private func figures(of place: Int) -> [String] {
    let candidate = result.candidates[place]
    return [
      candidate.seconds.map(Figure.seconds) ?? "-",
      candidate.ofLimit.map { Figure.fixed($0, decimals: 2) } ?? "-",
      candidate.speedup.map { Figure.fixed($0, decimals: 2) } ?? "-",
      result.word(for: place),
    ]
  }

  private func aligned(_ cells: [String], _ widths: [Int]) -> String {
    let figures = zip(cells, widths).dropLast().map { $0.padded(from: $1) }
    return (figures + [cells[3].padded(to: widths[3])]).joined(separator: "  ")
  }
}

extension TuningResult {
  /// Where a candidate stands, in a word or two.
  func word(for place: Int) -> String {
    if place == winner { return place == 0 ? "kept" : "fastest" }
    switch candidates[place].state {
    case .waiting: return "waiting"
    case .ready: return "compiled"
    case .timed(let standing): return standing.rawValue
    case .failed: return "FAILED"
    }
  }
}
