import NormaRewriting
import StableHLO
import Testing

@Suite struct PassTests {
  @Test(arguments: examples)
  func `a pass makes the shorter program, and only under its condition`(example: Example) throws {
    let before = try example.module(example.before)
    try before.verify()
    #expect(try text(before, after: example.pass) == text(example.module(example.after)))
  }

  static let examples =
    movementExamples + reductionExamples + sinkingExamples + foldingExamples + sharingExamples
    + neutralExamples + productExamples + centredExamples + varianceExamples + clampedExamples
    + sumExamples + centredGradientExamples + optionalExamples

  static let movementExamples = [
    Example(
      "reshape to the same shape", .identityMovement, "(%x: tensor<4xf32>) -> tensor<4xf32>",
      before: "%0 = stablehlo.reshape %x : (tensor<4xf32>) -> tensor<4xf32>\nreturn %0 : tensor<4xf32>",
      after: "return %x : tensor<4xf32>"),
    Example(
      "transpose of a square", .identityMovement, "(%x: tensor<4x4xf32>) -> tensor<4x4xf32>",
      unchanged: """
        %0 = stablehlo.transpose %x, dims = [1, 0] : (tensor<4x4xf32>) -> tensor<4x4xf32>
        return %0 : tensor<4x4xf32>
        """),
    Example(
      "slice of everything, pad by nothing", .identityMovement,
      "(%x: tensor<4xf32>, %c: tensor<f32>) -> tensor<4xf32>",
      before: """
        %0 = stablehlo.slice %x [0:4] : (tensor<4xf32>) -> tensor<4xf32>
        %1 = stablehlo.pad %0, %c, low = [0], high = [0], interior = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
        return %1 : tensor<4xf32>
        """, after: "return %x : tensor<4xf32>"),
    Example(
      "pad that shifts", .identityMovement, "(%x: tensor<4xf32>, %c: tensor<f32>) -> tensor<4xf32>",
      unchanged: """
        %0 = stablehlo.pad %x, %c, low = [1], high = [-1], interior = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
        return %0 : tensor<4xf32>
        """),
    Example(
      "conversion to a wider type and back", .identityMovement, "(%x: tensor<4xbf16>) -> tensor<4xbf16>",
      before: """
        %0 = stablehlo.convert %x : (tensor<4xbf16>) -> tensor<4xf32>
        %1 = stablehlo.convert %0 : (tensor<4xf32>) -> tensor<4xbf16>
        return %1 : tensor<4xbf16>
        """, after: "return %x : tensor<4xbf16>"),
    Example(
      "conversion to a narrower type and back", .identityMovement, "(%x: tensor<4xf32>) -> tensor<4xf32>",
      unchanged: """
        %0 = stablehlo.convert %x : (tensor<4xf32>) -> tensor<4xbf16>
        %1 = stablehlo.convert %0 : (tensor<4xbf16>) -> tensor<4xf32>
        return %1 : tensor<4xf32>
        """),
    Example(
      "kept axis before a broadcast", .movementChains, "(%x: tensor<8xf32>) -> tensor<8x4xf32>",
      before: """
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<8x1xf32>
        %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
        return %1 : tensor<8x4xf32>
        """,
      after: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
        return %0 : tensor<8x4xf32>
        """),
    Example(
      "reshape that regroups, before a broadcast", .movementChains,
      "(%x: tensor<8xf32>) -> tensor<2x4x3xf32>",
      unchanged: """
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<2x4xf32>
        %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<2x4xf32>) -> tensor<2x4x3xf32>
        return %1 : tensor<2x4x3xf32>
        """),
    Example(
      "broadcast of a broadcast", .movementChains, "(%x: tensor<4xf32>) -> tensor<2x3x4xf32>",
      before: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [1] : (tensor<4xf32>) -> tensor<3x4xf32>
        %1 = stablehlo.broadcast_in_dim %0, dims = [1, 2] : (tensor<3x4xf32>) -> tensor<2x3x4xf32>
        return %1 : tensor<2x3x4xf32>
        """,
      after: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [2] : (tensor<4xf32>) -> tensor<2x3x4xf32>
        return %0 : tensor<2x3x4xf32>
        """),
    Example(
      "dropped axis after a broadcast", .movementChains, "(%x: tensor<4xf32>) -> tensor<3x4xf32>",
      before: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [2] : (tensor<4xf32>) -> tensor<3x1x4xf32>
        %1 = stablehlo.reshape %0 : (tensor<3x1x4xf32>) -> tensor<3x4xf32>
        return %1 : tensor<3x4xf32>
        """,
      after: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [1] : (tensor<4xf32>) -> tensor<3x4xf32>
        return %0 : tensor<3x4xf32>
        """),
    Example(
      "broadcast that only inserts an axis", .movementChains, "(%x: tensor<8xf32>) -> tensor<8x1xf32>",
      before: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
        return %0 : tensor<8x1xf32>
        """,
      after: """
        %0 = stablehlo.reshape %x : (tensor<8xf32>) -> tensor<8x1xf32>
        return %0 : tensor<8x1xf32>
        """),
    Example(
      "broadcast that transposes", .movementChains, "(%x: tensor<2x3xf32>) -> tensor<3x2xf32>",
      unchanged: """
        %0 = stablehlo.broadcast_in_dim %x, dims = [1, 0] : (tensor<2x3xf32>) -> tensor<3x2xf32>
        return %0 : tensor<3x2xf32>
        """),
    Example(
      "transpose of a transpose", .movementChains, "(%x: tensor<2x3x4xf32>) -> tensor<4x3x2xf32>",
      before: """
        %0 = stablehlo.transpose %x, dims = [1, 0, 2] : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
        %1 = stablehlo.transpose %0, dims = [2, 0, 1] : (tensor<3x2x4xf32>) -> tensor<4x3x2xf32>
        return %1 : tensor<4x3x2xf32>
        """,
      after: """
        %0 = stablehlo.transpose %x, dims = [2, 1, 0] : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
        return %0 : tensor<4x3x2xf32>
        """),
  ]
}
