internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

/// What `norma run LAYER` tells: what was run, how fast, and how right.
struct LayerReport {
  let family: LayerFamily
  let options: Run
  let input: TensorType
  let result: ScalarType
  let parameters: [String]
  let program: RowProgram
  let run: RowRun
  let timing: RowTiming
  let verification: RowVerification?

  /// True where nothing was verified, or every value is within its bound.
  var holds: Bool { verification?.holds ?? true }

  /// Times and rates of nothing are not told.
  private var hasElements: Bool { input.elementCount > 0 }

  // MARK: - For people

  /// The report as a table.
  var text: String {
    var table = Table()
    if hasElements { addSpeed(to: &table) }
    if let verification { addError(verification, to: &table) }
    if let output = options.output.first, holds { table.add("output", output) }
    return heading + "\n" + table.text()
  }

  private var heading: String {
    let choices = options.choices.words(for: family, parameters: parameters)
    let conversion = result == input.scalar ? "" : " -> \(result)\(input.shape)"
    let layer = "\(Style.onOutput.bold(family.name))  \(input.scalar)\(input.shape)\(conversion)"
    return layer + (choices.isEmpty ? "" : "  \(choices)") + (hasElements ? "" : "  no elements")
  }

  private func addSpeed(to table: inout Table) {
    table.add("time", Figure.seconds(timing.seconds), runs)
    table.add("speed", rate(timing.bandwidth), "\(Figure.bytes(program.byteCount)), every array once")
    guard let copy = timing.copy else { return }
    table.add("copy", rate(copy), "as many bytes, same threads, in turns")
    let ratio = timing.bandwidth.gigabytesPerSecond / copy.gigabytesPerSecond
    table.add("ratio", Figure.fixed(ratio, decimals: 2), "of the copy's speed")
  }

  private var runs: String {
    let way =
      switch run.engine {
      case .cpu: counted(run.parallelism.threads, "thread")
      case .interpreter: "in the interpreter"
      case .xla: "by XLA"
      }
    let runs =
      timing.runs > 0 ? "median of \(timing.runs) runs after a warm-up" : "one run, its page faults included"
    return "\(runs), \(way)"
  }

  private func rate(_ bandwidth: Bandwidth) -> String {
    "\(Figure.threeDigits(bandwidth.gigabytesPerSecond)) GB/s"
  }

  private func addError(_ verification: RowVerification, to table: inout Table) {
    let rows = verification.rowsCompared
    guard let worst = verification.worst else { return table.add("error", "none", "no rows to compare") }
    table.add(
      "error", "\(Figure.threeDigits(worst.error)) ULP",
      "of the row's largest output, in row \(worst.row), column \(worst.column)")
    let scope = rows == program.rows ? "all" : "of \(Figure.count(program.rows)), evenly spread,"
    table.add("rows", Figure.count(rows), "\(scope) compared with float64")
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
