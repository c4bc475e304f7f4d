internal import NormaArrays
internal import NormaKernels

/// How the segments of rows that are divided are worked on: some rows at a time, pass by pass, each pass spread over threads.
///
/// What is chosen here moves memory more or less often and never shows in results: which segments there are, and the order
/// in which they are merged, depends on the row's width alone.
struct SegmentedRows: Hashable, Sendable {
  let segments: RowSegments
  /// Rows that go through a pass before the next one begins.
  let rowsAtOnce: Int
  /// Rows that are never divided between tasks.
  let multiple: Int
  /// What one row reads and writes.
  private let bytesPerRow: Int
  /// What one row reads of its own.
  private let bytesReadPerRow: Int

  /// Rows at once where they do not stay in the cache anyway, so that at least what all rows share is read only once.
  private static let rowsThroughMemory = 64

  /// The way of a kernel's rows, or nil where they are not divided.
  init?(_ kernel: RowKernel, cacheByteCount: Int = Processor.current.lastCacheByteCount) {
    guard let segments = kernel.segments else { return nil }
    func bytes(_ layout: Layout) -> Int {
      kernel.inputs.reduce(0) { $0 + ($1.layout == layout ? $1.type.byteCount * kernel.width : 0) }
    }
    self.segments = segments
    multiple = kernel.columnOutputs.isEmpty ? 1 : kernel.rowsPerChunk
    bytesReadPerRow = bytes(.element)
    bytesPerRow = kernel.bytesPerRow
    // Half of the cache for rows between their passes, and for what they share, and what stays in it where rows must be as
    // many: RMSNorm of 16 x 4,194,304 bf16, a row and its weight 16 MiB of 32, takes 0.90 of the time with one row at once of
    // that with two rows; LayerNorm, a row and what it shares 24 MiB, 0.85 of the time with all rows of that with one.
    let fewest = bytes(.column) + multiple * bytesReadPerRow
    let fitting = max(multiple, max(0, cacheByteCount / 2 - bytes(.column)) / max(1, bytesReadPerRow))
    let isNear = fewest <= SizeRegime.byteCount(stayingIn: cacheByteCount)
    let wanted = isNear ? min(fitting, Self.rowsThroughMemory) : Self.rowsThroughMemory
    rowsAtOnce = max(1, wanted / multiple) * multiple
  }

  /// Values of f64 that a call needs for what segments leave.
  var partialCount: Int { rowsAtOnce * segments.partialsPerRow }

  /// True where each thread had better take whole rows, which then stay near it from pass to pass: many rows, those
  /// of all threads together no more than a quarter of the cache.
  func staysNear(
    rows: Int, threads: Int, cacheByteCount: Int = Processor.current.lastCacheByteCount
  ) -> Bool {
    rows >= 8 * threads && bytesReadPerRow <= cacheByteCount / (4 * threads)
  }

  /// Calls `pass` for the segments of rows until all passes are done, and `merge` after each pass over some rows.
  ///
  /// - Parameters:
  ///   - pass: Works on segments of rows in a pass; the last argument is the first of the rows whose partial results
  ///     are kept. It is called on several threads at once.
  ///   - merge: Merges what a pass left for rows.
  func forEachPass(
    rows: Int, on threads: RowParallelism,
    pass: @Sendable (_ pass: Int, _ rows: Range<Int>, _ segments: Range<Int>, _ start: Int) -> Void,
    merge: (_ pass: Int, _ rows: Range<Int>) -> Void
  ) {
    guard rows > 0 else { return }
    let groups = (rows + rowsAtOnce - 1) / rowsAtOnce
    let size = ((rows + groups - 1) / groups + multiple - 1) / multiple * multiple
    for start in stride(from: 0, to: rows, by: size) {
      let group = start..<min(rows, start + size)
      for index in 0..<segments.passes {
        spread(index, over: group, on: threads) { pass(index, $0, $1, start) }
        merge(index, group)
      }
    }
  }

  /// One pass over some rows. A unit is one segment of one row; units of a segment follow each other, so that its columns of
  /// what all rows share stay near. Every other pass begins where the one before it ended.
  private func spread(
    _ pass: Int, over group: Range<Int>, on threads: RowParallelism,
    _ body: @Sendable (_ rows: Range<Int>, _ segments: Range<Int>) -> Void
  ) {
    let height = (group.count + multiple - 1) / multiple * multiple
    let units = segments.count * height
    threads.forEachRange(rows: units, bytesPerRow: bytesPerRow / segments.count, multiple: multiple) {
      range in
      let units = pass % 2 == 0 ? range : units - range.upperBound..<units - range.lowerBound
      guard height > 1 else { return body(group, units) }
      let touched = units.lowerBound / height...(units.upperBound - 1) / height
      for step in 0..<touched.count {
        let segment = pass % 2 == 0 ? touched.lowerBound + step : touched.upperBound - step
        let rows = units.clamped(to: segment * height..<(segment + 1) * height)
        let first = group.lowerBound + rows.lowerBound - segment * height
        let end = min(group.upperBound, group.lowerBound + rows.upperBound - segment * height)
        if first < end { body(first..<end, segment..<segment + 1) }
      }
    }
  }
}
