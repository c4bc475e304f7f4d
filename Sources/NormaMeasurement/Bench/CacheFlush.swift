internal import NormaArrays
internal import NormaRuntime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Memory that is written to have the caches forget everything else.
///
/// A class because it is memory with a purpose.
final class CacheFlush {
  private let scratch: NDArray
  private let threads: RowParallelism
  private var round: UInt8 = 0

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
    round &+= 1
    let value = Int32(round)
    let page = 4096
    threads.forEachRange(rows: scratch.byteCount / page, bytesPerRow: page) { range in
      // Page by page: of larger pieces memset may write past the caches.
      for place in range { _ = unsafe memset(start + place * page, value, page) }
    }
  }
}
