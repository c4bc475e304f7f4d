internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaRuntime

/// `norma run`: a layer or a program on the user's arrays.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a layer or a program on arrays.",
    usage: """
      norma run LAYER --input x.npy [--weight w.npy] [--bias b.npy] [--output y.npy]
      norma run FILE.mlir [--input a.npy ...] [--output y.npy ...]
      """,
    discussion: """
      Layers: \(LayerFamily.catalogue.filter { $0.mapsRowsApart && $0.isLayer }.map(\.name).joined(separator: ", ")). \
      An array is x.npy or model.safetensors:tensor.name.
      Exit status: 0, 1 on failure, 2 where a check does not hold, 64 on wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("A layer, or a program: FILE.mlir, or - for standard input.", valueName: "subject"))
  var subject: String

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("An array to read; a program takes one for each argument.", valueName: "array"))
  var input: [String] = []

  @Option(help: ArgumentHelp("The layer's weight; without it, none is applied.", valueName: "array"))
  var weight: String?

  @Option(help: ArgumentHelp("The layer's bias; without it, none is applied.", valueName: "array"))
  var bias: String?

  @OptionGroup var choices: LayerChoices

  @Option(help: ArgumentHelp("Convert the layer's input to this type first.", valueName: "type"))
  var dtype: Choice<LayerType>?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A file to write; a program gives one for each result.", valueName: "array"))
  var output: [String] = []

  @Option(help: "What runs it: compiled kernels, the reference, XLA.")
  var engine = Choice<Engine>(.cpu)

  @Option(help: ArgumentHelp("Threads to use at most.", valueName: "count"))
  var threads: Int?

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp(
      "Run a program this many times, after one that does not count; tell the median.", valueName: "count"))
  var repetitions: Int?

  @OptionGroup var rewrites: RewriteChoices

  @Flag(help: "Compare a layer's result with float64, in units in the last place.")
  var verify = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    if let threads, threads < 1 { throw Failure.usage("--threads must be at least 1, and is \(threads)") }
    for (name, isGiven) in rewrites.given where isGiven && engine.value != .cpu {
      throw Failure.usage("\(name) chooses among the rewrites of --engine cpu; the other engines apply none")
    }
    guard threads == nil || engine.value != .xla else {
      throw Failure.usage("--threads: XLA runs on the threads of its plugin, which sets their number")
    }
    if let repetitions, repetitions < 1 {
      throw Failure.usage("--repeat must be at least 1, and is \(repetitions)")
    }
    try Destination.check(output)
    Interruption.watch()
    switch try Subject(subject) {
    case .layer(let family): try LayerRun(family, self).run()
    case .program(let path): try ProgramRun(path, self).run()
    }
  }
}
