import NormaArrays
import NormaKernels
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// Floats stored as small integers, by the kernel that computes them.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct SmallIntegerTests {
  static let integers: [ScalarType] = [.i8, .i16, .ui8, .ui16]

  /// Values about every bound, between integers, and those that C converts to nothing defined.
  private static let values: [Double] = {
    let bounds = [0, 127, 128, 255, 256, 32767, 32768, 65535, 65536].flatMap { bound in
      [-1, -0.5, -0x1p-8, 0, 0x1p-8, 0.5, 0.99, 1].map { bound + $0 }
    }
    let special = [0x1p-149, 1e-300, 0x1p31, 0x1p32, 0x1p63, 1e30, 1e300, .infinity]
    return (bounds + special).flatMap { [$0, -$0] } + [.nan, -.nan]
  }()

  private func values(_ width: Int, _ scalar: ScalarType) -> NDArray {
    let rows = (Self.values.count + width - 1) / width
    let list = (0..<rows * width).map { Self.values[$0 % Self.values.count] }
    return NDArray(list, shape: [rows, width]).converted(to: scalar)
  }

  @Test(arguments: [ScalarType.f64, .f32, .bf16, .f16], [3, 16, 40])
  func `a kernel converts as the interpreter does`(scalar: ScalarType, width: Int) throws {
    let x = values(width, scalar)
    let module = try trace(TensorType(scalar, x.shape)) { x in Self.integers.map { x.converted(to: $0) } }
    let executable = try Executable(module)
    #expect(try #require(executable.plan).steps.kernels.count == 1 && executable.plan?.steps.count == 1)
    let (found, meant) = (try executable([x]), try Interpreter(module).run("main", [x]))
    for (found, meant) in zip(found, meant) { #expect(found.rowMajorBytes == meant.rowMajorBytes) }
  }

  @Test(arguments: [ScalarType.f32, .bf16])
  func `a row's quotient is rounded and stored in the kernel that takes its maximum`(scalar: ScalarType)
    throws
  {
    let x = NDArray((0..<6 * 40).map { Float(($0 * 7919) % 509) - 254 }, shape: [6, 40]).converted(to: scalar)
    let module = try trace(TensorType(scalar, x.shape)) { x in
      let scale = x.abs().maximum(over: .last, keepingDimensions: true)
      return ((x / scale * 127).roundedToEven().converted(to: .i8), scale)
    }
    let executable = try Executable(module)
    #expect(executable.plan?.steps.count == 1)
    let (found, meant) = (try executable([x]), try Interpreter(module).run("main", [x]))
    for (found, meant) in zip(found, meant) { #expect(found.rowMajorBytes == meant.rowMajorBytes) }
  }

  /// Rows that hold values of a size.
  struct Rows: Sendable, CustomTestStringConvertible {
    let width: Int, scalar: ScalarType, size: Float

    var testDescription: String { "\(width) \(scalar) \(size)" }
    /// Three of them.
    var array: NDArray {
      let numbers = (0..<3 * width).map { size * (Float(($0 &* 2_654_435_761) % 1000) / 250 - 2) }
      return NDArray(numbers, shape: [3, width]).converted(to: scalar)
    }
  }

  /// Whole vectors, halves of which one is left, vectors that overlap; squares of 1e30 leave f32, so that rows of them
  /// take their passes in f64.
  static let rows = [
    Rows(width: 384, scalar: .f32, size: 1), Rows(width: 384, scalar: .f32, size: 1e30),
    Rows(width: 384, scalar: .f32, size: 1e-10), Rows(width: 100, scalar: .f32, size: 1),
    Rows(width: 384, scalar: .bf16, size: 1), Rows(width: 384, scalar: .bf16, size: 1e30),
    Rows(width: 240, scalar: .bf16, size: 1), Rows(width: 150, scalar: .bf16, size: 1e-10),
  ]

  private static let names = ["rmsnorm-int8", "layernorm-int8"]

  @Test(arguments: names, rows) func `rows of any size are rounded alike`(name: String, rows: Rows) throws {
    let options = LayerOptions(normalizedShape: [rows.width], epsilon: 0)
    let block = try #require(LayerFamily.named(name)).untrained(options, rows.scalar)
    let x = rows.array
    let module = try block.program(for: TensorType(rows.scalar, x.shape))
    let arguments = [x] + block.parameters.compactMap(\.parameter.array)
    let wide = try Interpreter(promotedToDouble(module)).run("main", arguments.map { $0.converted(to: .f64) })
    let both = [try Executable(module)(arguments), wide].map { results in
      results.map { $0.converted(to: .f64).elements(as: Double.self) }
    }
    // Where y / scale lies within its own error of a half, either neighbour is right.
    #expect(zip(both[0][0], both[1][0]).allSatisfy { abs($0 - $1) <= 1 })
    #expect(zip(both[0][0], both[1][0]).count { $0 != $1 } <= 1)
    for (scale, exact) in zip(both[0][1], both[1][1]) { #expect(abs(scale - exact) <= exact * 0x1p-22) }
  }

  /// Zeros have no scale to be divided by, and a weight may leave a row no largest value.
  @Test(arguments: names, [Float(0), .infinity, .nan])
  func `rows that are zero and rows without bounds are as the program says`(name: String, weight: Float)
    throws
  {
    for scalar in [ScalarType.f32, .bf16] { try check(name, scalar, size: weight == 0 ? 0 : 1, weight) }
  }

  private func check(_ name: String, _ scalar: ScalarType, size: Float, _ weight: Float) throws {
    let options = LayerOptions(normalizedShape: [160])
    let block = try #require(LayerFamily.named(name)).untrained(options, scalar)
    let x = Rows(width: 160, scalar: scalar, size: size).array
    let module = try block.program(for: TensorType(scalar, x.shape))
    var arguments = [x] + block.parameters.compactMap(\.parameter.array)
    let weights = (0..<160).map { $0 == 37 ? weight : 1 }
    arguments[1] = NDArray(weights, shape: [160]).converted(to: scalar)
    let (found, meant) = (try Executable(module)(arguments), try Interpreter(module).run("main", arguments))
    #expect(found[0].rowMajorBytes == meant[0].rowMajorBytes)
    for (found, meant) in zip(found[1].elements(as: Float.self), meant[1].elements(as: Float.self)) {
      #expect(found == meant || (found.isNaN && meant.isNaN))
    }
  }

  @Test func `what reads a small integer is a step of its own`() throws {
    let module = try trace(TensorType(.f32, [6, 40])) { x in
      let whole = x.converted(to: .i8)
      return (whole, whole.converted(to: .f32) + x)
    }
    let x = NDArray((0..<240).map { Float($0) - 120.5 }, shape: [6, 40])
    let (found, meant) = (try Executable(module)([x]), try Interpreter(module).run("main", [x]))
    for (found, meant) in zip(found, meant) { #expect(found.rowMajorBytes == meant.rowMajorBytes) }
  }
}
