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

  /// Squares of 1e30 leave f32, so that these rows take their passes in f64.
  @Test(arguments: ["rmsnorm-int8", "layernorm-int8"], [Float(1e30), 1e-10])
  func `rows of any size are rounded alike`(name: String, size: Float) throws {
    let options = LayerOptions(normalizedShape: [384], epsilon: 0)
    let block = try #require(LayerFamily.named(name)).untrained(options, .f32)
    let module = try block.program(for: TensorType(.f32, [3, 384]))
    let numbers: [Float] = (0..<3 * 384).map { place in
      size * (Float((place &* 2_654_435_761) % 1000) / 250 - 2)
    }
    let x = NDArray(numbers, shape: [3, 384])
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
