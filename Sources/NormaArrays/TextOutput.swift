/// A text written to a file, which appears complete or not at all.
package enum TextOutput {
  /// Writes a text; what stood there before is replaced in one step.
  ///
  /// - Throws: where the file cannot be written.
  package static func write(_ text: String, to path: String) throws(ArrayError) {
    var file = try OutputFile(replacing: path)
    try file.write(Array(text.utf8))
    try file.commit()
  }
}
