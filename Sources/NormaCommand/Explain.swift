internal import ArgumentParser
internal import NormaArrays

/// `norma explain`: what becomes of a layer or a program, stage by stage.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every stage that a layer or a program goes through.",
    usage: """
      norma explain LAYER --shape 2048x1024 [--dtype bf16] [--gradient] [--stage NAME]
      norma explain FILE.mlir [--gradient] [--without PASS ...] [--stage NAME]
      """,
    discussion: """
      Stages: \(Explanation.Stage.allCases.map(\.rawValue).joined(separator: ", ")). \
      With --stage only that stage's text is printed; that of traced and rewritten is a program. \
      \(ProgramSource.gradientHelp)
      """)

  @OptionGroup var source: ProgramSource

  @Option(help: "Print only this stage, without ornament.")
  var stage: Explanation.Stage?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let pipeline = try source.rewrites.pipeline()
    let (title, module) = try source.program()
    let explanation = try Explanation(of: module, named: title, rewrittenBy: pipeline)
    if json {
      StandardOutput.write(try JSONReport.text(explanation.values(of: stage)))
    } else {
      StandardOutput.write(stage.map(explanation.raw) ?? explanation.text)
    }
  }
}

/// A shape on the command line: `2048x1024`.
struct Extents: ExpressibleByArgument {
  /// The shape.
  let shape: Shape

  init?(argument: String) {
    let words = argument.split(separator: "x", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    // Programs count bytes of float64 too, so a shape must leave room for them.
    guard let shape = Shape(checking: numbers, elementBytes: 8) else { return nil }
    self.shape = shape
  }

  /// The shape as it was written.
  var extents: String { shape.dimensions.map(String.init).joined(separator: "x") }
}
