import NormaArrays
import Testing

@testable import NormaKernels

@Suite struct RowKernelTests {
  @Test func `a norm is printed as formulas, pass by pass`() {
    #expect(
      SampleKernels.layerNorm(width: 40).description == """
        row kernel layer_norm, width 40
          in  x0: f32 per element
          in  x1: f32 per column
          in  x2: f32 per column
          out y0: f32 per element
          pass 1 over the row:
            row_sum = sum(f32(x0))
          row_mean = row_sum / 40.0
          pass 2 over the row:
            row_sum_2 = sum(((f32(x0) - row_mean) * (f32(x0) - row_mean)))
          row_mean_2 = row_sum_2 / 40.0
          row_total = row_mean_2 + 9.999999747378752e-06
          row_reciprocal_root = rsqrt(row_total)
          pass 3 over the row:
            y0 = (((f32(x0) - row_mean) * row_reciprocal_root) * x1) + x2
        """)
  }

  @Test func `softmax is printed as formulas, pass by pass`() {
    #expect(
      SampleKernels.softmax(width: 7).description == """
        row kernel softmax, width 7
          in  x0: f32 per element
          out y0: f32 per element
          pass 1 over the row:
            row_maximum = maximum(x0)
          pass 2 over the row:
            row_sum = sum(exponential((x0 - row_maximum)))
          pass 3 over the row:
            y0 = exponential((x0 - row_maximum)) / row_sum
        """)
  }

  @Test func `what is combined over rows is printed as such`() {
    #expect(
      SampleKernels.scaleGradient(width: 40).description == """
        row kernel scale_gradient, width 40
          in  x0: f32 per element
          in  x1: f32 per element
          in  x2: f32 per column
          out y0: f32 per element
          out y1: f32 per column
          pass 1 over the row:
            y0 = x1 * x2
            y1 = sum over rows of x1 * x0
        """)
  }

  /// 70 rows are chunks of 32, 32 and 6, or of 64 and 6; wide rows make smaller chunks.
  @Test(arguments: [
    (ScalarType.f32, 40, 32, 3), (.f32, 8192, 32, 3), (.f32, 16384, 16, 5), (.f32, 1 << 20, 4, 18),
    (.bf16, 40, 64, 2), (.f16, 8192, 64, 2), (.bf16, 16384, 32, 3), (.bf16, 1 << 20, 4, 18),
  ])
  func `rows are combined in chunks that their bytes decide alone`(
    type: ScalarType, width: Int, rows: Int, chunks: Int
  ) {
    var kernel = SampleKernels.scaleGradient(width: width)
    for input in kernel.inputs.indices { kernel.inputs[input].type = type }
    #expect(kernel.rowsPerChunk == rows)
    #expect(kernel.chunks(rows: 70) == chunks)
    #expect(kernel.partialByteCount(rows: 70) == chunks * width * 4)
  }

  @Test func `a reduction belongs to the pass after those it needs`() {
    let kernel = SampleKernels.layerNorm(width: 40)
    #expect(kernel.sweepLevels == [0, 0, 1, 0, 1, 1, 1, 2, 2, 0, 2, 2, 2, 0, 2, 0, 2])
    #expect(
      kernel.sweeps == [Sweep(reductions: [2]), Sweep(reductions: [7]), Sweep(stores: [0])])
  }

  @Test func `an output known early is stored by an early pass`() {
    var kernel = SampleKernels.softmax(width: 7)
    kernel.outputs.append(.init(node: 2, layout: .element, type: .f32))
    kernel.outputs.append(.init(node: 1, layout: .row, type: .f32))
    #expect(kernel.sweeps.map(\.stores) == [[], [1], [0]])
  }

  /// LayerNorm reads 10 rows of 40 and twice 40 columns, four bytes each. A row takes 4 operations on
  /// single values; an element 1 (the sum), then 3 (difference, square, sum), then 4 to be stored.
  @Test func `bytes and operations are those counted by hand`() {
    let norm = SampleKernels.layerNorm(width: 40).traffic(rows: 10)
    #expect(norm.bytesRead == 10 * 40 * 4 + 2 * 40 * 4)
    #expect(norm.bytesWritten == 10 * 40 * 4)
    #expect(norm.operations == 10 * (4 + 40 * (1 + 3 + 4)))
    let gate = SampleKernels.gate(width: 24).traffic(rows: 5)
    #expect(gate.bytes == 5 * 24 * (4 + 4 + 4 + 1))
    #expect(gate.operations == 5 * 24 * 3)
    let gradient = SampleKernels.scaleGradient(width: 24).traffic(rows: 5)
    #expect(gradient.bytes == 3 * 5 * 24 * 4 + 2 * 24 * 4)
    #expect(gradient.operations == 5 * 24 * 3)
    let rows = SampleKernels.rmsNorm(width: 16, type: .bf16).traffic(rows: 3)
    #expect(rows.bytes == 2 * 3 * 16 * 2)
  }

  @Test func `no rows move and compute nothing`() {
    let norm = SampleKernels.softmax(width: 7).traffic(rows: 0)
    #expect(norm.bytes == 0 && norm.operations == 0)
  }
}
