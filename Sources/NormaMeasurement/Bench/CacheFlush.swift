internal import NormaArrays
internal import NormaRuntime

/// Memory that is written to have the caches forget everything else.
///
/// A class because it is memory with a purpose.
final class CacheFlush {
  private let scratch: NDArray
  private let threads: RowParallelism

  /// Twice the last cache, written by the threads whose own caches are meant.
  init(threads: RowParallelism) {
    scratch = NDArray(zeros: .i8, shape: [2 * Processor.current.lastCacheByteCount])
    self.threads = threads
  }

  /// The bytes written.
  var byteCount: Int { scratch.byteCount }

  /// Writes all of it.
  func run() {
    nonisolated(unsafe) let start = unsafe scratch.mutableBaseAddress
    let page = 4096
    threads.forEachRange(rows: scratch.byteCount / page, bytesPerRow: page) { range in
      for place in range.lowerBound * page / 8..<range.upperBound * page / 8 {
        let word = unsafe start.advanced(by: place * 8)
        unsafe word.storeBytes(of: word.load(as: UInt64.self) &+ 1, as: UInt64.self)
      }
    }
  }
}
