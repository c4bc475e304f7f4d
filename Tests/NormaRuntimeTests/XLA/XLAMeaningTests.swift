import NormaArrays
import NormaRewriting
import StableHLO
import Testing

@testable import NormaRuntime

/// What is spelled out for XLA, so that a program means there what it means in the interpreter.
@Suite struct XLAMeaningTests {
  private func results(_ text: String, _ arguments: [NDArray] = []) throws -> [Double] {
    try Executable(Module(parsing: text), engine: .xla)(arguments).flatMap { array in
      TensorValue(array.converted(to: .f64)).doubles
    }
  }

  @Test(.needsXLA) func `an initial value is taken once, whatever is reduced`() throws {
    let found = try results(
      """
      func.func @main(%x: tensor<1x3xf32>) -> (tensor<1x3xf32>, tensor<3xf32>, tensor<f32>) {
        %c = stablehlo.constant dense<10.0> : tensor<f32>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [] : (tensor<1x3xf32>, tensor<f32>) -> tensor<1x3xf32>
        %1 = stablehlo.reduce(%x init: %c) applies stablehlo.maximum across dimensions = [0] : (tensor<1x3xf32>, tensor<f32>) -> tensor<3xf32>
        %2 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x3xf32>, tensor<f32>) -> tensor<f32>
        return %0, %1, %2 : tensor<1x3xf32>, tensor<3xf32>, tensor<f32>
      }
      """, [NDArray([1, 2, 30] as [Float], shape: [1, 3])])
    #expect(found == [11, 12, 40, 10, 10, 30, 43])
  }

  @Test(.needsXLA) func `narrow floats are summed in f32`() throws {
    let ones = NDArray(repeating: Float(1), shape: [40, 95]).converted(to: .bf16)
    let found = try results(
      """
      func.func @main(%x: tensor<40x95xbf16>) -> tensor<bf16> {
        %c = stablehlo.constant dense<0.0> : tensor<bf16>
        %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [0, 1] : (tensor<40x95xbf16>, tensor<bf16>) -> tensor<bf16>
        return %0 : tensor<bf16>
      }
      """, [ones])
    // 3800 lies half way between its neighbours in bf16, 3792 and 3808.
    #expect(found == [3808])
  }

  @Test(.needsXLA) func `a comparison of constants is signed where its integers are`() throws {
    let found = try results(
      """
      func.func @main() -> tensor<2xi1> {
        %a = stablehlo.constant dense<[0, -1]> : tensor<2xi32>
        %b = stablehlo.constant dense<[-2, 1]> : tensor<2xi32>
        %0 = stablehlo.compare GE, %a, %b : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi1>
        return %0 : tensor<2xi1>
      }
      """)
    #expect(found == [1, 0])
  }

  @Test(.needsXLA) func `each operation rounds to its own type`() throws {
    let found = try results(
      """
      func.func @main(%x: tensor<bf16>, %y: tensor<bf16>) -> tensor<f32> {
        %0 = stablehlo.add %x, %y : tensor<bf16>
        %1 = stablehlo.convert %0 : (tensor<bf16>) -> tensor<f32>
        return %1 : tensor<f32>
      }
      """, [1, 256].map { NDArray([Float($0)], shape: []).converted(to: .bf16) })
    // 257 lies half way between its neighbours in bf16, 256 and 258.
    #expect(found == [256])
  }

  @Test func `the passes change no other reduction and no other comparison`() throws {
    let module = try Module(
      parsing: """
        func.func @main(%x: tensor<4x3xf32>, %y: tensor<3xbf16>) -> (tensor<4xf32>, tensor<bf16>, tensor<4x3xi1>) {
          %c = stablehlo.constant dense<0.0> : tensor<f32>
          %0 = stablehlo.reduce(%x init: %c) applies stablehlo.add across dimensions = [1] : (tensor<4x3xf32>, tensor<f32>) -> tensor<4xf32>
          %d = stablehlo.constant dense<0xFF80> : tensor<bf16>
          %1 = stablehlo.reduce(%y init: %d) applies stablehlo.maximum across dimensions = [0] : (tensor<3xbf16>, tensor<bf16>) -> tensor<bf16>
          %2 = stablehlo.compare LT, %x, %x, TOTALORDER : (tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<4x3xi1>
          return %0, %1, %2 : tensor<4xf32>, tensor<bf16>, tensor<4x3xi1>
        }
        """)
    #expect(Pass.forXLA.reduce(module) { $1($0) }.text == module.text)
  }
}
