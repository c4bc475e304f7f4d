internal import NormaMeasurement

/// The table of one case.
struct BenchTable {
  /// The headings of the columns after the name.
  static let headings = ["call", "GB/s", "into", "GB/s", "of limit", "to peers", "error"]

  private let result: BenchResult
  private let style = Style.onOutput

  init(_ result: BenchResult) { self.result = result }

  /// The case, its limit, and a line for each implementation.
  var text: String {
    let names = result.lines.map(\.title.count).max() ?? 0
    let rows = result.lines.map { ($0, result.figures(of: $0)) }
    let widths = Self.headings.indices.map { column in
      max(Self.headings[column].count, rows.map(\.1[column].count).max() ?? 0)
    }
    let heading = aligned(Self.headings, widths)
    return style.bold(result.bench.title) + "  " + limit + "\n"
      + "  \("".padded(to: names))  \(style.faint(heading))\n"
      + rows.map { line, figures in self.line(line, aligned(figures, widths), names) }.joined()
  }

  private var limit: String {
    let bytes = Figure.bytes(result.bench.byteCount)
    guard let limit = result.limit, let rate = result.limitGigabytesPerSecond else { return bytes }
    return
      "\(bytes), limit \(Figure.threeDigits(rate)) GB/s in \(Figure.seconds(limit.seconds)), \(limit.title)"
  }

  private func aligned(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { $0.padded(from: $1) }.joined(separator: "  ")
  }

  private func line(_ line: BenchLine, _ figures: String, _ width: Int) -> String {
    let name = line.title.padded(to: width)
    if line.timings.isEmpty { return "  \(name)  \(style.yellow(line.problem ?? "not measured"))\n" }
    let verdict = line.holds ? "" : "  " + style.red(line.verdict)
    let problem = line.problem.map { "  " + style.yellow($0) } ?? ""
    return "  \(name)  \(figures)\(verdict)\(problem)\n"
  }
}

extension BenchResult {
  /// The figures of a line, as `BenchTable.headings` names them; `-` for what was not measured.
  func figures(of line: BenchLine) -> [String] {
    Way.allCases.flatMap { way in
      line.seconds(way).map { [Figure.seconds($0), Figure.threeDigits(gigabytesPerSecond($0))] } ?? [
        "-", "-",
      ]
    } + [
      ratio(toLimit(line)), ratio(toPeers(line, .call)),
      line.error.map { "\(Figure.threeDigits($0)) ULP" } ?? "-",
    ]
  }

  private func ratio(_ value: Double?) -> String { value.map { Figure.fixed($0, decimals: 2) } ?? "-" }

  /// The share of the limit's rate that the line's faster way reaches.
  func toLimit(_ line: BenchLine) -> Double? {
    guard let limit, let seconds = line.bestSeconds else { return nil }
    return limit.seconds / seconds
  }

  /// How many times as fast as the fastest peer a line is in a way.
  func toPeers(_ line: BenchLine, _ way: Way) -> Double? {
    guard let fastest = fastestPeer(way)?.seconds(way), let seconds = line.seconds(way) else { return nil }
    return fastest / seconds
  }
}

extension BenchLine {
  /// The largest error of its results.
  var error: Double? { timings.values.compactMap { $0.judgement?.error }.max() }

  /// What is wrong with its results.
  var verdict: String {
    let judgements = timings.values.compactMap(\.judgement)
    let unwritten = judgements.map(\.unwritten).max() ?? 0
    if unwritten > 0 { return "WRONG: \(Figure.count(unwritten)) elements not written" }
    if judgements.contains(where: \.hasWrongKind) { return "WRONG: NaN or infinite" }
    let excess = judgements.map(\.excess).max() ?? 0
    return excess > 1 ? "WRONG: \(Figure.threeDigits(excess)) times the error allowed" : ""
  }
}
