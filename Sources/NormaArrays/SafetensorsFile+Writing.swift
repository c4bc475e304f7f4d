extension SafetensorsFile {
  /// Writes named tensors to one file; it appears complete or not at all.
  ///
  /// Wider elements come first, then names in order, and the first tensor stands at a multiple of 64 bytes, so that
  /// every tensor is aligned for its type when mapped. Views are written in row-major order.
  /// - Throws: when a name is `__metadata__`, or the file cannot be written.
  public static func write(
    _ tensors: [String: NDArray], metadata: [String: String] = [:], to path: String
  ) throws(ArrayError) {
    guard tensors["__metadata__"] == nil else {
      throw ArrayError(.unwritable, path, "a tensor must not be named __metadata__, the format's own name")
    }
    let ordered = tensors.sorted {
      (-$0.value.scalarType.byteCount, $0.key) < (-$1.value.scalarType.byteCount, $1.key)
    }
    var file = try OutputFile(replacing: path)
    try file.write(header(of: ordered, metadata: metadata))
    for (_, array) in ordered { try file.write(array) }
    try file.commit()
  }

  private static func header(of tensors: [(key: String, value: NDArray)], metadata: [String: String])
    -> [UInt8]
  {
    var members: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { "\(JSONValue.text($0)):\(JSONValue.text($1))" }
      members.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
    }
    var offset = 0
    for (name, array) in tensors {
      let end = offset + array.byteCount
      let type = array.scalarType.safetensorsName
      let shape = array.shape.dimensions.map(String.init).joined(separator: ",")
      members.append(
        "\(JSONValue.text(name)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
      )
      offset = end
    }
    let text = Array("{\(members.joined(separator: ","))}".utf8)
    let padding = [UInt8](repeating: 0x20, count: (64 - (8 + text.count) % 64) % 64)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: (text.count + padding.count) >> (8 * $0)) }
    return length + text + padding
  }
}
