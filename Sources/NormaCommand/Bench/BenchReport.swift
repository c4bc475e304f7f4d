internal import NormaMeasurement
internal import NormaRuntime

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Everything that a bench found, and where.
struct BenchReport {
  let results: [BenchResult]
  let sweeps: [RowsSweep]
  let settings: BenchRunner.Settings
  let present: [(title: String, version: String)]
  let absent: [(title: String, problem: String)]
  let note: String?
  let date = Date.now.ISO8601Format()

  /// The system's count of processes that wanted to run in the minute before: above 0 others disturbed the bench,
  /// and most of all libraries whose threads wait for each other.
  let loadBefore: Double?

  /// That count now; nil where the system does not tell.
  static var load: Double? {
    var load = 0.0
    return unsafe getloadavg(&load, 1) == 1 ? load : nil
  }

  init(
    loadBefore: Double?, results: [BenchResult], sweeps: [RowsSweep], runner: BenchRunner, note: String?
  ) {
    (self.results, self.sweeps, settings, self.note) = (results, sweeps, runner.settings, note)
    self.loadBefore = loadBefore
    (present, absent) = (runner.present, runner.absent)
  }

  /// True where every result of Norma's is there and right.
  var holds: Bool { results.allSatisfy { $0.norma.map { $0.holds && $0.problem == nil } ?? false } }

  /// What to say where one is not.
  var failure: Failure {
    let wrong = results.filter { $0.norma.map { !$0.holds || $0.problem != nil } ?? true }
    let words = wrong.map { result in
      let line = result.norma
      return "\(result.bench.title): \(line?.problem ?? line?.verdict ?? "not measured")"
    }
    return Failure("Norma's result is not as float64 has it: " + words.joined(separator: "; "), .checkFailed)
  }

  /// The processor, in a line.
  var machine: String {
    let processor = Processor.current
    let model = processor.model.split(separator: ",").first.map(String.init) ?? processor.model
    let features = processor.notableFeatures.joined(separator: " ")
    return "\(model), \(processor.architecture), \(settings.threads.threads) of \(processor.cores) threads, "
      + "last cache \(processor.lastCacheByteCount >> 20) MiB" + (features.isEmpty ? "" : " (\(features))")
      + (loadBefore.map { ", load \(Figure.fixed($0, decimals: 1)) when it began" } ?? "")
  }

  /// How it was measured, a sentence each.
  var method: [String] {
    let caches =
      switch settings.cache {
      case .warm: "caches warm, as the call before left them"
      case .cold: "caches cold: twice the last cache was written before every call"
      }
    let tuned = TunedSchedules.current.kernels.count
    let schedules =
      tuned > 0 ? ["\(tuned) kernels have tuned schedules on this machine; the cost model has others."] : []
    return [
      "Medians over \(settings.rounds) rounds in which all take turns; \(caches). \(BenchRunner.Settings.rule)",
      "GB/s = \(BenchCase.byteFormula), / seconds / 1e9.",
      "call: as users call it, with a result in new memory; into: in memory that was there before.",
      "limit: the faster of two loops, with plain and with streaming stores, that do nothing but read and write as "
        + "many bytes in as many streams; for one in, one out of a type, memcpy and a streaming copy.",
      "to peers: the fastest peer's time as users call it, over this one's; error: in ULP of the row's largest.",
      "Results: \(Judgement.words).",
    ] + schedules
  }

  /// Who took no part, and why; peers with one reason are named together.
  var absences: [String] {
    var titles: [(problem: String, titles: [String])] = []
    for (title, problem) in absent {
      if let place = titles.firstIndex(where: { $0.problem == problem }) {
        titles[place].titles.append(title)
      } else {
        titles.append((problem, [title]))
      }
    }
    return (note.map { [$0] } ?? []) + titles.map { "\($0.titles.joined(separator: ", ")): \($0.problem)." }
  }

  /// What follows the tables on the terminal.
  var closing: String {
    let style = Style.onOutput
    let versions =
      present.isEmpty
      ? [] : ["Peers: " + present.map { "\($0.title) (\($0.version))" }.joined(separator: ", ") + "."]
    return (["On \(machine)."] + method + versions).map { style.faint($0) + "\n" }.joined()
      + absences.map { style.yellow($0) + "\n" }.joined()
  }
}
