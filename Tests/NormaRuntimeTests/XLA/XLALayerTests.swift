import NormaArrays
import NormaLayers
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

/// The layers of the catalogue, run by XLA, against float64 from the same inputs.
@Suite(.needsXLA) struct XLALayerTests {
  /// A row's error, as a part of 1 + its largest output: two sums of `width` elements in any order, each within width
  /// roundings of f32 of the mean size of what is summed, at most 1 here; eight roundings for the rest; one of the result.
  private static func bound(_ scalar: ScalarType, width: Int) -> Double {
    2 * Double(width + 8) * min(scalar.roundoff, 0x1p-24) + scalar.roundoff + scalar.underflow
  }

  @Test(
    arguments: LayerFamily.catalogue.map(\.name).flatMap { name in
      [ScalarType.f64, .f32, .f16, .bf16].map { (name, $0) }
    }, [1, 3, 64, 1151])
  func `a layer on XLA agrees with float64`(subject: (name: String, scalar: ScalarType), width: Int) throws {
    let family = try #require(LayerFamily.named(subject.name))
    let layer = family.untrained(normalizedShape: [width])
    let module = try layer.program(for: TensorType(subject.scalar, [5, width]))
    let numbers = (0..<5 * width).map { Double(($0 &* 2_654_435_761) % 1000) / 250 - 2 }
    let x = NDArray(numbers, shape: [5, width]).converted(to: subject.scalar)
    let arguments = [x] + layer.parameters.compactMap(\.parameter.array)
    let found = TensorValue(try Executable(module, engine: .xla)(arguments)[0].converted(to: .f64)).doubles
    let wide = arguments.map { $0.converted(to: .f64) }
    let meant = try Interpreter(promotedToDouble(module)).run("main", wide)[0].elements(as: Double.self)
    let scale = 1 + (meant.map(abs).max() ?? 0)
    let worst = zip(found, meant).map { abs($0 - $1) }.max { $0 < $1 || $1.isNaN } ?? 0
    #expect(worst <= Self.bound(subject.scalar, width: width) * scale)
  }
}
