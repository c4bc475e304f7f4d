internal import NormaArrays
internal import NormaMeasurement
internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The files that a bench was asked for.
struct BenchFiles {
  private let options: Bench

  init(_ options: Bench) { self.options = options }

  /// Requires that each has a folder to stand in: a bench is long.
  func check() throws(Failure) {
    let files = [
      ("--json", options.json), ("--csv", options.csv), ("--html", options.html), ("--svg", options.svg),
    ]
    for case (let name, let path?) in files {
      let end = path.lastIndex(of: "/") ?? path.startIndex
      let folder = end == path.startIndex ? (path.hasPrefix("/") ? "/" : ".") : String(path[..<end])
      guard unsafe access(folder, W_OK | X_OK) == 0 else {
        throw Failure(
          "\(name) \(path): nothing can be written to \(folder): \(unsafe String(cString: strerror(errno)))")
      }
    }
  }

  /// Writes each, complete or not at all.
  func write(_ report: BenchReport) throws {
    if let json = options.json { try TextOutput.write(try JSONReport.text(report.values), to: json) }
    if let csv = options.csv { try TextOutput.write(report.csv, to: csv) }
    if let html = options.html { try TextOutput.write(BenchPage(report).text, to: html) }
    guard let folder = options.svg else { return }
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw Failure("\(folder): cannot be made: \(unsafe String(cString: strerror(errno)))")
    }
    for chart in BenchChart.all(of: report.results) {
      try TextOutput.write(chart.svg, to: "\(folder)/\(chart.name).svg")
    }
    for chart in report.sweeps.map(SweepChart.init) {
      try TextOutput.write(chart.svg, to: "\(folder)/\(chart.name).svg")
    }
  }
}

extension BenchReport {
  /// A line for each implementation, way and case.
  var csv: String {
    let heading = """
      layer,direction,dtype,shape,bytes,implementation,way,median_seconds,gigabytes_per_second,of_limit,\
      to_fastest_peer,error_ulp,holds,problem
      """
    return ([heading] + results.flatMap { result in [result.limitRow] + result.lines.flatMap(result.rows) })
      .joined(separator: "\n") + "\n"
  }
}

extension BenchResult {
  private var subject: [String] {
    [bench.layer, bench.direction.rawValue, bench.input.scalar.rawValue, bench.extents, "\(bench.byteCount)"]
  }

  fileprivate var limitRow: String {
    let figures =
      limit.map { ["\($0.seconds)", "\(gigabytesPerSecond($0.seconds))", "1.0"] } ?? ["", "", ""]
    let cells = subject + ["limit: \(limit?.title ?? "none")", "into"] + figures
    return Self.row(cells + ["", "", "", ""])
  }

  fileprivate func rows(of line: BenchLine) -> [String] {
    let ways = Way.allCases.filter { line.timings[$0] != nil }
    guard !ways.isEmpty else {
      return [Self.row(subject + [line.title, "", "", "", "", "", "", "", line.problem ?? ""])]
    }
    return ways.compactMap { way in
      values(of: line, way).map { values in
        let figures: [Double?] = [
          values.medianSeconds, values.gigabytesPerSecond, values.ofLimit, values.toFastestPeer,
          values.errorUlp,
        ]
        return Self.row(
          subject + [line.title, way.rawValue] + figures.map { $0.map { "\($0)" } ?? "" }
            + [values.holds.map { "\($0)" } ?? "", line.problem ?? ""])
      }
    }
  }

  /// Cells with what commas and quotes need (RFC 4180).
  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      return needsQuotes ? "\"\(doubled)\"" : cell
    }.joined(separator: ",")
  }
}
