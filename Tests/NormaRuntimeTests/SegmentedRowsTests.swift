import NormaArrays
import StableHLO
import Testing

@testable import NormaKernels
@testable import NormaRuntime

/// The order in which segments of rows are worked on.
@Suite struct SegmentedRowsTests {
  /// Rows that are doubled and, if asked, summed over all rows.
  private static func kernel(width: Int, summingRows: Bool = false, weight: Bool = false) -> RowKernel {
    var kernel = RowKernel(
      name: "double", width: width, inputs: [.init(.element, .f32)] + (weight ? [.init(.column, .f32)] : []),
      nodes: [
        .init(.input(0), [], type: .f32, layout: .element),
        .init(.reduce(.sum), [0], type: .f32, layout: .row),
        .init(.elementwise(.add), [0, 1], type: .f32, layout: .element),
      ], outputs: [.init(node: 2, layout: .element, type: .f32)])
    if summingRows { kernel.outputs.append(.init(node: 2, reducingRowsBy: .sum, type: .f32)) }
    kernel.division = RowDivision(narrowestWidth: 512, columnsPerSegment: 256)
    return kernel
  }

  /// What was done, in the order in which it ended.
  private struct Step: Hashable {
    var pass: Int
    var row: Int
    var segment: Int
  }

  @Test(arguments: [1, 2, 5, 70, 131], [1, 2, 3, 8])
  func `every segment of every row is done once in each pass, and merged before the next`(
    rows: Int, threads: Int
  ) throws {
    for (summingRows, cache) in [(false, 32 << 20), (true, 32 << 20), (false, 100_000), (true, 1)] {
      let kernel = Self.kernel(width: 20_017, summingRows: summingRows)
      let way = try #require(SegmentedRows(kernel, cacheByteCount: cache))
      let done = Locked<[Step: Int]>([:])
      let merged = Locked<[Step]>([])
      way.forEachPass(rows: rows, on: RowParallelism(threads: threads)) { pass, rows, segments, start in
        #expect(start <= rows.lowerBound && rows.upperBound - start <= way.rowsAtOnce)
        #expect(rows.lowerBound % way.multiple == 0, "rows that are summed are divided")
        for row in rows {
          for segment in segments {
            done.withLock { $0[Step(pass: pass, row: row, segment: segment), default: 0] += 1 }
          }
        }
      } merge: { pass, rows in
        for row in rows {
          let counts = done.withLock { done in
            (0..<way.segments.count).map { done[Step(pass: pass, row: row, segment: $0)] }
          }
          #expect(counts.allSatisfy { $0 == 1 })
          merged.withLock { $0.append(Step(pass: pass, row: row, segment: 0)) }
        }
      }
      #expect(merged.withLock { Set($0).count == $0.count && $0.count == rows * 2 })
      #expect(done.withLock(\.count) == rows * 2 * way.segments.count)
    }
  }

  /// 80 KB a row and as much for what all rows share.
  @Test func `as many rows at once as half of the cache holds, or many where it holds none`() throws {
    func rows(_ kernel: RowKernel, cache: Int) -> Int? {
      SegmentedRows(kernel, cacheByteCount: cache)?.rowsAtOnce
    }
    let plain = Self.kernel(width: 20_000)
    #expect(rows(plain, cache: 1 << 20) == 6)
    #expect(rows(plain, cache: 130_000) == 1)
    #expect(rows(plain, cache: 120_000) == 64)
    #expect(rows(plain, cache: 1 << 40) == 64)
    #expect(rows(Self.kernel(width: 20_000, weight: true), cache: 1 << 20) == 5)
    #expect(rows(Self.kernel(width: 20_000, weight: true), cache: 120_000) == 64)
    // Twelve rows are summed at a time.
    #expect(rows(Self.kernel(width: 20_000, summingRows: true), cache: 2 << 20) == 12)
  }

  @Test func `many rows that fit are left to a thread each`() throws {
    let way = try #require(SegmentedRows(Self.kernel(width: 20_000)))
    #expect(way.staysNear(rows: 16, threads: 2, cacheByteCount: 1 << 20))
    #expect(!way.staysNear(rows: 15, threads: 2, cacheByteCount: 1 << 20))
    #expect(!way.staysNear(rows: 16, threads: 2, cacheByteCount: 500_000))
  }
}
