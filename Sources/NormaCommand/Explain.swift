internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaTracing
internal import StableHLO

/// `norma explain`: what becomes of a layer or a program, stage by stage.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every stage that a layer or a program goes through.",
    usage: """
      norma explain LAYER --shape 2048x1024 [--dtype bf16] [--stage NAME]
      norma explain FILE.mlir [--stage NAME]
      """,
    discussion: """
      Stages: \(Explanation.Stage.allCases.map(\.rawValue).joined(separator: ", ")). \
      With --stage only that stage's text is printed; that of traced and rewritten is a program.
      """)

  @Argument(
    help: ArgumentHelp("A layer, or a program: FILE.mlir, or - for standard input.", valueName: "subject"))
  var subject: String

  @Option(help: ArgumentHelp("The shape of the layer's input, for example 2048x1024.", valueName: "extents"))
  var shape: Extents?

  @Option(help: ArgumentHelp("The element type of the layer's input and parameters.", valueName: "type"))
  var dtype: Choice<LayerType>?

  @OptionGroup var choices: LayerChoices

  @Option(help: "Print only this stage, without ornament.")
  var stage: Explanation.Stage?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let explanation: Explanation
    switch try Subject(subject) {
    case .layer(let family): explanation = try Explanation(of: program(of: family), named: title(family))
    case .program(let path):
      try checkProgram(path)
      explanation = try Explanation(of: TextFile.module(at: path), named: path)
    }
    if json {
      StandardOutput.write(try JSONReport.text(explanation.values(of: stage)))
    } else {
      StandardOutput.write(stage.map(explanation.raw) ?? explanation.text)
    }
  }

  private var scalar: ScalarType { dtype?.value.scalar ?? .f32 }

  private func title(_ family: LayerFamily) -> String {
    let names = family.loss == nil ? family.parameterNames : []
    let words = choices.words(for: family, parameters: names)
    return "\(family.name)  \(scalar)\(shape?.shape ?? [])" + (words.isEmpty ? "" : "  \(words)")
  }

  private func program(of family: LayerFamily) throws -> Module {
    try choices.check(for: family)
    guard let shape = shape?.shape else {
      throw Failure.usage("a layer is explained for an input: add --shape, for example --shape 2048x1024")
    }
    let row = try choices.row(of: shape, for: family, named: "the input")
    let layer = family.untrained(choices.options(row: row), scalar)
    return try layer.program(for: TensorType(scalar, shape))
  }

  private func checkProgram(_ path: String) throws(Failure) {
    let refused = choices.given + [("--shape", shape != nil), ("--dtype", dtype != nil)].filter(\.1).map(\.0)
    guard refused.isEmpty else {
      throw .usage("\(refused.joined(separator: ", ")): for layers, and \(path) is a program")
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
}
