internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers
internal import NormaTracing
internal import NormaTransforms
internal import StableHLO

/// The program that `explain` and `export` are about: a layer's for one input, or that of a file, or the gradient of
/// either.
struct ProgramSource: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A layer, or a program: FILE.mlir, or - for standard input.", valueName: "subject"))
  var subject: String

  @Option(help: ArgumentHelp("The shape of the layer's input, for example 2048x1024.", valueName: "extents"))
  var shape: Extents?

  @Option(help: ArgumentHelp("The element type of the layer's input and parameters.", valueName: "type"))
  var dtype: Choice<LayerType>?

  @OptionGroup var choices: LayerChoices

  @Flag(help: "Take the program's gradient.")
  var gradient = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Then apply it to a batch: its extent, and for each argument the axis it has there, or - for none.",
      valueName: "batch"))
  var vmap: [BatchChoice] = []

  @OptionGroup var rewrites: RewriteChoices

  /// What `--gradient` means, for the help of a command.
  static let gradientHelp = """
    With --gradient, a program whose result is one floating-point number becomes its gradient in every \
    floating-point argument; any other takes one argument more for each floating-point result, its cotangent, and \
    gives that of each floating-point argument. Of a model it is the gradient of its mean square.
    """

  /// The program, and a line that says what it is.
  func program() throws -> (title: String, module: Module) {
    switch try Subject(subject) {
    case .layer(let family):
      return (prefix + title(family), try batched(program(of: family), named: family.name))
    case .program(let path):
      try checkProgram(path)
      let module = try TextFile.module(at: path)
      let program = gradient ? try Self.gradient(of: module, at: path) : module
      return (prefix + path, try batched(program, named: path))
    }
  }

  /// The program applied to the batches of `--vmap`, the first one innermost.
  private func batched(_ module: Module, named name: String) throws(Failure) -> Module {
    guard vmap.isEmpty || module.function(named: "main") != nil else {
      throw Failure(module.withoutMain(at: name))
    }
    var result = module
    do throws(TransformError) {
      for batch in vmap { result = try batch(result) }
      return result
    } catch {
      throw Failure(error, in: name)
    }
  }

  // MARK: - Layers

  private var prefix: String {
    vmap.reversed().map { "batch of \($0.size) of " }.joined() + (gradient ? "gradient of " : "")
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
      throw Failure.usage(
        "a layer becomes a program for an input: add --shape, for example --shape 2048x1024")
    }
    let row = try choices.row(of: shape, for: family, named: "the input")
    let layer = family.untrained(choices.options(row: row), scalar)
    let input = TensorType(scalar, shape)
    return gradient ? try family.gradientProgram(of: layer, for: input) : try layer.program(for: input)
  }

  // MARK: - Files

  private func checkProgram(_ path: String) throws(Failure) {
    let refused = choices.given + [("--shape", shape != nil), ("--dtype", dtype != nil)].filter(\.1).map(\.0)
    guard refused.isEmpty else {
      throw .usage("\(refused.joined(separator: ", ")): for layers, and \(path) is a program")
    }
  }

  private static func gradient(of module: Module, at path: String) throws(Failure) -> Module {
    guard let main = module.function(named: "main") else { throw Failure(module.withoutMain(at: path)) }
    let results = main.resultTypes
    do throws(TransformError) {
      let isLoss = results.count == 1 && results[0].rank == 0 && results[0].scalar.isFloatingPoint
      return isLoss ? try module.gradient() : try module.vjp()
    } catch {
      throw Failure(error, in: path)
    }
  }
}

extension Failure {
  /// The message for a program that has no derivative or no batch, at its place in a file.
  fileprivate init(_ error: TransformError, in path: String) {
    self.init(error.position == nil ? "\(path): \(error)" : "\(path):\(error)")
  }
}

extension Module {
  /// The message for a program that cannot be started.
  func withoutMain(at path: String) -> String {
    let names = functions.map { "@\($0.name)" }.joined(separator: ", ")
    return "\(path): a program starts in @main, and this one has only \(names)"
  }
}
