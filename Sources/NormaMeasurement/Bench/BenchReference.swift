internal import NormaArrays
internal import NormaRuntime
internal import StableHLO

/// The results of a case in float64, computed from the same, already rounded arguments.
///
/// It is the case's program with every float made float64, compiled, a block of rows at a time: so the sums over all
/// rows that a backward gives are affordable too. That the compiled program is right is checked against the
/// interpreter, which defines what it means, on the first rows.
struct BenchReference {
  /// About so many elements are computed at once.
  private static let blockElementCount = 1 << 20
  /// So many blocks of rows are compared, from the first to the last.
  private static let comparedBlocks = 4
  /// Rows that the interpreter computes.
  private static let interpretedRows = 3
  /// How far the two may differ: sums of float64 in another order, of the result's largest value.
  private static let agreement = 1e-10

  /// The rows of the first axis that are compared, and what each result that has them must be there.
  private(set) var blocks: [(rows: Range<Int>, results: [Int: NDArray])] = []
  /// What the results that sum over all rows must be.
  private(set) var sums: [Int: [Double]] = [:]
  private let bench: BenchCase

  /// Computes what is compared.
  init(_ bench: BenchCase, _ arguments: [NDArray], threads: Int) throws(ContenderError) {
    self.bench = bench
    let count = bench.input.shape.dimensions.first ?? 0
    let size = max(1, Self.blockElementCount * count / max(1, bench.input.elementCount))
    let all = RowBlocks(rows: count, size: size)
    let compared = Self.spread(all.count)
    let needsAll = bench.resultTypes.contains { !Self.hasRows($0, bench.input) }
    var programs: [Int: Executable] = [:]
    for index in 0..<all.count where needsAll || compared.contains(index) {
      let rows = all[index]
      let program: Executable
      if let known = programs[rows.count] {
        program = known
      } else {
        program = try Self.program(bench, rows: rows.count, threads: threads)
        programs[rows.count] = program
      }
      let results = try Self.run(program, Self.part(of: arguments, rows, bench))
      add(results, rows: rows, isCompared: compared.contains(index))
    }
    try checkAgainstInterpreter(arguments, threads: threads)
  }

  private static func spread(_ count: Int) -> Set<Int> {
    guard count > comparedBlocks else { return Set(0..<count) }
    return Set((0..<comparedBlocks).map { $0 * (count - 1) / (comparedBlocks - 1) })
  }

  /// True for what has the input's rows along its first axis; a parameter, or its gradient, has fewer axes.
  static func hasRows(_ type: TensorType, _ input: TensorType) -> Bool {
    type.rank == input.rank && type.shape.dimensions.first == input.shape.dimensions.first
  }

  private mutating func add(_ results: [NDArray], rows: Range<Int>, isCompared: Bool) {
    var kept: [Int: NDArray] = [:]
    for (index, result) in results.enumerated() {
      if Self.hasRows(bench.resultTypes[index], bench.input) {
        kept[index] = result
      } else {
        let part = result.elements(as: Double.self)
        sums[index] = sums[index].map { zip($0, part).map { $0 + $1 } } ?? part
      }
    }
    if isCompared { blocks.append((rows, kept)) }
  }

  // MARK: - Programs

  private static func module(_ bench: BenchCase, rows: Int) throws(ContenderError) -> Module {
    let shape = Shape([rows] + bench.input.shape.dimensions.dropFirst())
    do {
      return promotedToDouble(try bench.program(bench.input.with(shape: shape)).withoutFinalRounding)
    } catch {
      throw ContenderError("the float64 reference cannot be made: \(error)")
    }
  }

  private static func program(
    _ bench: BenchCase, rows: Int, threads: Int
  ) throws(ContenderError) -> Executable {
    let module = try module(bench, rows: rows)
    do throws(ExecutionError) { return try Executable(module, threads: threads) } catch {
      throw ContenderError("the float64 reference cannot be compiled: \(error)")
    }
  }

  private static func run(_ program: Executable, _ arguments: [NDArray]) throws(ContenderError) -> [NDArray] {
    do throws(ExecutionError) { return try program(arguments) } catch {
      throw ContenderError("the float64 reference cannot be computed: \(error)")
    }
  }

  /// The arguments of some rows in float64: those that have rows cut to them.
  private static func part(of arguments: [NDArray], _ rows: Range<Int>, _ bench: BenchCase) -> [NDArray] {
    zip(arguments, bench.argumentTypes).map { array, type in
      (hasRows(type, bench.input) ? array[rows] : array).converted(to: .f64)
    }
  }

  private func checkAgainstInterpreter(_ arguments: [NDArray], threads: Int) throws(ContenderError) {
    let rows = 0..<min(Self.interpretedRows, bench.input.shape.dimensions.first ?? 0)
    guard !rows.isEmpty else { return }
    let inputs = Self.part(of: arguments, rows, bench)
    let compiled = try Self.run(Self.program(bench, rows: rows.count, threads: threads), inputs)
    let interpreter = Interpreter(try Self.module(bench, rows: rows.count))
    let defined: [NDArray]
    do throws(InterpreterError) { defined = try interpreter.run("main", inputs) } catch {
      throw ContenderError("the float64 reference cannot be interpreted: \(error)")
    }
    for (mine, theirs) in zip(compiled, defined) {
      let both = [mine, theirs].map { $0.converted(to: .f64).elements(as: Double.self) }
      let (mine, theirs) = (both[0], both[1])
      let largest = theirs.map(\.magnitude).max() ?? 0
      guard zip(mine, theirs).allSatisfy({ abs($0 - $1) <= Self.agreement * largest || $0.isNaN && $1.isNaN })
      else { throw ContenderError("the compiled float64 program and the interpreter disagree") }
    }
  }
}
