import NormaArrays
import Synchronization
import Testing

@testable import NormaRuntime

@Suite struct RowParallelismTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 63, 1000, 100_003])
  func `every row is done exactly once, in ranges that start at the multiple`(threads: Int, rows: Int) {
    for multiple in [1, 16, 64] {
      let ranges = Locked<[Range<Int>]>([])
      RowParallelism(threads: threads).forEachRange(rows: rows, bytesPerRow: 4096, multiple: multiple) {
        range in ranges.withLock { $0.append(range) }
      }
      let sorted = ranges.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
      #expect(sorted.flatMap { Array($0) } == Array(0..<rows))
      #expect(sorted.allSatisfy { $0.lowerBound % multiple == 0 && !$0.isEmpty })
    }
  }

  @Test func `small work is one call, large work is divided`() {
    func calls(_ rows: Int) -> Int {
      let count = Atomic<Int>(0)
      RowParallelism(threads: 4).forEachRange(rows: rows, bytesPerRow: 1024) { _ in
        count.wrappingAdd(1, ordering: .relaxed)
      }
      return count.load(ordering: .relaxed)
    }
    #expect(calls(100) == 1)
    #expect(calls(10_000) > 4)
  }

  @Test func `sizes near the end of the integers do not overflow`() {
    let rows = Locked(0)
    RowParallelism(threads: 2).forEachRange(rows: 3, bytesPerRow: .max) { range in
      rows.withLock { $0 += range.count }
    }
    #expect(rows.withLock { $0 } == 3)
  }

  @Test(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
  func `a kernel gives the same rows on one thread and on three`() throws {
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: nil)
    let kernel = try cache.kernel("scale", in: scalingSource(by: 3))
    let one = scaled(rows: 20_001, by: kernel, on: RowParallelism(threads: 1))
    #expect(one == scaled(rows: 20_001, by: kernel, on: RowParallelism(threads: 3)))
    #expect(one == Array(repeating: 3, count: 20_001 * 8))
  }
}
