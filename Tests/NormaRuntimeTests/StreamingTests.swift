import NormaArrays
import NormaKernels
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// Outputs written past the caches, which callers see only on arrays larger than the last one.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct StreamingTests {
  /// Widths whose rows start at a line, at every second one, and anywhere.
  @Test(
    arguments: [ScalarType.f32, .bf16, .f16, .f64], [16, 100, 128, 129, 136, 255, 1000])
  func `streamed rows have the same bits, wherever they start`(type: ScalarType, width: Int) throws {
    let kernel = try Self.kernel(type, width)
    let rows = 3
    let bytes = rows * width * type.byteCount
    let x = (0..<rows * width).map { Float($0 * 7919 % 1013) / 256 - 1 }
    let input = NDArray(x, shape: [rows, width]).converted(to: type)
    for offset in stride(from: 0, to: 128, by: type.byteCount * (type.byteCount == 8 ? 1 : 3)) {
      let plain = try Self.run(kernel, input, width, offset: offset, bytes: bytes, streams: false)
      let streamed = try Self.run(kernel, input, width, offset: offset, bytes: bytes, streams: true)
      #expect(plain == streamed, "\(type), width \(width), \(offset) bytes from a line")
      #expect(streamed.prefix(offset).allSatisfy { $0 == 0xA5 }, "written before the rows")
      #expect(streamed.dropFirst(offset + bytes).allSatisfy { $0 == 0xA5 }, "written after the rows")
    }
  }

  /// A sum over rows counts each element once, streamed or not.
  @Test(arguments: [129, 1000]) func `streaming counts nothing twice`(width: Int) throws {
    let module = try trace(Input("x", TensorType(.f32, [70, width]))) { x in (x + x, x.sum(over: [0])) }
    let step = try #require(try Plan.standard(for: module).steps.kernels.first)
    let source = step.kernel.source(schedule: .heuristic(for: step.kernel)).text
    #expect(!source.contains("integer head"))
  }

  private static func kernel(_ type: ScalarType, _ width: Int) throws -> LoadedKernel {
    let layer = LayerNorm(normalizedShape: [width], weight: nil, bias: nil)
    let program = try layer.program(for: TensorType(type, [3, width]))
    let step = try #require(try Plan.standard(for: program).steps.kernels.first)
    let source = step.kernel.source(schedule: .heuristic(for: step.kernel))
    let compiler = try #require(hostCompiler)
    return try KernelCache(compiler: compiler, folder: nil).kernel(source.symbol, in: source.text)
  }

  /// All bytes of the memory around the result, which begins `offset` bytes after a cache line.
  private static func run(
    _ kernel: LoadedKernel, _ input: NDArray, _ width: Int, offset: Int, bytes: Int, streams: Bool
  ) throws -> [UInt8] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: offset + bytes + 128, alignment: 128)
    defer { unsafe memory.deallocate() }
    _ = unsafe memory.initializeMemory(as: UInt8.self, repeating: 0xA5)
    let start = try unsafe #require(memory.baseAddress) + offset
    let operands: [UnsafeMutableRawPointer?] = unsafe [
      UnsafeMutableRawPointer(mutating: input.baseAddress), start,
    ]
    let stride = Int64(width * input.scalarType.byteCount)
    unsafe kernel.call(
      operands: operands, rowStrides: [stride, stride], firstRow: 0, endRow: 3, streams: streams)
    withExtendedLifetime(input) {}
    return unsafe Array(memory)
  }
}
