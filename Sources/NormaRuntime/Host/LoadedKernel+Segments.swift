internal import NormaKernels

/// The C functions of a kernel whose rows are divided into segments; see `CSource.segmentSymbols`.
@unsafe struct SegmentFunctions: Sendable {
  /// One pass over some segments of some rows.
  typealias Pass =
    @convention(c) @Sendable (
      UnsafePointer<UnsafeMutableRawPointer?>, UnsafePointer<Int64>, Int64, Int64, Int64, Int64, Int64,
      UnsafeMutablePointer<Double>, Int64
    ) -> Void
  /// What the segments of some rows left in a pass, merged.
  typealias Merge =
    @convention(c) @Sendable (
      UnsafePointer<UnsafeMutableRawPointer?>, UnsafePointer<Int64>, Int64, Int64, Int64,
      UnsafeMutablePointer<Double>
    ) -> Void

  let pass: Pass
  let merge: Merge
}

extension LoadedKernel {
  /// Computes rows `0..<rows` of a kernel whose rows are divided, their segments spread over threads.
  ///
  /// `partials` has room for `SegmentedRows.partialCount` values.
  func call(
    operands: UnsafePointer<UnsafeMutableRawPointer?>, rowStrides: UnsafePointer<Int64>, rows: Int,
    streams: Bool, segmented: SegmentedRows, partials: UnsafeMutablePointer<Double>,
    on threads: RowParallelism
  ) {
    guard let functions = unsafe segments else { return }
    // The tasks only read these lists, and write partial results of segments of their own.
    nonisolated(unsafe) let (operands, strides, partials) = unsafe (operands, rowStrides, partials)
    let size = segmented.segments.partialsPerRow
    withExtendedLifetime(library) {
      segmented.forEachPass(rows: rows, on: threads) { pass, rows, segments, start in
        unsafe functions.pass(
          operands, strides, Int64(rows.lowerBound), Int64(rows.upperBound), Int64(pass),
          Int64(segments.lowerBound), Int64(segments.upperBound),
          partials + (rows.lowerBound - start) * size, streams ? 1 : 0)
      } merge: { pass, rows in
        unsafe functions.merge(
          operands, strides, Int64(rows.lowerBound), Int64(rows.upperBound), Int64(pass), partials)
      }
    }
  }
}
