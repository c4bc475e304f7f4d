internal import ArgumentParser
internal import NormaArrays
internal import NormaLayers

/// `norma latency`: what a small call costs beside its kernel, and what compiling costs.
struct Latency: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what a small call adds to its kernel, and how long compiling takes.",
    usage: "norma latency [LAYER] [--width 4096] [--dtype bf16] [--json]",
    discussion: """
      The layer is one of `norma bench` that takes a single tensor.
      Exit status: 0, 1 on failure, 64 on wrong usage.
      """)

  @Argument(help: ArgumentHelp("The layer that is called and compiled.", valueName: "layer"))
  var layer = "rmsnorm"

  @Option(help: ArgumentHelp("Elements in the row.", valueName: "count"))
  var width = 4096

  @Option(help: "The element type.")
  var dtype = Choice<LayerType>(.f32)

  @Option(help: ArgumentHelp("How often the kernel and the call take their turns.", valueName: "count"))
  var rounds = 1000

  @Option(help: ArgumentHelp("How often each way to compile is taken.", valueName: "count"))
  var compiles = 9

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    guard width > 0, rounds > 0, compiles > 0 else {
      throw Failure.usage("--width, --rounds and --compiles must be at least 1")
    }
    let family = LayerFamily.named(layer).flatMap { $0.mapsRowsApart ? $0 : nil }
    guard
      let layer = family?.untrained(LayerOptions(normalizedShape: [width]), dtype.value.scalar) as? any Layer
    else {
      throw Failure.usage(
        "latency measures layers of one tensor whose rows do not depend on each other; not \(self.layer)")
    }
    let report =
      switch dtype.value {
      case .f64: try report(layer, of: Double.self)
      case .f32: try report(layer, of: Float.self)
      case .f16: try report(layer, of: Float16.self)
      case .bf16: try report(layer, of: BFloat16.self)
      }
    StandardOutput.write(json ? try JSONReport.text(report) : report.text)
  }

  private func report<Element: TensorScalar>(
    _ layer: any Layer, of element: Element.Type
  ) throws -> LatencyReport {
    LatencyReport(
      layer: self.layer, width: width, dtype: dtype.value.rawValue,
      call: try CallCost(layer, width: width, of: element, rounds: rounds),
      start: try ColdStart(layer, width: width, of: element, rounds: compiles))
  }
}
