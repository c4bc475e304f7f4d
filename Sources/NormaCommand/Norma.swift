internal import ArgumentParser

/// The `norma` command.
struct Norma: ParsableCommand {
  /// The name and the version.
  static let version = "norma 0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "norma",
    abstract: "A normalization compiler: layers written as math become one fused kernel.",
    discussion: """
      An array is a .npy file, or model.safetensors:tensor.name.
      A program is a StableHLO text: a file that ends in .mlir, or - for standard input.
      """,
    version: version,
    subcommands: [Run.self, Explain.self, Export.self, Tune.self, Bench.self, Latency.self, Doctor.self])

  /// Parses the arguments, runs what they name, and leaves with its status.
  static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      try StandardOutput.finish()
    } catch {
      Failure(error).leave()
    }
    exit(withError: nil)
  }
}
