/// How a user names an array: `path.npy`, or `model.safetensors:tensor.name`.
///
/// A `.safetensors` file that holds one tensor needs no name.
public struct ArrayReference: Hashable, Sendable {
  /// The file.
  public let path: String
  /// The tensor in a `.safetensors` file, if one is named.
  public let tensorName: String?

  private static let container = ".safetensors"

  /// Reads a reference; the file need not exist yet.
  ///
  /// - Throws: when the text has neither form.
  public init(_ text: String) throws(ArrayError) {
    if let split = Self.split(text) {
      (path, tensorName) = split
    } else if text.hasSuffix(".npy") || text.hasSuffix(Self.container) {
      (path, tensorName) = (text, nil)
    } else {
      throw ArrayError(
        .malformedReference, text,
        "names no array: write a path that ends in .npy, or model.safetensors:tensor.name")
    }
  }

  /// Opens the array, mapped from its file.
  ///
  /// - Throws: what the file's reader throws; for a `.safetensors` file of several tensors without a name, their names.
  public func load() throws(ArrayError) -> NDArray {
    guard path.hasSuffix(Self.container) else { return try NDArray(npy: path) }
    let file = try SafetensorsFile(path)
    if let tensorName { return try file.array(named: tensorName) }
    guard file.entries.count == 1 else {
      let names = file.entries.prefix(5).map(\.name).joined(separator: ", ")
      throw ArrayError(
        .missingTensor, path,
        "holds \(file.entries.count) tensors; name one as \(path):NAME. The first are: \(names)")
    }
    return try file.array(named: file.entries[0].name)
  }

  /// The parts before and after the first colon that follows `.safetensors`.
  private static func split(_ text: String) -> (String, String)? {
    for colon in text.indices where text[colon] == ":" && text[..<colon].hasSuffix(container) {
      let name = text[text.index(after: colon)...]
      return name.isEmpty ? nil : (String(text[..<colon]), String(name))
    }
    return nil
  }
}

extension ArrayReference: CustomStringConvertible {
  /// The reference as it was written.
  public var description: String { tensorName.map { "\(path):\($0)" } ?? path }
}
