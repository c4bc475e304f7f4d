internal import NormaArrays
package import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How fast this machine copies memory: what a kernel that reads and writes every byte once can reach.
///
/// The faster of the system's `memcpy` and a copy with streaming stores, on the same threads and over
/// the same bytes as the kernel it is compared with. A large `memcpy` may use either; the other one is
/// measured as well so that the limit is the machine's and not the library's.
@safe package struct CopyLimit: ~Copyable {
  /// Memory as arrays have it: of huge pages where it is large.
  private let memory: (source: TensorStorage, target: TensorStorage)
  private let threads: RowParallelism
  private let streaming: LoadedKernel?
  /// The bytes read; as many are written.
  package let byteCount: Int
  private static let block = 4096

  /// Prepares copies of `byteCount` bytes, rounded up to whole pages. Without a cache of kernels, or
  /// without a compiler, the limit is memcpy's alone.
  package init(byteCount: Int, threads: RowParallelism = .standard, cache: KernelCache?) {
    let size = max(1, (byteCount + Self.block - 1) / Self.block) * Self.block
    memory = (
      TensorStorage(TensorMemory(allocating: size)), TensorStorage(TensorMemory(allocating: size))
    )
    // Every page is touched, for a page never written is read from one shared page of zeros.
    _ = unsafe memset(memory.source.memory.start, 1, size)
    _ = unsafe memset(memory.target.memory.start, 2, size)
    (self.byteCount, self.threads) = (size, threads)
    streaming = try? cache?.kernel("norma_copy", in: Self.streamingSource)
  }

  private var source: UnsafeMutableRawPointer { unsafe memory.source.memory.start }
  private var target: UnsafeMutableRawPointer { unsafe memory.target.memory.start }

  /// The bytes that one copy moves: read and written.
  package var traffic: Int { 2 * byteCount }

  /// The copies to be timed, by name, to run in turns with a kernel. Each keeps the memory that it copies.
  package func candidates() -> [(name: String, run: () -> Void)] {
    nonisolated(unsafe) let (source, target) = unsafe (source, target)
    let (memory, threads, rows, streaming) = (memory, threads, byteCount / Self.block, streaming)
    let plain = (
      name: "memcpy",
      run: {
        threads.forEachRange(rows: rows, bytesPerRow: 2 * Self.block) { range in
          let offset = range.lowerBound * Self.block
          _ = unsafe memcpy(target + offset, source + offset, range.count * Self.block)
        }
        withExtendedLifetime(memory) {}
      }
    )
    guard let streaming else { return [plain] }
    let stream = {
      let operands = unsafe [source, target] as [UnsafeMutableRawPointer?]
      unsafe streaming.call(
        operands: operands, rowStrides: [Int64(Self.block), Int64(Self.block)], rows: rows,
        bytesPerRow: 2 * Self.block, on: threads)
      withExtendedLifetime(memory) {}
    }
    return [plain, ("streaming copy", stream)]
  }

  /// The faster copy's rate, from its median over so many rounds.
  package func measured(rounds: Int = 9) -> Bandwidth {
    let seconds = Stopwatch.compare(candidates(), rounds: rounds).map(\.seconds.median)
    return Bandwidth(bytes: traffic, seconds: seconds.min() ?? .infinity)
  }

  /// True if every byte of the target is the source's.
  var isCopied: Bool { unsafe memcmp(source, target, byteCount) == 0 }

  /// Makes every byte of the target differ from the source's.
  func spoilTarget() { _ = unsafe memset(target, 2, byteCount) }

  /// Copies blocks of 4096 bytes; `__builtin_nontemporal_store` is clang's, other compilers store plainly.
  static let streamingSource = """
    #include <stdint.h>
    typedef float vector __attribute__((vector_size(64), aligned(64)));
    #ifndef __has_builtin
    #define __has_builtin(name) 0
    #endif
    #if __has_builtin(__builtin_nontemporal_store)
    #define STORE(value, place) __builtin_nontemporal_store((value), (place))
    #else
    #define STORE(value, place) (*(place) = (value))
    #endif

    void norma_copy(void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t streams) {
      (void)streams;
      for (int64_t row = first_row; row < end_row; row++) {
        const vector *from = (const vector *)((const char *)operands[0] + row * row_strides[0]);
        vector *to = (vector *)((char *)operands[1] + row * row_strides[1]);
        for (int64_t i = 0; i < 64; i++) STORE(from[i], to + i);
      }
    #if defined(__x86_64__)
      __asm__ volatile("sfence" ::: "memory");
    #endif
    }
    """
}
