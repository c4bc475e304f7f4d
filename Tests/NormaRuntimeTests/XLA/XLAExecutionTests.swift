import Dispatch
import NormaArrays
import NormaRuntime
import StableHLO
import Testing

/// What goes in and comes out of programs on XLA.
@Suite(.needsXLA) struct XLAExecutionTests {
  /// What XLA gives, after a comparison with the interpreter bit by bit.
  @discardableResult
  private func run(_ text: String, _ arguments: [NDArray] = []) throws -> [NDArray] {
    let module = try Module(parsing: text)
    let found = try Executable(module, engine: .xla)(arguments)
    let meant = try Interpreter(module).run("main", arguments)
    #expect(found.count == meant.count)
    for (found, meant) in zip(found, meant) {
      #expect(found.scalarType == meant.scalarType && found.shape == meant.shape)
      #expect(found.isBitwiseEqual(to: meant), "\(found) \(meant)")
    }
    return found
  }

  @Test(arguments: ScalarType.allCases)
  func `elements of every type go in and out`(scalar: ScalarType) throws {
    let x = NDArray([0, 1, 2, 1, 100, 0] as [Double], shape: [2, 3]).converted(to: scalar)
    try run(
      """
      func.func @main(%x: tensor<2x3x\(scalar)>) -> tensor<3x2x\(scalar)> {
        %0 = stablehlo.transpose %x, dims = [1, 0] : (tensor<2x3x\(scalar)>) -> tensor<3x2x\(scalar)>
        return %0 : tensor<3x2x\(scalar)>
      }
      """, [x])
  }

  @Test func `a program may have no argument and several results, scalars and empty ones among them`() throws
  {
    let results = try run(
      """
      func.func @main() -> (tensor<0x3xi1>, tensor<ui8>, tensor<2xbf16>, tensor<ui8>) {
        %0 = stablehlo.constant dense<true> : tensor<i1>
        %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<i1>) -> tensor<0x3xi1>
        %2 = stablehlo.constant dense<7> : tensor<ui8>
        %3 = stablehlo.constant dense<[1.5, -2.0]> : tensor<2xbf16>
        return %1, %2, %3, %2 : tensor<0x3xi1>, tensor<ui8>, tensor<2xbf16>, tensor<ui8>
      }
      """)
    #expect(results[1].elements(as: UInt8.self) == [7])
    try run("func.func @main() {\n  return\n}")
  }

  @Test func `scalar and empty arguments are taken`() throws {
    try run(
      """
      func.func @main(%a: tensor<f64>, %b: tensor<0x4xi32>) -> (tensor<f64>, tensor<0x4xi32>) {
        %0 = stablehlo.negate %a : tensor<f64>
        %1 = stablehlo.add %b, %b : tensor<0x4xi32>
        return %0, %1 : tensor<f64>, tensor<0x4xi32>
      }
      """, [NDArray([2.5], shape: []), NDArray(zeros: .i32, shape: [0, 4])])
  }

  @Test func `functions, loops and chlo operations run`() throws {
    let program = """
      func.func @main(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<i32>) {
        %zero = stablehlo.constant dense<0> : tensor<i32>
        %0 = call @square(%x) : (tensor<4xf32>) -> tensor<4xf32>
        %1:2 = stablehlo.while(%i = %zero, %y = %0) : tensor<i32>, tensor<4xf32>
        cond {
          %three = stablehlo.constant dense<3> : tensor<i32>
          %2 = stablehlo.compare LT, %i, %three : (tensor<i32>, tensor<i32>) -> tensor<i1>
          stablehlo.return %2 : tensor<i1>
        } do {
          %one = stablehlo.constant dense<1> : tensor<i32>
          %2 = stablehlo.add %i, %one : tensor<i32>
          %3 = stablehlo.add %y, %y : tensor<4xf32>
          stablehlo.return %2, %3 : tensor<i32>, tensor<4xf32>
        }
        return %1#1, %1#0 : tensor<4xf32>, tensor<i32>
      }
      func.func private @square(%x: tensor<4xf32>) -> tensor<4xf32> {
        %0 = chlo.square %x : tensor<4xf32> -> tensor<4xf32>
        return %0 : tensor<4xf32>
      }
      """
    let x = NDArray([1, -2, 0.5, 3] as [Float], shape: [4])
    #expect(try run(program, [x])[0].elements(as: Float.self) == [8, 32, 2, 72])
  }

  @Test(arguments: [("erf", 0.8427007929497149), ("erfc", 0.15729920705028513)])
  func `XLA expands the error function itself`(name: String, meant: Double) throws {
    let module = try Module(
      parsing: """
        func.func @main(%x: tensor<f64>) -> tensor<f64> {
          %0 = chlo.\(name) %x : tensor<f64> -> tensor<f64>
          return %0 : tensor<f64>
        }
        """)
    let found = try Executable(module, engine: .xla)([NDArray([1.0], shape: [])])[0]
    // Four units in the last place of the two values.
    #expect(abs(found.elements(as: Double.self)[0] - meant) <= 4 * 0x1p-53)
  }

  @Test func `a strided argument means what its packed copy means`() throws {
    let wide = NDArray((0..<60).map(Float.init), shape: [6, 10])
    let program = """
      func.func @main(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
        %0 = stablehlo.negate %x : tensor<3x4xf32>
        return %0 : tensor<3x4xf32>
      }
      """
    try run(program, [wide.sliced(axis: 1, 1..<9, step: 2).sliced(axis: 0, 0..<6, step: 2)])
  }

  @Test func `an argument that the program would give away is not written to`() throws {
    let x = NDArray([1, 2, 3] as [Float], shape: [3])
    let results = try run(
      """
      func.func @main(%x: tensor<3xf32> {tf.aliasing_output = 0 : i32}) -> tensor<3xf32> {
        %0 = stablehlo.negate %x : tensor<3xf32>
        return %0 : tensor<3xf32>
      }
      """, [x])
    #expect(results[0].elements(as: Float.self) == [-1, -2, -3] && x.elements(as: Float.self) == [1, 2, 3])
  }

  @Test func `one program may run on several threads at once, and results outlive it`() throws {
    let module = try Module(
      parsing: """
        func.func @main(%x: tensor<64x96xf32>) -> tensor<64x96xf32> {
          %0 = stablehlo.add %x, %x : tensor<64x96xf32>
          return %0 : tensor<64x96xf32>
        }
        """)
    let inputs = (0..<8).map { seed in
      NDArray((0..<64 * 96).map { Float($0 &* 31 % 977 + seed) }, shape: [64, 96])
    }
    DispatchQueue.concurrentPerform(iterations: 64) { task in
      let found = try? Executable(module, engine: .xla)([inputs[task % 8]])[0].elements(as: Float.self)
      #expect(found == inputs[task % 8].elements(as: Float.self).map { $0 * 2 })
    }
  }
}
