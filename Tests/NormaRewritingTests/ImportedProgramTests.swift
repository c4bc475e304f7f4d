import NormaRewriting
import StableHLO
import Testing

/// Programs in the form in which JAX exports them.
@Suite struct ImportedProgramTests {
  /// The mean and variance of a row under `vmap`: private functions, kept axes, sums over axes of extent one.
  static let vmapped = """
    func.func public @main(%x: tensor<4x1x8xf32>) -> tensor<4x1x8xf32> {
      %0 = call @_mean(%x) : (tensor<4x1x8xf32>) -> tensor<4x1xf32>
      %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<4x1xf32>) -> tensor<4x1x1xf32>
      %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2] : (tensor<4x1x1xf32>) -> tensor<4x1x8xf32>
      %3 = stablehlo.subtract %x, %2 : tensor<4x1x8xf32>
      %z = stablehlo.constant dense<0.0> : tensor<f32>
      %4 = stablehlo.reduce(%3 init: %z) applies stablehlo.add across dimensions = [1] : (tensor<4x1x8xf32>, tensor<f32>) -> tensor<4x8xf32>
      %5 = stablehlo.broadcast_in_dim %4, dims = [0, 2] : (tensor<4x8xf32>) -> tensor<4x1x8xf32>
      return %5 : tensor<4x1x8xf32>
    }
    func.func private @_mean(%x: tensor<4x1x8xf32>) -> tensor<4x1xf32> {
      %z = stablehlo.constant dense<0.0> : tensor<f32>
      %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [2] : (tensor<4x1x8xf32>, tensor<f32>) -> tensor<4x1xf32>
      %n = stablehlo.constant dense<8.0> : tensor<f32>
      %1 = stablehlo.broadcast_in_dim %n, dims = [] : (tensor<f32>) -> tensor<4x1xf32>
      %2 = stablehlo.divide %0, %1 : tensor<4x1xf32>
      return %2 : tensor<4x1xf32>
    }
    """

  @Test func `what vmap leaves behind goes`() throws {
    let module = try Module(parsing: Self.vmapped)
    let rewritten = try Pipeline.standard(module).module
    #expect(OpCounts(module).description == "2 reduces, 4 broadcasts, 12 operations")
    #expect(
      rewritten.text
        == (try Module(
          parsing: """
            func.func public @main(%x: tensor<4x1x8xf32>) -> tensor<4x1x8xf32> {
              %z = stablehlo.constant dense<0.0> : tensor<f32>
              %0 = stablehlo.reduce(%x init: %z) applies stablehlo.add across dimensions = [2] : (tensor<4x1x8xf32>, tensor<f32>) -> tensor<4x1xf32>
              %n = stablehlo.constant dense<8.0> : tensor<4x1xf32>
              %1 = stablehlo.divide %0, %n : tensor<4x1xf32>
              %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<4x1xf32>) -> tensor<4x1x8xf32>
              %3 = stablehlo.subtract %x, %2 : tensor<4x1x8xf32>
              return %3 : tensor<4x1x8xf32>
            }
            """)).text)
  }
}
