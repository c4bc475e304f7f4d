package import NormaArrays
package import NormaRuntime
internal import StableHLO

/// A layer compiled for the rows of an array, and timed.
package struct RowRun {
  /// What is run.
  package let program: RowProgram
  private let wantedEngine: Engine
  private let threads: Int?
  private var executables: [Int: Executable] = [:]

  /// Compiles a layer for all rows.
  ///
  /// - Throws: `ExecutionError` where the program does not compile.
  package init(_ program: RowProgram, engine: Engine = .cpu, threads: Int? = nil) throws(ExecutionError) {
    (self.program, wantedEngine, self.threads) = (program, engine, threads)
    _ = try executable(rows: program.rows)
  }

  /// The threads that rows are spread over.
  package var parallelism: RowParallelism { executables[program.rows]?.parallelism ?? .standard }

  /// What runs the rows: the interpreter where compiled kernels were asked for and there is no C compiler.
  package var engine: Engine { executables[program.rows]?.engine ?? wantedEngine }

  /// Computes some rows into an array of their own: all, or those of a block.
  ///
  /// Nothing depends on how rows are divided: each has the same bits in any block.
  package mutating func run(_ rows: Range<Int>, into result: NDArray) throws(ExecutionError) {
    try run(program.input(rows), into: result)
  }

  private mutating func run(_ input: NDArray, into result: NDArray) throws(ExecutionError) {
    try executable(rows: input.shape[0]).run([input] + program.parameters, into: [result])
  }

  private mutating func executable(rows: Int) throws(ExecutionError) -> Executable {
    if let executable = executables[rows] { return executable }
    let executable = try Executable(program.module(rows: rows), engine: wantedEngine, threads: threads)
    executables[rows] = executable
    return executable
  }
}

/// How long a layer took, beside a copy of as many bytes on the same threads.
package struct RowTiming: Hashable, Sendable {
  /// Seconds for all rows: the median of `runs`.
  package let seconds: Double
  /// How often the rows were run after a warm-up; 0 where they were run once, without one.
  package let runs: Int
  /// The layer's rate: every array's bytes once, over the time.
  package let bandwidth: Bandwidth
  /// The copy's rate, reads and writes counted, measured in turns with the layer; nil without rows.
  package let copy: Bandwidth?
}

// MARK: - Timing

extension RowRun {
  /// Arrays of fewer bytes are run again and again, for a median.
  package static let repeatableByteCount = 1 << 30
  /// A first run of more seconds is the only one.
  private static let longRun = 1.0
  /// About so many seconds go into runs and copies.
  private static let timingBudget = 0.6

  /// True where a result is held in memory and runs can be repeated.
  package var isRepeatable: Bool { program.byteCount <= Self.repeatableByteCount }

  /// Computes all rows into an array, then times them: in turns with copies, first one round that does
  /// not count, then 3 to 101 rounds.
  ///
  /// - Parameter progress: Is told how many more rows were computed.
  package mutating func timed(
    into result: NDArray, progress: (Int) -> Void = { _ in }
  ) throws(ExecutionError) -> RowTiming {
    var first = 0.0
    for rows in program.blocks {
      first += try seconds(rows, into: result[rows])
      progress(rows.count)
    }
    guard program.byteCount > 0, program.rows > 0 else { return timing(first, runs: 0, copy: nil) }
    let limit = StreamLimit(.copy, byteCount: program.byteCount, threads: parallelism, cache: cache)
    guard first < Self.longRun else { return timing(first, runs: 0, copy: limit.measured(rounds: 3)) }
    // The first run may have waited for the disk; the second tells how many more there is time for.
    let second = try seconds(0..<program.rows, into: result)
    let rounds = min(max(Int(Self.timingBudget / 3 / max(second, 1e-6)), 3), 101)
    return try inTurns(with: limit, result, rounds: rounds)
  }

  private mutating func inTurns(
    with limit: borrowing StreamLimit, _ result: NDArray, rounds: Int
  ) throws(ExecutionError) -> RowTiming {
    let executable = try executable(rows: program.rows)
    let arguments = [program.input(0..<program.rows)] + program.parameters
    var failure: ExecutionError?
    let layer = {
      do throws(ExecutionError) { try executable.run(arguments, into: [result]) } catch { failure = error }
    }
    let medians = Stopwatch.compare([("layer", layer)] + limit.candidates(), rounds: rounds)
      .map(\.seconds.median)
    if let failure { throw failure }
    let copy = medians.dropFirst().min().map { Bandwidth(bytes: limit.traffic, seconds: $0) }
    return timing(medians[0], runs: rounds, copy: copy)
  }

  /// Computes all rows once, block by block, and copies as many bytes after some of the blocks.
  ///
  /// - Parameters:
  ///   - result: The array for all rows; nil to let go of each block's after `seen`.
  ///   - seen: Is handed every block and its result.
  package mutating func streamed(
    into result: NDArray?, seen: (Range<Int>, NDArray) throws(ExecutionError) -> Void
  ) throws(ExecutionError) -> RowTiming {
    let blocks = program.blocks
    let type = program.resultType(rows: blocks.first?.count ?? program.rows)
    let scratch = result == nil ? NDArray(uninitialized: type.scalar, shape: type.shape) : nil
    let bytesInBlock = program.byteCount / max(1, blocks.count)
    let limit = StreamLimit(.copy, byteCount: bytesInBlock, threads: parallelism, cache: cache)
    var (total, copies) = (0.0, [[Double]](repeating: [], count: limit.candidates().count))
    let stride = max(1, blocks.count / 16)
    for (index, rows) in blocks.enumerated() {
      guard let target = result?[rows] ?? scratch?[0..<rows.count] else { continue }
      total += try seconds(rows, into: target)
      if index.isMultiple(of: stride) {
        for (copy, candidate) in limit.candidates().enumerated() {
          copies[copy].append(Stopwatch.seconds(of: candidate.run))
        }
      }
      try seen(rows, target)
    }
    let copy = copies.filter { !$0.isEmpty }.map { Statistics($0).median }.min()
    return timing(total, runs: 0, copy: copy.map { Bandwidth(bytes: limit.traffic, seconds: $0) })
  }

  private var cache: KernelCache? { engine == .interpreter ? nil : try? KernelCache.standard.get() }

  private mutating func seconds(_ rows: Range<Int>, into target: NDArray) throws(ExecutionError) -> Double {
    // Compiling and converting are no part of running.
    _ = try executable(rows: rows.count)
    let input = program.input(rows)
    let start = ContinuousClock.now
    try run(input, into: target)
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func timing(_ seconds: Double, runs: Int, copy: Bandwidth?) -> RowTiming {
    RowTiming(
      seconds: seconds, runs: runs, bandwidth: Bandwidth(bytes: program.byteCount, seconds: seconds),
      copy: copy)
  }
}
