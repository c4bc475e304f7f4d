import NormaArrays
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// Gradients of programs in f16 and bf16, alone and with parameters in f32, against the same in f64.
@Suite struct PrecisionTests {
  static let families = LayerFamily.catalogue.filter(\.isDifferentiable).map(\.name)

  /// Roundings to the input's type on the way to any cotangent: a layer rounds its result, the cotangent it
  /// takes and the one it gives; products add one for each operand, and residual blocks one each for norm,
  /// two products with bias, activation and sum, forward and back.
  private func roundings(_ family: LayerFamily) -> Double {
    switch family.name {
    case "residual-mlp": 8 * 2 * 6
    case "linear", "rmsnorm-linear-silu": 2 * 6
    default: 4
    }
  }

  /// The distance from one to the next value of a type.
  private func unit(_ scalar: ScalarType) -> Double { scalar == .bf16 ? 0x1p-7 : 0x1p-10 }

  @Test(arguments: families, [(ScalarType.bf16, ScalarType.bf16), (.f16, .f16), (.bf16, .f32), (.f16, .f32)])
  func `half gradients are those of float64 to a few roundings`(
    name: String, types: (ScalarType, ScalarType)
  ) throws {
    let (scalar, parameterType) = types
    let family = try #require(LayerFamily.named(name))
    let half = try program(family, scalar, parameterType)
    let wide = try program(family, .f64, .f64)
    let main = try #require(half.function(named: "main"))
    let inputs = main.parameterTypes.enumerated().map { sample($1, seed: $0).converted(to: $1.scalar) }
    let found = try Interpreter(half).run("main", inputs)
    let meant = try Interpreter(wide).run("main", inputs.map { $0.converted(to: .f64) })
    #expect(
      main.resultTypes.map(\.scalar)
        == Array(main.parameterTypes.dropLast(family.resultNames.count)).map(\.scalar))
    for (position, (found, meant)) in zip(found, meant).enumerated() {
      let exact = meant.elements(as: Double.self)
      let bound = roundings(family) * unit(scalar) * (exact.map(abs).max() ?? 0)
      let errors = zip(found.converted(to: .f64).elements(as: Double.self), exact).map { abs($0 - $1) }
      #expect(errors.allSatisfy { $0 <= bound }, "\(name) \(position): \(errors.max() ?? 0) over \(bound)")
    }
  }

  private func program(
    _ family: LayerFamily, _ scalar: ScalarType, _ parameterType: ScalarType
  ) throws -> Module {
    let layer = family.untrained(normalizedShape: [4], parameterType: parameterType)
    return try layer.vjpProgram(for: TensorType(scalar, [3, 4]))
  }

  @Test(arguments: [ScalarType.f16, .bf16])
  func `a cotangent crosses a conversion in the type of its operand`(scalar: ScalarType) throws {
    let program = try trace(TensorType(scalar, [3]), TensorType(.f32, [3])) { x, weight in
      (x.converted(to: .f32) * weight).sum(over: .all)
    }
    let main = try #require(program.gradient().function(named: "main"))
    #expect(main.resultTypes == [TensorType(scalar, [3]), TensorType(.f32, [3])])
    let weight = NDArray([1.0 + 0x1p-20, 2, -3] as [Float], shape: [3])
    let x = NDArray([0.5, 0.25, 8] as [Float], shape: [3])
    let slopes = try Interpreter(program.gradient()).run("main", [x.converted(to: scalar), weight])
    #expect(slopes[0].converted(to: .f32).elements(as: Float.self) == [1, 2, -3])
    #expect(slopes[1].elements(as: Float.self) == [0.5, 0.25, 8])
  }
}
