import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@Suite struct LayerErrorTests {
  /// The message of the error a layer's program ends in.
  private func message(_ layer: some Block, _ type: TensorType) throws -> String {
    try #require(throws: TracingError.self) { try layer.program(for: type) }.message
  }

  @Test func `a row of another width`() throws {
    #expect(
      try message(LayerNorm(1024), TensorType(.f32, [8, 512]))
        == "`LayerNorm(1024)` normalizes rows of 1024 but received f32[8, 512]. Build `LayerNorm(512)`.")
    #expect(
      try message(RMSNorm(1024), TensorType(.bf16, [8, 512]))
        == "`RMSNorm(1024)` normalizes rows of 1024 but received bf16[8, 512]. Build `RMSNorm(512)`.")
    #expect(
      try message(LayerNorm(normalizedShape: [2, 3]), TensorType(.f32, [4, 3]))
        == "`LayerNorm(normalizedShape: [2, 3])` normalizes rows of [2, 3] but received f32[4, 3]. Build `LayerNorm(normalizedShape: [4, 3])`."
    )
  }

  @Test func `too few axes`() throws {
    #expect(
      try message(LayerNorm(normalizedShape: [2, 3]), TensorType(.f32, [3]))
        == "`LayerNorm(normalizedShape: [2, 3])` normalizes rows of [2, 3] but received f32[3]. Pass a tensor whose last axes are [2, 3]."
    )
    #expect(
      try message(Softmax(), TensorType(.f32, []))
        == "`Softmax()` normalizes the last axis but received f32[], which has none. Reshape it to [1].")
  }

  @Test func `an axis that is not there, or has another extent`() throws {
    let type = TensorType(.f32, [2, 8, 5])
    #expect(
      try message(Softmax(axis: 3), type)
        == "`Softmax(axis: 3)` normalizes axis 3 but received f32[2, 8, 5]. Name an axis from -3 to 2.")
    #expect(
      try message(RMSNorm(7, axis: 1), type)
        == "`RMSNorm(7, axis: 1)` normalizes rows of 7 but received f32[2, 8, 5]. Build `RMSNorm(8, axis: 1)`."
    )
    #expect(
      try message(LayerNorm(normalizedShape: [8, 2], axis: 1), type)
        == "`LayerNorm(normalizedShape: [8, 2], axis: 1)` normalizes rows of [8, 2] but received f32[2, 8, 5]. Build `LayerNorm(normalizedShape: [2, 8], axis: 1)`."
    )
    #expect(
      try message(LayerNorm(normalizedShape: [1, 2, 8], axis: 1), type)
        == "`LayerNorm(normalizedShape: [1, 2, 8], axis: 1)` normalizes rows of [1, 2, 8] but received f32[2, 8, 5]. Pass a tensor whose axes to 1 are [1, 2, 8]."
    )
  }

  @Test func `a row of no axes`() throws {
    #expect(
      try message(LayerNorm(normalizedShape: []), TensorType(.f32, [8, 512]))
        == "`LayerNorm(normalizedShape: [])` needs at least one axis to normalize but names none. Build for example `LayerNorm(512)`."
    )
  }

  @Test(arguments: [-1e-5, .infinity, .nan])
  func `an epsilon without a root`(epsilon: Double) throws {
    #expect(
      try message(RMSNorm(8, epsilon: epsilon), TensorType(.f32, [2, 8]))
        == "`RMSNorm(8)` needs a finite epsilon of at least 0 but has \(epsilon). Pass for example `epsilon: 1e-5`."
    )
    #expect(throws: TracingError.self) {
      try L2Norm(epsilon: epsilon).program(for: TensorType(.f32, [2, 8]))
    }
    #expect(throws: TracingError.self) {
      try LayerNorm(8, epsilon: epsilon).program(for: TensorType(.f32, [2, 8]))
    }
  }

  @Test func `a parameter of another shape`() throws {
    let weight = Parameter(filledWith: 1, .f32, [7])
    #expect(
      try message(LayerNorm(normalizedShape: [8], weight: nil, bias: weight), TensorType(.f32, [2, 8]))
        == "`LayerNorm(8)` needs a bias of floating-point elements and shape [8] but has f32[7]. Pass another bias."
    )
    #expect(
      try message(RMSNorm(8, weight: Parameter(filledWith: 1, .i32, [8])), TensorType(.f32, [2, 8]))
        == "`RMSNorm(8)` needs a weight of floating-point elements and shape [8] but has i32[8]. Pass another weight."
    )
  }

  @Test func `rows a linear map does not take`() throws {
    #expect(
      try message(Linear(3, 2), TensorType(.f32, [8, 4]))
        == "`Linear(3, 2)` maps rows of 3 but received f32[8, 4]. Pass a tensor whose last axis is 3.")
    let flat = Linear(weight: Parameter(filledWith: 1, .f32, [3]), bias: nil)
    #expect(
      try message(flat, TensorType(.f32, [8, 3]))
        == "`Linear` needs a weight of floating-point elements and shape [outputs, inputs] but has f32[3]. Pass another weight."
    )
    let wrong = Linear(weight: Linear(3, 2).weight, bias: Parameter(filledWith: 1, .f32, [3]))
    #expect(
      try message(wrong, TensorType(.f32, [8, 3]))
        == "`Linear(3, 2)` needs a bias of floating-point elements and shape [2] but has f32[3]. Pass another bias."
    )
  }

  @Test func `channels that are elsewhere, or not divided`() throws {
    #expect(
      try message(GroupNorm(groups: 2, channels: 4), TensorType(.f32, [8, 5, 4]))
        == "`GroupNorm(groups: 2, channels: 4)` needs [batch, 4, ...] but received f32[8, 5, 4]. Bring the channels to the second axis."
    )
    #expect(
      try message(GroupNorm(groups: 3, channels: 4), TensorType(.f32, [8, 4]))
        == "`GroupNorm(groups: 3, channels: 4)` needs groups of equally many channels, at least one each. Pass groups that divide 4."
    )
    #expect(throws: TracingError.self) {
      try GroupNorm(groups: 0, channels: 4).program(for: TensorType(.f32, [8, 4]))
    }
    #expect(
      try message(BatchNorm(channels: 4), TensorType(.f32, [4]))
        == "`BatchNorm(channels: 4)` needs [batch, 4, ...] but received f32[4]. Bring the channels to the second axis."
    )
  }

  @Test(arguments: LayerFamily.catalogue.map(\.name))
  func `integers`(name: String) throws {
    let layer = try #require(LayerFamily.named(name)).untrained(normalizedShape: [8])
    let expected =
      "`\(layer.spelling)` needs floating-point elements but received i32[2, 8]. Convert it with `converted(to: .f32)`."
    #expect(try message(layer, TensorType(.i32, [2, 8])) == expected)
  }
}
