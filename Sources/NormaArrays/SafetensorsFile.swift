/// A `.safetensors` file, mapped for reading: named tensors and a few words about them.
///
/// Source: the safetensors format; its header must describe every byte of the file exactly once.
public struct SafetensorsFile: Sendable {
  /// What the header says about one tensor.
  public struct Entry: Hashable, Sendable {
    /// The tensor's name.
    public let name: String
    /// The element type, or nil when Norma has none of that name.
    public let scalarType: ScalarType?
    /// The element type's name in the file, for example `BF16`.
    public let typeName: String
    /// The extents of the axes.
    public let shape: Shape
    /// Where the elements stand after the header, in bytes.
    let range: Range<Int>
  }

  /// The file, as the caller named it.
  public let path: String
  /// The tensors in the order in which they stand in the file.
  public let entries: [Entry]
  /// The header's `__metadata__`.
  public let metadata: [String: String]
  private let storage: TensorStorage
  private let dataOffset: Int

  /// Opens a file and checks its whole header.
  ///
  /// - Throws: when the file cannot be read, or the header breaks the format.
  public init(_ path: String) throws(ArrayError) {
    storage = try InputFile(path).map()
    self.path = path
    dataOffset = try SafetensorsHeader.dataOffset(
      from: storage.bytes(0..<8), fileByteCount: storage.memory.byteCount, file: path)
    let header = try SafetensorsHeader(
      parsing: storage.bytes(8..<dataOffset)[...], dataByteCount: storage.memory.byteCount - dataOffset,
      file: path)
    (entries, metadata) = (header.entries, header.metadata)
  }

  /// The tensor of a name, mapped from the file.
  ///
  /// - Throws: when there is none, with the names near it; when its type is unknown.
  public func array(named name: String) throws(ArrayError) -> NDArray {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw ArrayError(.missingTensor, path, "holds no tensor '\(name)'. \(suggestions(for: name))")
    }
    guard let scalarType = entry.scalarType else {
      throw ArrayError(
        .unsupportedType, path,
        "tensor '\(name)' has elements of type \(entry.typeName), which cannot be read")
    }
    return NDArray(
      scalarType, shape: entry.shape, strides: entry.shape.strides, storage: storage,
      byteOffset: dataOffset + entry.range.lowerBound
    ).usable()
  }
}

// MARK: - Suggestions

extension SafetensorsFile {
  /// A sentence with the names a reader may have meant: all when they are few, the nearest otherwise.
  private func suggestions(for name: String) -> String {
    let names = entries.map(\.name)
    if names.isEmpty { return "It holds none at all." }
    if names.count <= 5 { return "It holds \(names.joined(separator: ", "))." }
    let near = names.map { ($0, Self.distance($0, name)) }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
    return "Nearest of its \(names.count) names: \(near.joined(separator: ", "))."
  }

  /// How far two names are apart: 0 when one is part of the other, the number of edits otherwise.
  private static func distance(_ name: String, _ asked: String) -> Int {
    if name.contains(asked) || asked.contains(name) { return 0 }
    let (left, right) = (Array(name.utf8), Array(asked.utf8))
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let edits = min(row[column] + 1, row[column + 1] + 1, diagonal + (byte == right[column] ? 0 : 1))
        (diagonal, row[column + 1]) = (row[column + 1], edits)
      }
    }
    return row[right.count]
  }
}
