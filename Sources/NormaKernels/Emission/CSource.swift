/// A kernel as C: the text, and the function in it.
public struct CSource: Hashable, Sendable {
  /// The name of the function; its type is
  /// `void (void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row)`,
  /// where `operands` holds the inputs, then the outputs, and strides are in bytes.
  public var symbol: String
  /// A translation unit that needs no header.
  public var text: String
}
