internal import ArgumentParser
internal import NormaArrays
internal import NormaRewriting
internal import StableHLO

/// `norma export`: a layer or a program as text for other compilers.
struct Export: ParsableCommand {
  /// The languages that programs are handed on in.
  enum Format: String, CaseIterable {
    case stablehlo
  }

  static let configuration = CommandConfiguration(
    abstract: "Print a layer or a program, or its gradient, as a program for other compilers.",
    usage: """
      norma export LAYER --shape 2048x1024 [--dtype bf16] [--gradient] [--output FILE]
      norma export FILE.mlir [--gradient] [--rewritten] [--output FILE]
      """,
    discussion: """
      JAX and every other user of StableHLO read the text. The program of a layer takes the input, then the \
      layer's parameters. \(ProgramSource.gradientHelp)
      """)

  @OptionGroup var source: ProgramSource

  @Option(help: "The language to print.")
  var format = Choice<Format>(.stablehlo)

  @Flag(help: "Print the program after the rewrites.")
  var rewritten = false

  @Option(help: ArgumentHelp("A file to write, complete or not at all.", valueName: "file"))
  var output: String?

  func run() throws {
    guard rewritten || source.rewrites.without.isEmpty else {
      throw Failure.usage("--without leaves out a pass of the rewrites: add --rewritten")
    }
    guard rewritten || source.rewrites.with.isEmpty else {
      throw Failure.usage("--with adds a pass to the rewrites: add --rewritten")
    }
    let pipeline = try source.rewrites.pipeline()
    var module = try source.program().module
    if rewritten { module = try pipeline(module).module }
    let text: String =
      switch format.value {
      case .stablehlo: module.text
      }
    guard let output else { return StandardOutput.write(text) }
    Interruption.watch()
    try TextOutput.write(text, to: output)
  }
}
