internal import NormaKernels
internal import NormaMeasurement
internal import NormaRuntime

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a tuning found.
struct TuneReport {
  let subject: String
  let mode: TuningMode
  let threads: Int
  /// The file that keeps it.
  let file: String
  let date = Self.now
  var results: [TuningResult] = []

  /// Now, as the files have it.
  static var now: String { Date.now.ISO8601Format() }

  /// The seconds of all kernels under the cost model's schedules, and under those that were found.
  private var totals: (heuristic: Double, tuned: Double) {
    results.reduce((0, 0)) { sum, result in
      let tuned = result.tuned?.seconds ?? 0
      return (sum.0 + tuned * (result.tuned?.speedup ?? 1), sum.1 + tuned)
    }
  }

  /// How many times as fast as under the cost model's schedules all kernels are together.
  var speedup: Double { totals.tuned > 0 ? totals.heuristic / totals.tuned : 1 }

  /// What follows the tables on the terminal.
  var closing: String {
    let lines = results.map { result in
      let share = result.tuned?.ofLimit.map { ", \(Figure.fixed($0, decimals: 2)) of the limit" } ?? ""
      return
        "\(result.step.kernel.name): \(Figure.fixed(result.tuned?.speedup ?? 1, decimals: 2)) times as fast "
        + "as the cost model's schedule after \(result.rounds) rounds\(share)"
    }
    let total =
      results.count > 1 ? ["together: \(Figure.fixed(speedup, decimals: 2)) times as fast"] : []
    let style = Style.onOutput
    return "\n" + (lines + total).map { style.bold($0) + "\n" }.joined()
      + style.faint("Medians, \(threads) threads, all in turns. Kept in \(file)") + "\n"
  }

  /// What to say where a schedule does not compile, or gives other bits.
  var failure: Failure? {
    let words = results.flatMap { result in
      result.failures.map { "\(result.step.kernel.name), \($0.schedule.summary): \($0.problem)" }
    }
    guard !words.isEmpty else { return nil }
    return Failure("no schedule may fail or change a bit: " + words.joined(separator: "; "), .checkFailed)
  }
}
