internal import NormaArrays
internal import NormaKernels
internal import NormaRuntime
internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One kernel of a plan, by itself, on arrays of its own, under any schedule.
struct KernelTrial {
  private let step: KernelStep
  private let plan: Plan
  private let cache: KernelCache
  private let threads: Int
  private let arguments: [NDArray]
  /// What the first schedule that was checked computed.
  private let expected: [NDArray]
  private let results: [NDArray]

  /// Arrays for a step, and its results under the schedule that all others must agree with.
  init(
    _ step: KernelStep, of plan: Plan, cache: KernelCache, threads: RowParallelism
  ) throws(ContenderError) {
    (self.step, self.plan, self.cache, self.threads) = (step, plan, cache, threads.threads)
    let first = try Self.executable(
      step, plan, .heuristic(for: step.kernel), cache, threads: threads.threads)
    arguments = first.argumentTypes.enumerated().map { index, type in
      NDArray(noise: type, offset: 0.5, scale: 1.7, seed: UInt64(index + 1))
    }
    expected = first.resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    results = first.resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    try Self.run(first, arguments, into: expected)
  }

  /// The kernel compiled under a schedule.
  func executable(_ schedule: Schedule) throws(ContenderError) -> Executable {
    try Self.executable(step, plan, schedule, cache, threads: threads)
  }

  /// Runs it once.
  func run(_ executable: Executable) throws(ContenderError) {
    try Self.run(executable, arguments, into: results)
  }

  /// Requires that every bit of the results is as expected.
  func check(_ executable: Executable) throws(ContenderError) {
    for result in results { Poison.fill(result) }
    try run(executable)
    for (index, (result, expected)) in zip(results, expected).enumerated() where !result.isSame(as: expected)
    {
      throw ContenderError("WRONG: result \(index) has other bits than the cost model's schedule gives")
    }
  }

  private static func executable(
    _ step: KernelStep, _ plan: Plan, _ schedule: Schedule, _ cache: KernelCache, threads: Int
  ) throws(ContenderError) -> Executable {
    do throws(ExecutionError) {
      return try Executable(alone: step, of: plan, schedule: schedule, cache: cache, threads: threads)
    } catch {
      throw ContenderError("\(error)")
    }
  }

  private static func run(
    _ executable: Executable, _ arguments: [NDArray], into results: [NDArray]
  ) throws(ContenderError) {
    do throws(ExecutionError) { try executable.run(arguments, into: results) } catch {
      throw ContenderError("\(error)")
    }
  }
}

extension NDArray {
  /// True where every byte is the same.
  fileprivate func isSame(as other: NDArray) -> Bool {
    unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        guard let start = mine.baseAddress, let otherStart = theirs.baseAddress else { return true }
        return unsafe mine.count == theirs.count && memcmp(start, otherStart, mine.count) == 0
      }
    }
  }
}
