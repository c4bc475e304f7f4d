internal import NormaArrays
package import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How fast this machine adds two arrays: what a kernel that reads two streams and writes one can reach, as the
/// backward of a norm does, which reads `x` and `dy` and writes `dx`.
@safe package struct SumLimit: ~Copyable {
  private let arrays: [TensorStorage]
  private let threads: RowParallelism
  private let kernels: [(name: String, kernel: LoadedKernel)]
  /// The bytes of each of the three arrays.
  package let byteCount: Int
  private static let block = 4096

  /// Prepares sums of arrays of `byteCount` bytes, rounded up to whole pages. Without a cache of kernels, or
  /// without a compiler, there are none.
  package init(byteCount: Int, threads: RowParallelism = .standard, cache: KernelCache?) {
    let size = max(1, (byteCount + Self.block - 1) / Self.block) * Self.block
    arrays = (0..<3).map { _ in TensorStorage(TensorMemory(allocating: size)) }
    // Every page is touched, for a page never written is read from one shared page of zeros.
    for array in arrays { _ = unsafe memset(array.memory.start, 0, size) }
    (self.byteCount, self.threads) = (size, threads)
    kernels = [("sum", "norma_sum"), ("streaming sum", "norma_streaming_sum")].compactMap { name, symbol in
      (try? cache?.kernel(symbol, in: Self.source)).map { (name, $0) }
    }
  }

  /// The bytes that one sum moves: read and written.
  package var traffic: Int { 3 * byteCount }

  /// The sums to be timed, by name. Each keeps the memory that it adds.
  package func candidates() -> [(name: String, run: () -> Void)] {
    let (arrays, threads, rows) = (arrays, threads, byteCount / Self.block)
    return kernels.map { name, kernel in
      let run = {
        let operands = unsafe arrays.map { unsafe Optional($0.memory.start) }
        unsafe kernel.call(
          operands: operands, rowStrides: [Int64](repeating: Int64(Self.block), count: 3), rows: rows,
          bytesPerRow: 3 * Self.block, on: threads)
        withExtendedLifetime(arrays) {}
      }
      return (name, run)
    }
  }

  /// The last element of a sum of arrays that hold so much everywhere, by the kernel of a place.
  package func sum(of left: Float, and right: Float, by index: Int) -> Float {
    for (array, value) in zip(arrays, [left, right, 0]) {
      let elements = unsafe array.memory.start.assumingMemoryBound(to: Float.self)
      unsafe elements.update(repeating: value, count: byteCount / 4)
    }
    candidates()[index].run()
    return unsafe arrays[2].memory.start.load(fromByteOffset: byteCount - 4, as: Float.self)
  }

  /// Adds blocks of 4096 bytes, with plain and with streaming stores.
  static let source = """
    #include <stdint.h>
    typedef float vector __attribute__((vector_size(64), aligned(64)));
    #ifndef __has_builtin
    #define __has_builtin(name) 0
    #endif
    #if __has_builtin(__builtin_nontemporal_store)
    #define STREAM(value, place) __builtin_nontemporal_store((value), (place))
    #else
    #define STREAM(value, place) (*(place) = (value))
    #endif
    #define STORE(value, place) (*(place) = (value))
    #if defined(__x86_64__)
    #define FENCE __asm__ volatile("sfence" ::: "memory")
    #else
    #define FENCE
    #endif
    #define SUM(NAME, PUT) \\
      void NAME(void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t streams) { \\
        (void)streams; \\
        for (int64_t row = first_row; row < end_row; row++) { \\
          const vector *left = (const vector *)((const char *)operands[0] + row * row_strides[0]); \\
          const vector *right = (const vector *)((const char *)operands[1] + row * row_strides[1]); \\
          vector *to = (vector *)((char *)operands[2] + row * row_strides[2]); \\
          for (int64_t i = 0; i < 64; i++) PUT(left[i] + right[i], to + i); \\
        } \\
        FENCE; \\
      }
    SUM(norma_sum, STORE)
    SUM(norma_streaming_sum, STREAM)
    """
}
