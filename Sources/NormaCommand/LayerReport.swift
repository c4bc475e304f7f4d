internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime

/// What `norma run LAYER` tells: what was run, how fast, and how right.
struct LayerReport {
  let family: LayerFamily
  let options: Run
  let input: NDArray
  let result: ScalarType
  let parameters: [String]
  let program: RowProgram
  let run: RowRun
  let timing: RowTiming
  let verification: RowVerification?

  /// True where nothing was verified, or every value is within its bound.
  var holds: Bool { verification?.holds ?? true }

  /// Rates and errors of nothing are not told.
  private var hasRows: Bool { program.byteCount > 0 && input.elementCount > 0 }

  // MARK: - For people

  /// The report as a table.
  var text: String {
    let choices = options.choices.words(for: family, parameters: parameters)
    let conversion = result == input.scalarType ? "" : " -> \(result)\(input.shape)"
    var table = Table()
    table.add("time", Figure.seconds(timing.seconds), runs)
    if hasRows {
      table.add("speed", rate(timing.bandwidth), "\(Figure.bytes(program.byteCount)), every array once")
      if let copy = timing.copy {
        table.add("copy", rate(copy), "as many bytes, same threads, in turns")
        table.add(
          "ratio", Figure.fixed(timing.bandwidth.gigabytesPerSecond / copy.gigabytesPerSecond, decimals: 2),
          "of the copy's speed")
      }
    }
    if let verification { addError(verification, to: &table) }
    if let output = options.output.first, holds { table.add("output", output) }
    let heading = Style.onOutput.bold(family.name)
    return "\(heading)  \(input)\(conversion)" + (choices.isEmpty ? "" : "  \(choices)") + "\n" + table.text()
  }

  private var runs: String {
    let threads = run.parallelism.threads
    let way = run.isCompiled ? "\(threads) thread\(threads == 1 ? "" : "s")" : "in the interpreter"
    let runs =
      timing.runs > 0 ? "median of \(timing.runs) runs after a warm-up" : "one run, its page faults included"
    return "\(runs), \(way)"
  }

  private func rate(_ bandwidth: Bandwidth) -> String {
    "\(Figure.threeDigits(bandwidth.gigabytesPerSecond)) GB/s"
  }

  private func addError(_ verification: RowVerification, to table: inout Table) {
    let rows = verification.rowsCompared
    let scope =
      rows == program.rows
      ? "all \(Figure.count(rows)) rows"
      : "\(Figure.count(rows)) of \(Figure.count(program.rows)) rows, evenly spread"
    guard let worst = verification.worst else { return table.add("error", "none", "no rows to compare") }
    table.add(
      "error", "\(Figure.threeDigits(worst.error)) ULP", "of the row's largest, against float64, \(scope)")
    table.add("", "", "largest in row \(worst.row), column \(worst.column)")
    if let bound = verification.bound {
      table.add("bound", verification.holds ? "holds" : "broken", bound.words)
    }
  }

  // MARK: - The verdict

  /// What to say where a check does not hold.
  func failure() throws -> Failure {
    guard let verification else { return Failure("", .checkFailed) }
    if let mismatch = verification.mismatch {
      return Failure(
        "row \(mismatch.row), column \(mismatch.column) is \(mismatch.found) where float64 has \(mismatch.expected); nothing was written",
        .checkFailed)
    }
    let bound = verification.bound?.words ?? "the bound"
    return Failure(
      "the result is \(Figure.threeDigits(verification.excess)) times as far from float64 as \(bound) allows; nothing was written",
      .checkFailed)
  }
}
