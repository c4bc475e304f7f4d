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
    let x = NDArray((0..<5 * width).map { Float(($0 &* 2_654_435_761) % 1000) / 250 - 2 }, shape: [5, width])
    let arguments = [x] + layer.parameters.compactMap(\.parameter.array)
    let found = try executable(arguments)[0].elements(as: Float.self)
    let meant = try Interpreter(module).run("main", arguments)[0].elements(as: Float.self)
    for (a, b) in zip(found, meant) { #expect(abs(a - b) <= 4e-6 * max(1, abs(b)), "\(a) \(b)") }
    let plan = try #require(executable.plan)
    #expect(plan.steps.count == 1)
  }
}
