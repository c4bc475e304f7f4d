package import NormaArrays
package import NormaRuntime
internal import StableHLO

/// A layer's results judged against the same program in float64, from the same, already rounded inputs.
///
/// The reference is the interpreter on the promoted program, a part of the rows at a time.
package struct RowVerification: Sendable {
  /// The largest error so far.
  package struct Worst: Hashable, Sendable {
    /// In ULP of its row's largest output.
    package let error: Double
    /// Where it stands, the column counted through all axes of a row.
    package let row: Int, column: Int
  }

  /// What is allowed; nil for float64 results, which no reference has more digits than.
  package let bound: ErrorBound?
  /// The rows that were compared.
  package private(set) var rowsCompared = 0
  /// The largest error in ULP of the row's largest output; nil before the first row.
  package private(set) var worst: Worst?
  /// The largest error over what is allowed there: at most 1 where all is well.
  package private(set) var excess = 0.0
  /// The first value that is NaN or infinite where the reference is not, or the other way round.
  package private(set) var mismatch: RowErrors.Mismatch?

  private let program: RowProgram
  private let noErrors: RowErrors
  private let references: [Int: Interpreter]
  private let parameters: [NDArray]
  private let sample: Set<Int>

  /// More elements than this are judged by a sample of parts, evenly spread from the first to the last.
  package static let sampleElementCount = 32 << 20

  /// Prepares the references of a layer's program; nil where its results are no floats.
  package init?(of program: RowProgram) {
    guard let noErrors = RowErrors(program.resultType(rows: program.rows).scalar) else { return nil }
    self.noErrors = noErrors
    self.program = program
    let module = program.module(rows: program.rows)
    bound = ErrorBound(for: module)
    let references = program.parts.rowCounts.map { rows in
      (rows, Interpreter(promotedToDouble(program.module(rows: rows).withoutFinalRounding)))
    }
    self.references = Dictionary(uniqueKeysWithValues: references)
    parameters = program.parameters.map { $0.converted(to: .f64) }
    sample = Self.sample(of: program)
  }

  /// True where every value compared is within its bound.
  package var holds: Bool { mismatch == nil && (bound == nil || excess <= 1) }

  /// The rows that are compared when all parts have been seen.
  package var rowsToCompare: Int { sample.reduce(0) { $0 + program.parts[$1].count } }

  private static func sample(of program: RowProgram) -> Set<Int> {
    let parts = program.parts.count
    let elements = program.inputType.elementCount / max(1, parts)
    let wanted = max(2, sampleElementCount / max(1, elements))
    guard parts > wanted else { return Set(0..<parts) }
    return Set((0..<wanted).map { $0 * (parts - 1) / (wanted - 1) })
  }

  // MARK: - Comparing

  /// Compares the sampled parts among some rows.
  ///
  /// - Parameters:
  ///   - rows: Whole parts, or up to the last row.
  ///   - result: The computed rows, these alone.
  ///   - progress: Is told how many more rows were compared, from any thread.
  /// - Throws: `ExecutionError` where a reference cannot be computed.
  package mutating func compare(
    _ rows: Range<Int>, of result: NDArray, on threads: RowParallelism,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws(ExecutionError) {
    let parts = sample.filter { rows.contains(program.parts[$0].lowerBound) }.sorted()
    let outcomes = Locked<[Outcome]>([])
    // Each part is work of many milliseconds: never too small for a thread of its own.
    threads.forEachRange(rows: parts.count, bytesPerRow: 1 << 30) { [self] range in
      for part in parts[range].map({ program.parts[$0] }) {
        let found = result[part.lowerBound - rows.lowerBound..<part.upperBound - rows.lowerBound]
        let outcome = compare(part, found)
        outcomes.withLock { $0.append(outcome) }
        progress(part.count)
      }
    }
    for outcome in outcomes.withLock({ $0 }).sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) {
      try add(outcome)
    }
  }

  /// What comparing one part gave.
  private struct Outcome: Sendable {
    let rows: Range<Int>
    let result: Result<(RowErrors, excess: Double), InterpreterError>
  }

  private func compare(_ rows: Range<Int>, _ found: NDArray) -> Outcome {
    let input = program.input(rows).converted(to: .f64)
    let result = Result { () throws(InterpreterError) in
      guard let reference = references[rows.count] else { preconditionFailure("\(rows) are no part") }
      var errors = noErrors
      let expected = try reference.run("main", [input] + parameters)[0].elements(as: Double.self)
      let excess = compare(
        found.converted(to: .f64).elements(as: Double.self), expected, rows: rows.count, &errors)
      return (errors, excess: excess)
    }
    return Outcome(rows: rows, result: result)
  }

  /// Adds rows to `errors`; returns their largest excess.
  private func compare(
    _ found: [Double], _ expected: [Double], rows: Int, _ errors: inout RowErrors
  ) -> Double {
    let width = found.count / max(1, rows)
    var excess = 0.0
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      let (mine, theirs) = (Array(found[range]), Array(expected[range]))
      errors.add(found: mine, reference: theirs)
      let largest = theirs.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
      excess = max(excess, bound?.excess(found: mine, expected: theirs, largest: largest) ?? 0)
    }
    return excess
  }

  private mutating func add(_ outcome: Outcome) throws(ExecutionError) {
    let first = outcome.rows.lowerBound
    do throws(InterpreterError) {
      let (errors, excess) = try outcome.result.get()
      rowsCompared += outcome.rows.count
      self.excess = max(self.excess, excess)
      if let found = errors.mismatch, mismatch == nil {
        mismatch = RowErrors.Mismatch(
          row: first + found.row, column: found.column, found: found.found, expected: found.expected)
      }
      if errors.largest > worst?.error ?? -1 {
        worst = Worst(error: errors.largest, row: first + errors.row, column: errors.column)
      }
    } catch {
      throw ExecutionError(.interpreter(error))
    }
  }
}
