/// A kernel as C: the text, and the function in it.
public struct CSource: Hashable, Sendable {
  /// The name of the function; its type is
  /// `void (void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row,
  /// int64_t streams)`, where `operands` holds the inputs, then the outputs, strides are in bytes, and
  /// `streams` asks for outputs to be written past the caches. Of rows that interleave, `first_row` and
  /// `end_row` count tiles, and strides lead from one group of `RowKernel.interleave` rows to the next.
  public var symbol: String
  /// The name of the function that combines chunks of rows, or nil where nothing is combined over rows; its
  /// type is `void (void *const *partials, void *const *results, int64_t chunks, int64_t first_column,
  /// int64_t end_column)`. In `operands`, the place of such an output holds its partial results: for each
  /// chunk of `RowKernel.rowsPerChunk` rows, or each tile, a value for each column.
  public var columnSymbol: String?
  /// The names of the functions that work on segments of rows and that merge what they leave, or nil where rows are not
  /// divided; their types are
  /// `void (void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t pass,
  /// int64_t first_segment, int64_t end_segment, double *partials, int64_t streams)` and
  /// `void (void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t pass,
  /// double *partials)`, where `partials` holds `RowSegments.partialsPerRow` values for each row from `first_row` on.
  public var segmentSymbols: SegmentSymbols?
  /// A translation unit that needs no header.
  public var text: String
}

/// The functions behind a kernel whose rows are divided.
public struct SegmentSymbols: Hashable, Sendable {
  /// One pass over some segments of some rows.
  public var pass: String
  /// What all segments of a pass left, merged.
  public var merge: String
}
