import Foundation
import NormaArrays
import StableHLO

/// A gradient program of the residual MLP in `Programs/`, as JAX prints it, and inputs for it.
struct GradientProgram {
  let module: Module
  let inputs: [NDArray]

  /// The program in a file of `Programs/`, without `.mlir`; `offset` is added to each element of x.
  init(_ name: String, offset: Float = 0) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs/\(name).mlir")
    module = try Module(parsing: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    var seed = Seed(state: 7)
    let types = module.functions[0].parameterTypes
    inputs = types.enumerated().map { index, type in
      let shift = index == types.count - 1 ? offset : 0
      let elements = (0..<type.elementCount).map { _ in Float.random(in: -1...1, using: &seed) + shift }
      return NDArray(elements, shape: type.shape)
    }
  }

  /// What a module gives for the inputs, in the program's own type.
  func results(of module: Module) throws -> [[Double]] {
    try Interpreter(module).run("main", inputs).map { $0.converted(to: .f64).elements(as: Double.self) }
  }

  /// What a module in float64 gives for the inputs.
  func resultsInDouble(of module: Module) throws -> [[Double]] {
    try Interpreter(module).run("main", inputs.map { $0.converted(to: .f64) })
      .map { $0.elements(as: Double.self) }
  }
}

/// The greatest difference between two gradients of each parameter, relative to its greatest element.
func greatestRelativeError(_ found: [[Double]], _ meant: [[Double]]) -> Double {
  zip(found, meant).map { found, meant in
    let scale = meant.map(abs).max() ?? 0
    return zip(found, meant).map { abs($0 - $1) }.reduce(0) { $1.isNaN ? .infinity : max($0, $1) } / scale
  }.max() ?? .infinity
}
