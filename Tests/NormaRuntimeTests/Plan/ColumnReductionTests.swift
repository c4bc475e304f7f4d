import NormaArrays
import NormaKernels
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// What kernels combine over rows, against the interpreter.
@Suite struct ColumnReductionTests {
  private static let widths = [1, 3, 16, 17, 63, 64, 100, 9000]

  private static func program(_ reduction: String, _ type: ScalarType, rows: Int, width: Int) throws -> Module
  {
    let start = ["add": "0.0", "multiply": "1.0", "maximum": "0xFF800000", "minimum": "0x7F800000"][reduction]
    return try Module(
      parsing: """
        func.func public @main(%x: tensor<\(rows)x\(width)x\(type)>, %y: tensor<\(width)xf32>) -> (tensor<\(width)xf32>, tensor<\(rows)x\(width)xf32>) {
          %start = stablehlo.constant dense<\(start ?? "0.0")> : tensor<f32>
          %w = stablehlo.convert %x : (tensor<\(rows)x\(width)x\(type)>) -> tensor<\(rows)x\(width)xf32>
          %b = stablehlo.broadcast_in_dim %y, dims = [1] : (tensor<\(width)xf32>) -> tensor<\(rows)x\(width)xf32>
          %s = stablehlo.multiply %w, %b : tensor<\(rows)x\(width)xf32>
          %0 = stablehlo.reduce(%s init: %start) applies stablehlo.\(reduction) across dimensions = [0] : (tensor<\(rows)x\(width)xf32>, tensor<f32>) -> tensor<\(width)xf32>
          return %0, %s : tensor<\(width)xf32>, tensor<\(rows)x\(width)xf32>
        }
        """)
  }

  private static func inputs(_ type: ScalarType, rows: Int, width: Int) -> [NDArray] {
    var seed = Seed(state: UInt64(rows * 131 + width))
    let x = (0..<rows * width).map { _ in Float(Double.random(in: -1...1.25, using: &seed)) }
    let y = (0..<width).map { _ in Float(Double.random(in: 0.5...1.5, using: &seed)) }
    return [NDArray(x, shape: [rows, width]).converted(to: type), NDArray(y, shape: [width])]
  }

  @Test(arguments: ["add", "maximum", "minimum", "multiply"], [0, 1, 31, 32, 33, 100])
  func `rows are combined as the interpreter combines them`(reduction: String, rows: Int) throws {
    for (width, type) in zip(Self.widths, [.f32, .bf16, .f16, .f64, .f32, .f32, .bf16, .f32] as [ScalarType])
    {
      let module = try Self.program(reduction, type, rows: rows, width: width)
      let inputs = Self.inputs(type, rows: rows, width: width)
      let executable = try Executable(module, threads: 3)
      #expect(executable.plan?.steps.count == 1 || rows == 0)
      let found = try executable(inputs)[0].values
      let wide = inputs.map { $0.converted(to: .f64) }
      let meant = try Interpreter(promotedToDouble(module)).run("main", wide)[0].values
      let magnitude = Self.magnitude(of: reduction, inputs)
      for column in 0..<width {
        let (found, meant) = (found[column], meant[column])
        // Sums: a rounding for the product, 31 for the additions of a chunk, one for the store. Products: a
        // rounding for each factor and each multiplication, and a last bit below the normal numbers.
        let bound =
          reduction == "add"
          ? magnitude[column] * 33 * 0x1p-24 : abs(meant) * Double(2 * rows) * 0x1p-24 + 0x1p-149
        #expect(found == meant || abs(found - meant) <= bound, "\(reduction) of \(rows) x \(width) \(type)")
      }
    }
  }

  /// The sum of magnitudes of each column.
  private static func magnitude(of reduction: String, _ inputs: [NDArray]) -> [Double] {
    let (x, y) = (inputs[0].values, inputs[1].values)
    let width = y.count
    return (0..<width).map { column in
      (0..<inputs[0].shape[0]).reduce(0) { $0 + abs(x[$1 * width + column] * y[column]) }
    }
  }

  /// Rows of bf16 go in vectors of even and of odd elements, but for those that fill no two vectors. The sums are exact.
  @Test(arguments: [31, 32, 33, 47, 48, 63, 100, 128, 300]) func `rows of bf16 are combined column by column`(
    width: Int
  ) throws {
    let rows = 70
    let module = try trace(Input("x", TensorType(.bf16, [rows, width]))) { x in
      (x.converted(to: .f32).sum(over: [0]), x + x)
    }
    let x = (0..<rows * width).map { Float($0 * 7919 % 61) }
    let found = try Executable(module)([NDArray(x, shape: [rows, width]).converted(to: .bf16)])[0].values
    for column in 0..<width {
      let sum = (0..<rows).reduce(0) { $0 + x[$1 * width + column] }
      #expect(found[column] == Double(sum), "column \(column)")
    }
  }

  @Test(arguments: [64, 100, 1000]) func `no number of threads changes a bit`(width: Int) throws {
    let module = try Self.program("add", .f32, rows: 1100, width: width)
    let inputs = Self.inputs(.f32, rows: 1100, width: width)
    let once = try Executable(module, threads: 1)(inputs)
    for threads in [2, 3, 8] {
      for (one, other) in zip(once, try Executable(module, threads: threads)(inputs)) {
        #expect(one.isBitwiseEqual(to: other), "\(threads) threads")
      }
    }
  }

  @Test func `an infinite and a missing value stay in their columns`() throws {
    let module = try Self.program("add", .f32, rows: 40, width: 80)
    var x = [Float](repeating: 1, count: 40 * 80)
    x[5 * 80 + 3] = .infinity
    x[7 * 80 + 79] = .nan
    let inputs = [NDArray(x, shape: [40, 80]), NDArray([Float](repeating: 1, count: 80), shape: [80])]
    let sums = try Executable(module)(inputs)[0].values
    for column in 0..<80 {
      let sum = sums[column]
      switch column {
      case 3: #expect(sum == .infinity)
      case 79: #expect(sum.isNaN)
      default: #expect(sum == 40)
      }
    }
  }
}

extension NDArray {
  /// The elements in f64.
  var values: [Double] { converted(to: .f64).elements(as: Double.self) }
}
