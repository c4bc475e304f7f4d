/// A kernel as C: the text, and the function in it.
public struct CSource: Hashable, Sendable {
  /// The name of the function; its type is
  /// `void (void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row,
  /// int64_t streams)`, where `operands` holds the inputs, then the outputs, strides are in bytes, and
  /// `streams` asks for outputs to be written past the caches.
  public var symbol: String
  /// A translation unit that needs no header.
  public var text: String
}
