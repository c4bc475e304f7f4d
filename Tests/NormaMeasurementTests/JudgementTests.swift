import NormaArrays
import NormaLayers
import NormaMeasurement
import StableHLO
import Testing

/// Several inputs and results, and integers.
@Suite struct `A bench of a block` {
  private func bench(_ name: String, rows: Int, width: Int, _ scalar: ScalarType = .f32) throws -> BenchCase {
    let block = try #require(LayerFamily.named(name)).untrained(
      normalizedShape: [width], parameterType: scalar)
    return try BenchCase(
      layer: name, input: TensorType(scalar, [rows, width]), direction: .forward, epsilon: nil
    ) { try block.program(for: $0) }
  }

  @Test(
    arguments: ["add-layernorm", "add-rmsnorm", "layernorm-int8", "rmsnorm-int8"], [ScalarType.f32, .bf16])
  func `Norma is right, and is held against its own streams`(name: String, scalar: ScalarType) throws {
    let runner = try BenchRunner(peers: [], settings: .init(rounds: 1))
    let result = try runner.run(bench(name, rows: 96, width: 40, scalar))
    let norma = try #require(result.norma)
    #expect(norma.problem == nil && norma.timings.count == 2)
    for timing in norma.timings.values {
      let judgement = try #require(timing.judgement)
      #expect(judgement.holds && judgement.rowsCompared == 96, "\(judgement)")
    }
    let size = scalar.byteCount
    let streams = name.hasPrefix("add") ? "\(size)+\(size) -> \(size)+\(size)" : "\(size) -> 1"
    #expect(result.limit?.title.hasSuffix("loop of \(streams) bytes an element") == true)
  }

  @Test func `streams are the arrays as large as the input, and bytes are all`() throws {
    let sum = try bench("add-rmsnorm", rows: 8, width: 16, .bf16)
    #expect(sum.streams == .init(read: [2, 2], written: [2, 2]))
    #expect(sum.byteCount == (4 * 8 * 16 + 16) * 2)
    let rounded = try bench("rmsnorm-int8", rows: 8, width: 16)
    #expect(rounded.streams == .init(read: [4], written: [1]))
    #expect(rounded.byteCount == 8 * 16 * 5 + (16 + 8) * 4)
  }
}
