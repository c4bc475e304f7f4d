internal import ArgumentParser
internal import NormaKernels
internal import NormaMeasurement
internal import NormaRuntime
internal import StableHLO

/// `norma tune`: the fastest schedule of each kernel of a layer.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the fastest schedule of each kernel of a layer, by measuring, and keep it.",
    usage: """
      norma tune LAYER --shape 2048x1024 [--dtype bf16] [--direction backward] [--mode max-autotune]
      norma tune FILE.mlir [--direction backward] [--mode max-autotune]
      """,
    discussion: """
      A schedule says how a kernel runs, and never changes a bit of a result: every candidate's results are compared \
      with those of the cost model's schedule. Candidates take turns, round by round, beside a loop that only \
      moves as many bytes; one leaves when it is slower with 99 % certainty. With --mode default those that differ \
      in one choice from the cost model's take part, with max-autotune all. The winner is kept for this machine, kernel by kernel, and used \
      from then on; NORMA_TUNED names the folder, or is none.
      Exit status: 0, 1 on failure, 2 where a schedule gives other bits, 64 on wrong usage.
      """)

  @OptionGroup var source: ProgramSource

  @Option(help: "A direction; backward is the gradient.")
  var direction = Choice<Direction>(.forward)

  @Option(help: "How hard to look.")
  var mode = Choice<TuningMode>(.standard)

  @Option(help: ArgumentHelp("Threads that the kernels are run on.", valueName: "count"))
  var threads: Int?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    if let threads, threads < 1 { throw Failure.usage("--threads must be at least 1, and is \(threads)") }
    var source = source
    source.gradient = source.gradient || direction.value == .backward
    let (title, module) = try source.program()
    let plan = try Plan.standard(for: module, pipeline: source.rewrites.pipeline())
    let parallelism = threads.map { RowParallelism(threads: $0) } ?? .standard
    let (cache, file) = try Self.places()
    let tuner = Tuner(mode: mode.value, threads: parallelism, cache: cache, file: file)
    var report = TuneReport(subject: title, mode: mode.value, threads: parallelism.threads, file: file.path)
    Interruption.watch()
    try tune(plan, by: tuner, into: &report)
    StandardOutput.write(json ? try JSONReport.text(report.values) : report.closing)
    if let failure = report.failure { throw failure }
  }

  /// Where kernels are compiled, and what is found is kept.
  private static func places() throws(Failure) -> (KernelCache, TunedFile) {
    do throws(HostError) {
      let file = try TunedFile()
      try file.prepare()
      return (try KernelCache.standard.get(), file)
    } catch {
      throw Failure("\(error)")
    }
  }

  private func tune(_ plan: Plan, by tuner: Tuner, into report: inout TuneReport) throws {
    let kernels = Tuner.kernels(of: plan)
    guard !kernels.isEmpty else { throw Failure("\(report.subject): there is no kernel to tune") }
    if !json { StandardOutput.write(Style.onOutput.bold(report.subject) + "\n") }
    for kernel in kernels {
      let progress = TuneProgress(printsLines: !json)
      let result = try tuner.tune(kernel, of: plan, date: TuneReport.now) { progress.show($0) }
      progress.clear()
      report.results.append(result)
      if !json { StandardOutput.write("\n" + TuneTable(result).text) }
      try StandardOutput.finish()
    }
  }
}
