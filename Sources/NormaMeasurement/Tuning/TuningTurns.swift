internal import NormaArrays
internal import NormaKernels
internal import NormaRuntime

/// Turns of candidates and of the limit, round by round.
///
/// A class because the limit's times gather in it.
final class TuningTurns {
  /// A turn lasts about so many seconds.
  private static let turnSeconds = 2e-3
  private static let mostCalls = 20

  private let trial: KernelTrial
  private let timer: CallTimer
  private let limits: [(name: String, run: () -> Void)]
  private let calls: Int
  private var limitSeconds: [[Double]]

  /// - Parameter first: a candidate whose time tells how many calls a turn has.
  init(
    _ trial: KernelTrial, first: Executable, limit: [(name: String, run: () -> Void)]
  ) throws(ContenderError) {
    let timer = CallTimer(flush: CacheFlush(threads: RowParallelism(threads: 1)))
    (self.trial, self.timer, limits) = (trial, timer, limit)
    limitSeconds = limit.map { _ in [] }
    let least = try Self.seconds(of: first, trial, timer, calls: 3).min() ?? 1
    calls = min(max(Int(Self.turnSeconds / max(least, 1e-9)), 1), Self.mostCalls)
  }

  /// Times each candidate once, and the limit; rounds begin with another one in turn.
  ///
  /// - Returns: the median of the calls of each turn.
  func round(
    _ candidates: [(place: Int, executable: Executable)], number: Int
  ) throws(ContenderError) -> [Int: Double] {
    for (index, limit) in limits.enumerated() {
      limitSeconds[index].append(Statistics(timer.seconds(calls: calls, from: .warm, limit.run)).median)
    }
    var seconds: [Int: Double] = [:]
    for turn in candidates.indices {
      let candidate = candidates[(number + turn) % candidates.count]
      let times = try Self.seconds(of: candidate.executable, trial, timer, calls: calls)
      seconds[candidate.place] = Statistics(times).median
    }
    return seconds
  }

  /// The faster limit by its median, round by round.
  var limit: (title: String, seconds: [Double])? {
    zip(limits, limitSeconds).filter { !$1.isEmpty }
      .map { (title: $0.name, seconds: $1) }
      .min { Statistics($0.seconds).median < Statistics($1.seconds).median }
  }

  private static func seconds(
    of executable: Executable, _ trial: KernelTrial, _ timer: CallTimer, calls: Int
  ) throws(ContenderError) -> [Double] {
    var failure: ContenderError?
    let seconds = timer.seconds(calls: calls, from: .warm) {
      do throws(ContenderError) { try trial.run(executable) } catch { failure = error }
    }
    if let failure { throw failure }
    return seconds
  }
}
