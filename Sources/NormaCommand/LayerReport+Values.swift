internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

extension LayerReport {
  /// The report for machines: seconds, bytes, billions of bytes a second, ULP.
  struct Values: Encodable {
    let layer: String, shape: [Int], dtype: String, resultDtype: String
    let epsilon: Double?, convention: String?, axes: Int
    let parameters: [String]
    let engine: String, threads: Int?
    let seconds: Double, runs: Int, bytes: Int
    let gigabytesPerSecond: Double?, copyGigabytesPerSecond: Double?, ratioToCopy: Double?
    let verification: Verdict?
    let output: String?
  }

  /// What the comparison with float64 gave.
  struct Verdict: Encodable {
    let holds: Bool, bound: String?
    let ulpOfRowsLargest: Double?, row: Int?, column: Int?
    let errorOverBound: Double?
    let rowsCompared: Int, rows: Int
    let mismatch: Mismatch?
  }

  /// A value that is NaN or infinite where float64 is not, or the other way round.
  struct Mismatch: Encodable {
    let row: Int, column: Int, found: Double, expected: Double
  }

  /// The values of this report.
  var values: Values {
    let (rate, copy) = (timing.bandwidth.gigabytesPerSecond, timing.copy?.gigabytesPerSecond)
    let isTold = input.elementCount > 0
    return Values(
      layer: family.name, shape: input.shape.dimensions, dtype: input.scalar.rawValue,
      resultDtype: result.rawValue, epsilon: options.choices.epsilon ?? family.defaultEpsilon,
      convention: family.conventions.isEmpty
        ? nil : (options.choices.convention?.value ?? .standard).rawValue,
      axes: options.choices.rowRank(for: family, rank: input.rank), parameters: parameters,
      engine: run.engine.rawValue, threads: run.engine == .xla ? nil : run.parallelism.threads,
      seconds: timing.seconds, runs: max(1, timing.runs), bytes: program.byteCount,
      gigabytesPerSecond: isTold ? rate : nil, copyGigabytesPerSecond: copy,
      ratioToCopy: copy.map { rate / $0 }, verification: verdict,
      output: holds ? options.output.first : nil)
  }

  private var verdict: Verdict? {
    verification.map { verification in
      Verdict(
        holds: verification.holds, bound: verification.bound?.words,
        ulpOfRowsLargest: verification.worst?.error, row: verification.worst?.row,
        column: verification.worst?.column,
        errorOverBound: verification.bound == nil ? nil : verification.excess,
        rowsCompared: verification.rowsCompared, rows: program.rows,
        mismatch: verification.mismatch.map {
          Mismatch(row: $0.row, column: $0.column, found: $0.found, expected: $0.expected)
        })
    }
  }
}
