import Foundation
import NormaArrays

extension Folder {
  /// Writes `x.npy`: rows of a smooth function around 10, f32.
  func writeRows(_ rows: Int, of width: Int, to name: String = "x.npy") throws {
    let elements = (0..<rows * width).map { 10 + Float(sin(Double($0) * 0.7)) * 3 }
    try NDArray(elements, shape: [rows, width]).write(npy: url(name).path())
  }

  /// The array in a file of the folder.
  func array(_ name: String) throws -> NDArray { try NDArray(npy: url(name).path()) }
}

/// Programs of these tests.
enum Program {
  /// Twice its argument, by a call.
  static let call = """
    func.func public @main(%x: tensor<1xf32>) -> tensor<1xf32> {
      %0 = call @twice(%x) : (tensor<1xf32>) -> tensor<1xf32>
      return %0 : tensor<1xf32>
    }
    func.func private @twice(%x: tensor<1xf32>) -> tensor<1xf32> {
      %0 = stablehlo.add %x, %x : tensor<1xf32>
      return %0 : tensor<1xf32>
    }
    """

  /// Two arguments, two results; the second step runs in the interpreter.
  static let twoResults = """
    func.func @main(%x: tensor<2x3xf32>, %n: tensor<i32>) -> (tensor<2x3xf32>, tensor<i32>) {
      %0 = stablehlo.add %x, %x : tensor<2x3xf32>
      %1 = stablehlo.constant dense<2> : tensor<i32>
      %2 = stablehlo.multiply %1, %n : tensor<i32>
      return %0, %2 : tensor<2x3xf32>, tensor<i32>
    }
    """

  /// The sum of the squares of six numbers: one floating-point number.
  static let loss = """
    func.func @main(%x: tensor<2x3xf32>) -> tensor<f32> {
      %zero = stablehlo.constant dense<0.0> : tensor<f32>
      %0 = stablehlo.multiply %x, %x : tensor<2x3xf32>
      %1 = stablehlo.reduce(%0 init: %zero) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<f32>
      return %1 : tensor<f32>
    }
    """

  /// Sums over rows from which their mean was subtracted, times that mean: zero in real arithmetic.
  static let centred = """
    func.func @main(%x: tensor<4x8xf32>) -> tensor<4xf32> {
      %zero = stablehlo.constant dense<0.0> : tensor<f32>
      %eight = stablehlo.constant dense<8.0> : tensor<4xf32>
      %0 = stablehlo.reduce(%x init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<4x8xf32>, tensor<f32>) -> tensor<4xf32>
      %1 = stablehlo.divide %0, %eight : tensor<4xf32>
      %2 = stablehlo.broadcast_in_dim %1, dims = [0] : (tensor<4xf32>) -> tensor<4x8xf32>
      %3 = stablehlo.subtract %x, %2 : tensor<4x8xf32>
      %4 = stablehlo.multiply %3, %2 : tensor<4x8xf32>
      %5 = stablehlo.reduce(%4 init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<4x8xf32>, tensor<f32>) -> tensor<4xf32>
      return %5 : tensor<4xf32>
    }
    """

  /// A loop that doubles until ten; loops have no derivative.
  static let loop = """
    func.func @main(%x: tensor<f32>) -> tensor<f32> {
      %ten = stablehlo.constant dense<10.0> : tensor<f32>
      %0 = stablehlo.while(%y = %x) : tensor<f32>
      cond {
        %1 = stablehlo.compare LT, %y, %ten : (tensor<f32>, tensor<f32>) -> tensor<i1>
        stablehlo.return %1 : tensor<i1>
      } do {
        %1 = stablehlo.add %y, %y : tensor<f32>
        stablehlo.return %1 : tensor<f32>
      }
      return %0 : tensor<f32>
    }
    """

  /// No arguments, no results, one check; `second` is what the second element must be, 2.0.
  static func check(second: String) -> String {
    """
    func.func @main() {
      %0 = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf32>
      %1 = stablehlo.constant dense<[1.0, \(second)]> : tensor<2xf32>
      stablehlo.custom_call @check.expect_eq(%0, %1) {has_side_effect = true} : (tensor<2xf32>, tensor<2xf32>) -> ()
      return
    }
    """
  }
}
