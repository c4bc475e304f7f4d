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
    let layer = LayerNorm(normalizedShape: [width], weight: nil, bias: nil)
    let source = try Self.source(layer.program(for: TensorType(type, [Self.rows, width])))
    try Self.expectSameBits(source, type, width)
  }

  /// Two results of a row, one of which is combined over rows; what is so combined has each element once.
  @Test(
    arguments: [ScalarType.f32, .bf16, .f16, .f64], [100, 128, 129, 136, 257, 1000])
  func `streamed rows and sums over rows have the same bits`(type: ScalarType, width: Int) throws {
    let rows = TensorType(type, [Self.rows, width])
    let source = try Self.source(
      trace(Input("x", rows)) { x in
        (x * (x * x).mean(over: .last, keepingDimensions: true).rsqrt(), (x * x).sum(over: [0]))
      })
    let isStaged = width >= 128 && width * type.byteCount % 64 != 0
    #expect(source.text.contains("stream_staged") == isStaged)
    #expect(!source.text.contains("integer head"))
    try Self.expectSameBits(source, type, width)
  }

  private static let rows = 5

  private static func source(_ program: Module) throws -> CSource {
    let step = try #require(try Plan.standard(for: program).steps.kernels.first)
    var schedule = Schedule.heuristic(for: step.kernel)
    schedule.pairs = .always
    return step.kernel.source(schedule: schedule)
  }

  /// Runs the kernel of a source wherever its rows may start, streaming or not.
  private static func expectSameBits(_ source: CSource, _ type: ScalarType, _ width: Int) throws {
    let compiler = try #require(hostCompiler)
    let kernel = try KernelCache(compiler: compiler, folder: nil).kernel(source.symbol, in: source.text)
    let bytes = rows * width * type.byteCount
    let x = (0..<rows * width).map { Float($0 * 7919 % 1013) / 256 - 1 }
    let input = NDArray(x, shape: [rows, width]).converted(to: type)
    for offset in stride(from: 0, to: 128, by: type.byteCount * (type.byteCount == 8 ? 1 : 3)) {
      let plain = try run(kernel, input, width, offset: offset, bytes: bytes, streams: false)
      let streamed = try run(kernel, input, width, offset: offset, bytes: bytes, streams: true)
      #expect(plain == streamed, "\(type), width \(width), \(offset) bytes from a line")
      #expect(streamed[0].prefix(offset).allSatisfy { $0 == 0xA5 }, "written before the rows")
      #expect(streamed[0].dropFirst(offset + bytes).allSatisfy { $0 == 0xA5 }, "written after the rows")
    }
  }

  /// All bytes of the memory around the result, which begins `offset` bytes after a cache line, and those of what is
  /// combined over rows, if anything is.
  private static func run(
    _ kernel: LoadedKernel, _ input: NDArray, _ width: Int, offset: Int, bytes: Int, streams: Bool
  ) throws -> [[UInt8]] {
    let around = UnsafeMutableRawBufferPointer.allocate(byteCount: offset + bytes + 128, alignment: 128)
    let sums = UnsafeMutableRawBufferPointer.allocate(byteCount: width * 8, alignment: 64)
    defer {
      unsafe around.deallocate()
      unsafe sums.deallocate()
    }
    _ = unsafe around.initializeMemory(as: UInt8.self, repeating: 0xA5)
    _ = unsafe sums.initializeMemory(as: UInt8.self, repeating: 0xA5)
    let operands: [UnsafeMutableRawPointer?] = unsafe [
      UnsafeMutableRawPointer(mutating: input.baseAddress), try #require(around.baseAddress) + offset,
      sums.baseAddress,
    ]
    let stride = Int64(width * input.scalarType.byteCount)
    unsafe kernel.call(
      operands: operands, rowStrides: [stride, stride, 0], firstRow: 0, endRow: rows, streams: streams)
    withExtendedLifetime(input) {}
    return unsafe [Array(around), Array(sums)]
  }
}
