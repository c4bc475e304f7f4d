import NormaArrays
import NormaKernels
import NormaLayers
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

@Suite struct ExecutableTests {
  @Test(arguments: LayerFamily.catalogue.filter(\.mapsRowsApart).map(\.name), [1, 3, 7, 16, 17, 40, 384])
  func `a fused layer agrees with the interpreter`(name: String, width: Int) throws {
    let family = try #require(LayerFamily.named(name))
    let layer = family.untrained(normalizedShape: [width])
    let module = try layer.program(for: TensorType(.f32, [5, width]))
    let executable = try Executable(module)
    let inputs = layer.inputNames.indices.map { seed in
      NDArray(
        (0..<5 * width).map { Float((($0 + 7 * seed) &* 2_654_435_761) % 1000) / 250 - 2 }, shape: [5, width])
    }
    let arguments = inputs + layer.parameters.compactMap(\.parameter.array)
    let (found, meant) = (try executable(arguments), try Interpreter(module).run("main", arguments))
    for (found, meant) in zip(found, meant) {
      // A value between two integers may be rounded to either, where the two differ in its last digits.
      let tolerance = found.scalarType.isInteger ? 1 : 4e-6
      let numbers = [found, meant].map { $0.converted(to: .f64).elements(as: Double.self) }
      for (a, b) in zip(numbers[0], numbers[1]) {
        #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(a) \(b)")
      }
    }
    let plan = try #require(executable.plan)
    #expect(plan.steps.count == 1)
  }
}
