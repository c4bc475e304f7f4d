/// A compiled row kernel, ready to run.
///
/// Its C declaration is `void NAME(void *const *operands, const int64_t *row_strides, int64_t
/// first_row, int64_t end_row, int64_t streams)`: operands are the inputs, then the outputs; strides are
/// in bytes; `streams` says that outputs are better written past the caches.
@safe package struct LoadedKernel: Sendable {
  /// The C function behind a kernel.
  package typealias Function =
    @convention(c) @Sendable (
      UnsafePointer<UnsafeMutableRawPointer?>, UnsafePointer<Int64>, Int64, Int64, Int64
    ) -> Void

  private let function: Function
  private let library: KernelLibrary

  init(function: @escaping Function, library: KernelLibrary) {
    unsafe self.function = unsafe function
    self.library = library
  }

  /// Computes rows `firstRow..<endRow`. Allocates nothing; may run on several threads at once for
  /// ranges that do not overlap.
  ///
  /// Every operand pointer must be valid for the rows at its stride, and an output may not overlap
  /// another operand, but for what the kernel itself allows.
  package func call(
    operands: UnsafePointer<UnsafeMutableRawPointer?>, rowStrides: UnsafePointer<Int64>,
    firstRow: Int, endRow: Int, streams: Bool = false
  ) {
    withExtendedLifetime(library) {
      unsafe function(operands, rowStrides, Int64(firstRow), Int64(endRow), streams ? 1 : 0)
    }
  }

  /// Computes rows `0..<rows`, spread over threads where that pays; results do not depend on how.
  ///
  /// `bytesPerRow` is what one row reads and writes. `multiple` rows are never divided between tasks.
  /// Where all rows together exceed the last cache, outputs are streamed past it: a line that is written
  /// whole need not be read first, which saves a third of a norm's traffic.
  package func call(
    operands: UnsafePointer<UnsafeMutableRawPointer?>, rowStrides: UnsafePointer<Int64>,
    rows: Int, bytesPerRow: Int, multiple: Int = 1, on threads: RowParallelism
  ) {
    // The tasks only read these two lists; what they point to is divided by rows.
    nonisolated(unsafe) let (operands, strides) = unsafe (operands, rowStrides)
    let streams = bytesPerRow > 0 && rows > Processor.current.lastCacheByteCount / bytesPerRow
    threads.forEachRange(rows: rows, bytesPerRow: bytesPerRow, multiple: multiple) { range in
      unsafe call(
        operands: operands, rowStrides: strides, firstRow: range.lowerBound, endRow: range.upperBound,
        streams: streams)
    }
  }
}
