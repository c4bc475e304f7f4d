import NormaArrays
import NormaLayers
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

/// The layers of the catalogue, run by XLA, against float64 from the same inputs.
@Suite(.needsXLA) struct XLALayerTests {
  /// Not those that round to integers, of which a last digit makes another one.
  private static let rowwise = LayerFamily.catalogue.filter { $0.mapsRowsApart && $0.isDifferentiable }.map(
    \.name)
  private static let others = LayerFamily.catalogue.filter { !$0.mapsRowsApart }.map(\.name)

  @Test(arguments: rowwise.flatMap { name in ScalarType.floats.map { (name, $0) } }, [1, 64, 1151])
  func `a row-wise layer on XLA agrees with float64`(
    subject: (name: String, scalar: ScalarType), width: Int
  ) throws {
    let error = try Self.error(of: subject.name, subject.scalar, width: width)
    // A sum before the norm is rounded by itself.
    let roundings = try #require(LayerFamily.named(subject.name)).inputNames.count
    #expect(error <= Double(roundings) * Self.bound(subject.scalar, width: width))
  }

  /// Not those of 16 bits: these layers round to their type between their parts.
  @Test(arguments: others.flatMap { name in [ScalarType.f64, .f32].map { (name, $0) } }, [3, 16])
  func `a layer of products on XLA agrees with float64`(
    subject: (name: String, scalar: ScalarType), width: Int
  ) throws {
    // A block's products and its norm, one after another.
    let steps = 4.0 * 8
    let error = try Self.error(of: subject.name, subject.scalar, width: width)
    #expect(error <= steps * Self.bound(subject.scalar, width: width))
  }

  /// A row's error, as a part of 1 + its largest output: two sums of `width` elements in any order, each within width
  /// roundings of f32 of the mean size of what is summed, at most 1 here; eight roundings for the rest; one of the result.
  private static func bound(_ scalar: ScalarType, width: Int) -> Double {
    2 * Double(width + 8) * min(scalar.roundoff, 0x1p-24) + scalar.roundoff + scalar.underflow
  }

  /// The largest error of a layer's result on XLA, as a part of 1 + the largest output.
  private static func error(of name: String, _ scalar: ScalarType, width: Int) throws -> Double {
    let layer = try #require(LayerFamily.named(name)).untrained(normalizedShape: [width])
    let module = try layer.program(for: TensorType(scalar, [5, width]))
    let inputs = layer.inputNames.indices.map { seed in
      let numbers = (0..<5 * width).map { Double((($0 + 7 * seed) &* 2_654_435_761) % 1000) / 250 - 2 }
      return NDArray(numbers, shape: [5, width]).converted(to: scalar)
    }
    let arguments = inputs + layer.parameters.compactMap(\.parameter.array)
    let results = try Executable(module, engine: .xla)(arguments)
    let wide = try Interpreter(promotedToDouble(module)).run("main", arguments.map { $0.converted(to: .f64) })
    return zip(results, wide).map { result, wide in
      let (found, meant) = (
        result.converted(to: .f64).elements(as: Double.self), wide.elements(as: Double.self)
      )
      let worst = zip(found, meant).map { abs($0 - $1) }.max { $0 < $1 || $1.isNaN } ?? 0
      return worst / (1 + (meant.map(abs).max() ?? 0))
    }.max { $0 < $1 || $1.isNaN } ?? 0
  }
}

extension ScalarType {
  fileprivate static let floats: [ScalarType] = allCases.filter(\.isFloatingPoint)
}
