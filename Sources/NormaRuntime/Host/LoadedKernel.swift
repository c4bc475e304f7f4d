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

  /// The C function that combines chunks of rows: partial results, results, chunks, and a range of columns.
  typealias ColumnFunction =
    @convention(c) @Sendable (
      UnsafePointer<UnsafeMutableRawPointer?>, UnsafePointer<UnsafeMutableRawPointer?>, Int64, Int64, Int64
    ) -> Void

  private let function: Function
  private let columns: ColumnFunction?
  /// The functions for segments of rows, where rows are divided.
  let segments: SegmentFunctions?
  let library: KernelLibrary

  init(
    function: @escaping Function, columns: ColumnFunction? = nil, segments: SegmentFunctions? = nil,
    library: KernelLibrary
  ) {
    unsafe (self.function, self.columns, self.segments) = unsafe (function, columns, segments)
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
  /// Where all rows together do not stay in the last cache, outputs are streamed past it: a line that is written
  /// whole need not be read first, which saves a third of a norm's traffic.
  package func call(
    operands: UnsafePointer<UnsafeMutableRawPointer?>, rowStrides: UnsafePointer<Int64>,
    rows: Int, bytesPerRow: Int, multiple: Int = 1, on threads: RowParallelism
  ) {
    // The tasks only read these two lists; what they point to is divided by rows.
    nonisolated(unsafe) let (operands, strides) = unsafe (operands, rowStrides)
    let streams = SizeRegime(rows: rows, bytesPerRow: bytesPerRow) == .beyondCaches
    threads.forEachRange(rows: rows, bytesPerRow: bytesPerRow, multiple: multiple) { range in
      unsafe call(
        operands: operands, rowStrides: strides, firstRow: range.lowerBound, endRow: range.upperBound,
        streams: streams)
    }
  }

  /// Combines the partial results of `chunks` chunks into one value for each of `width` columns.
  ///
  /// `partials` and `results` hold a pointer for each output that is combined over rows.
  func combineColumns(
    partials: UnsafePointer<UnsafeMutableRawPointer?>, results: UnsafePointer<UnsafeMutableRawPointer?>,
    chunks: Int, width: Int, on threads: RowParallelism
  ) {
    guard let columns = unsafe columns else { return }
    nonisolated(unsafe) let (partials, results) = unsafe (partials, results)
    // A partial result is of at most 8 bytes; kernels take so many columns at once.
    let block = 128
    let bytes = chunks.multipliedReportingOverflow(by: block * 8).partialValue
    withExtendedLifetime(library) {
      threads.forEachRange(rows: (width + block - 1) / block, bytesPerRow: bytes) { range in
        unsafe columns(
          partials, results, Int64(chunks), Int64(range.lowerBound * block),
          Int64(min(width, range.upperBound * block)))
      }
    }
  }
}
