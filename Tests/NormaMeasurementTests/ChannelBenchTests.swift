import NormaArrays
import NormaLayers
import NormaMeasurement
import StableHLO
import Testing

/// Norms along the second axis, whose rows are those of a matrix's columns.
@Suite struct `A bench of a norm over channels` {
  @Test(arguments: ["layernorm-channels", "rmsnorm-channels"], [ScalarType.f32, .bf16])
  func `holds Norma against float64`(name: String, scalar: ScalarType) throws {
    let family = try #require(LayerFamily.named(name))
    let layer = family.untrained(normalizedShape: [12, 40], parameterType: scalar)
    for direction in Direction.allCases {
      let bench = try BenchCase(
        layer: name, input: TensorType(scalar, [4, 12, 40]), direction: direction, epsilon: nil
      ) { type in
        direction == .forward
          ? try layer.program(for: type) : try family.gradientProgram(of: layer, for: type)
      }
      let norma = try #require(try BenchRunner(peers: [], settings: .init(rounds: 1)).run(bench).norma)
      #expect(norma.problem == nil && !norma.timings.isEmpty)
      for timing in norma.timings.values { #expect(try #require(timing.judgement).holds) }
    }
  }
}
