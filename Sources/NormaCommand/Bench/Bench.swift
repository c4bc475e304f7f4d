internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

/// `norma bench`: layers beside a copy and beside other libraries.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure layers beside a copy of as many bytes, and beside other libraries.",
    usage: """
      norma bench [LAYER ...] [--shape 4096x1024 ...] [--dtype bf16 ...] [--direction backward ...]
      norma bench --cases Bench/cases.json
      """,
    discussion: """
      Layers: \(LayerFamily.catalogue.filter(\.mapsRowsApart).map(\.name).joined(separator: ", ")). \
      Every layer is measured in every shape, type and direction given; all implementations take turns, round by \
      round. Without a layer, a shape or a type: \(standardLayers.joined(separator: ", ")) in \
      \(standardShapes.joined(separator: ", ")), f32, forward. `make peers` installs the other libraries.
      With --rows-up-to, Norma alone is timed over 1, 2, 4, ... rows: is the cost linear in them?
      \(BenchRunner.Settings.rule)
      Exit status: 0, 1 on failure, 2 where a result of Norma's is wrong, 64 on wrong usage.
      """)

  static let standardLayers = ["layernorm", "rmsnorm"]
  static let standardShapes = ["1024x1024", "4096x1024", "4096x256", "8192x64"]

  @Argument(help: ArgumentHelp("Layers to measure.", valueName: "layer"))
  var layers: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("A shape of the input.", valueName: "extents"))
  var shape: [Extents] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A shape whose rows are reached from 1 by doubling.", valueName: "extents"))
  var rowsUpTo: [Extents] = []

  @Option(help: ArgumentHelp("A list of all that is measured, in place of the above.", valueName: "file"))
  var cases: String?

  @Option(parsing: .singleValue, help: ArgumentHelp("An element type.", valueName: "type"))
  var dtype: [Choice<LayerType>] = []

  @Option(parsing: .singleValue, help: "A direction.")
  var direction: [Choice<Direction>] = []

  @Option(help: ArgumentHelp("Threads that each implementation may use.", valueName: "count"))
  var threads: Int?

  @Option(help: ArgumentHelp("How often each has its turn.", valueName: "count"))
  var rounds = 15

  @Option(help: ArgumentHelp("Other libraries: all, none, or names with commas between.", valueName: "names"))
  var peers = "all"

  @Option(help: "What the caches hold when a call begins.")
  var cache = Choice<CacheState>(.warm)

  @Option(help: ArgumentHelp("How long a library may take for an answer.", valueName: "seconds"))
  var patience = 180.0

  @Option(help: ArgumentHelp("Write everything measured as JSON.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write a line for each implementation and case.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Write a page with pictures and tables.", valueName: "file"))
  var html: String?

  @Option(help: ArgumentHelp("Write the pictures.", valueName: "folder"))
  var svg: String?

  func run() throws {
    try checkNumbers()
    try BenchFiles(self).check()
    let cases = try BenchCases(self)
    let (peers, note) = try BenchPeers.chosen(by: self.peers)
    Interruption.watch()
    let load = BenchReport.load
    let progress = BenchProgress(cases: cases.single.count + cases.sweeps.count)
    let runner = try BenchRunner(peers: peers, settings: settings) { progress.show($0) }
    let results = try cases.single.map { bench in
      try measured(bench, progress, runner.run) { BenchTable($0).text }
    }
    let sweeps = try cases.sweeps.map { bench in
      try measured(bench, progress, runner.sweep) { SweepTable($0).text }
    }
    let report = BenchReport(loadBefore: load, results: results, sweeps: sweeps, runner: runner, note: note)
    StandardOutput.write(report.closing)
    try BenchFiles(self).write(report)
    guard report.holds else { throw report.failure }
  }

  /// Measures one case, and prints what was found as soon as it is.
  private func measured<Result>(
    _ bench: BenchCase, _ progress: BenchProgress,
    _ run: (BenchCase, (String) -> Void) throws -> Result, _ text: (Result) -> String
  ) throws -> Result {
    progress.begin(bench)
    let result = try run(bench) { progress.show($0) }
    progress.clear()
    StandardOutput.write(text(result) + "\n")
    try StandardOutput.finish()
    return result
  }

  private var settings: BenchRunner.Settings {
    BenchRunner.Settings(
      rounds: rounds, threads: threads.map { RowParallelism(threads: $0) } ?? .standard,
      cache: cache.value, patience: .milliseconds(Int64(patience * 1000)))
  }

  private func checkNumbers() throws(Failure) {
    if let threads, threads < 1 { throw .usage("--threads must be at least 1, and is \(threads)") }
    if rounds < 1 { throw .usage("--rounds must be at least 1, and is \(rounds)") }
    guard patience > 0, patience < 1e6 else {
      throw .usage("--patience must be more than 0 and less than 1000000 seconds, and is \(patience)")
    }
  }
}
