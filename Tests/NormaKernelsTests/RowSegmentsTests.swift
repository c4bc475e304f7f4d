import NormaArrays
import Testing

@testable import NormaKernels

@Suite struct RowSegmentsTests {
  /// Widths, and the columns and number of the segments: never fewer than two, and at most 512.
  @Test(arguments: [
    (131_072, 32_768, 4), (131_073, 32_768, 4), (4_194_304, 32_768, 128), (8_388_608, 32_768, 256),
    (16_777_216, 65_536, 256), (16_777_215, 65_536, 255), (1 << 30, 4_194_304, 256),
  ])
  func `segments depend on the width alone`(width: Int, columns: Int, count: Int) throws {
    for type in [ScalarType.f32, .bf16] {
      let segments = try #require(SampleKernels.rmsNorm(width: width, type: type).segments)
      #expect(segments.columns == columns)
      #expect(segments.count == count)
      #expect((count - 1) * columns + segments.lastColumns == width)
      #expect(segments.lastColumns >= columns && segments.lastColumns < 2 * columns)
    }
  }

  @Test func `rows of fewer columns are not divided`() {
    #expect(SampleKernels.rmsNorm(width: 131_071, type: .f32).segments == nil)
    #expect(SampleKernels.layerNorm(width: 65_535).segments == nil)
  }

  /// The centred squares of LayerNorm go along with its mean; the exponentials of softmax need the largest value first.
  @Test func `centred sums need no pass of their own`() throws {
    #expect(SampleKernels.layerNorm(width: 1 << 20).segments?.passes == 2)
    #expect(SampleKernels.softmax(width: 1 << 20).segments?.passes == 3)
    #expect(SampleKernels.rmsNorm(width: 1 << 20, type: .f32).segments?.passes == 2)
    #expect(SampleKernels.scaleGradient(width: 1 << 20).segments?.passes == 1)
    #expect(
      SampleKernels.layerNorm(width: 64).sweeps == [
        Sweep(
          reductions: [2, 7], centred: [CentredSum(node: 7, mean: 4, sum: 2, otherSum: 2, distance: 5)]),
        Sweep(stores: [0]),
      ])
  }

  /// A mean over another count than the columns is no mean of theirs, and one rounded to bf16 is not theirs either.
  @Test func `what only looks like a centred sum has its own pass`() {
    var kernel = SampleKernels.layerNorm(width: 64)
    kernel.nodes[3].operation = .constant(UInt64(Float(63).bitPattern))
    #expect(kernel.sweeps.count == 3)
    kernel = SampleKernels.layerNorm(width: 64)
    kernel.nodes[4].type = .bf16
    #expect(kernel.sweeps.count == 3)
  }

  /// What is asked for ahead lies in the same row, and nothing is held on a stack: passes share none.
  @Test(arguments: [SampleKernels.layerNorm(width: 1000), SampleKernels.softmax(width: 1000)])
  func `passes of rows that are divided ask for what comes in the row and hold nothing`(kernel: RowKernel) {
    let divided = SampleKernels.divided(kernel)
    #expect(Schedule.heuristic(for: divided).prefetch == nil)
    let source = divided.source(schedule: .heuristic(for: divided)).text
    #expect(source.contains("__builtin_prefetch(x0_at + column + 2048);"))
    #expect(!source.contains("_held"))
  }
}
