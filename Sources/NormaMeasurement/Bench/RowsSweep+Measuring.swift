internal import NormaArrays
internal import NormaRuntime
internal import StableHLO

extension RowsSweep {
  /// A batch of calls lasts about so many seconds, so that the clock's own time does not count.
  private static let batchSeconds = 1e-3
  /// Calls that do not count last at least so long before each batch, at least one: other numbers of rows were at work, and a
  /// last cache takes to other data slowly. RMSNorm of 2048 x 1024 f32 takes 237 us after one call, 101 after 20 ms of them.
  private static let wakingTime = Duration.milliseconds(20)
  /// All batches of one number of rows may last so many seconds, but there are at least `fewestRounds`.
  private static let budget = 2.0
  private static let fewestRounds = 5

  /// One number of rows, ready to be run.
  private struct Runner {
    let rows: Int, byteCount: Int
    let executable: Executable
    let arguments: [NDArray], results: [NDArray]
    var calls = 1, rounds = 1
    var seconds: [Double] = []

    /// The seconds of one call, of a batch that follows calls that do not count.
    func time() throws(ExecutionError) -> Double {
      let waking = ContinuousClock.now
      repeat {
        try executable.run(arguments, into: results)
      } while ContinuousClock.now - waking < RowsSweep.wakingTime
      let start = ContinuousClock.now
      for _ in 0..<calls { try executable.run(arguments, into: results) }
      return (ContinuousClock.now - start) / .seconds(1) / Double(calls)
    }
  }

  /// Times a layer that maps rows apart over 1, 2, 4, ... rows, to as many as the case has, in memory that was there
  /// before. All numbers of rows take turns, as implementations in a bench do.
  ///
  /// - Parameter progress: Is told what is being done.
  /// - Throws: `ContenderError` where the layer cannot be run.
  package init(
    measuring bench: BenchCase, settings: BenchRunner.Settings, progress: (String) -> Void = { _ in }
  ) throws(ContenderError) {
    progress("inputs")
    let arguments = bench.arguments()
    let results = bench.resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    for result in results { Poison.fill(result) }
    let threads = settings.threads.threads
    do {
      var runners: [Runner] = []
      for rows in Self.counts(to: bench.input.shape[0]) {
        progress("preparing \(rows) rows")
        runners.append(
          try Self.runner(bench, rows: rows, arguments, results, threads: threads, rounds: settings.rounds))
      }
      let most = runners.map(\.rounds).max() ?? 0
      for round in 0..<most {
        progress("round \(round + 1) of \(most)")
        for place in runners.indices where round < runners[place].rounds {
          runners[place].seconds.append(try runners[place].time())
        }
      }
      let points = runners.map {
        Point(rows: $0.rows, byteCount: $0.byteCount, seconds: Statistics($0.seconds))
      }
      self.init(bench: bench, points: points, levels: Level.all(threads: threads))
    } catch {
      throw ContenderError("\(error)")
    }
  }

  /// 1, 2, 4, ... up to a number, and that number.
  static func counts(to last: Int) -> [Int] {
    var counts = [1]
    while let count = counts.last, count * 2 <= last { counts.append(count * 2) }
    return counts.last == last ? counts : counts + [last]
  }

  private static func runner(
    _ bench: BenchCase, rows: Int, _ arguments: [NDArray], _ results: [NDArray], threads: Int, rounds: Int
  ) throws -> Runner {
    let shape = Shape([rows] + bench.input.shape.dimensions.dropFirst())
    func first(_ array: NDArray, _ type: TensorType) -> NDArray {
      BenchReference.hasRows(type, bench.input) ? array[0..<rows] : array
    }
    let program = try BenchCase(
      layer: bench.layer, input: bench.input.with(shape: shape), direction: bench.direction,
      epsilon: bench.epsilon, program: bench.program)
    var runner = Runner(
      rows: rows, byteCount: program.byteCount,
      executable: try Executable(program.module, threads: threads),
      arguments: zip(arguments, bench.argumentTypes).map(first),
      results: zip(results, bench.resultTypes).map(first))
    let probe = try runner.time()
    runner.calls = min(max(Int(batchSeconds / max(probe, 1e-9)), 1), 10_000)
    let batch = max(probe, 1e-9) * Double(runner.calls + 1)
    runner.rounds = min(max(rounds, fewestRounds), max(Int(budget / batch), fewestRounds))
    return runner
  }
}
