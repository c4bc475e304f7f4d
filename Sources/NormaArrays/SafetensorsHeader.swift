/// The checked contents of a `.safetensors` header.
struct SafetensorsHeader {
  private(set) var entries: [SafetensorsFile.Entry] = []
  private(set) var metadata: [String: String] = [:]
  private let file: String

  /// Where the elements begin, told by the file's first 8 bytes.
  static func dataOffset(from start: [UInt8], fileByteCount: Int, file: String) throws(ArrayError) -> Int {
    guard start.count == 8 else {
      throw ArrayError(.wrongFormat, file, "is not a .safetensors file: it is shorter than its first field")
    }
    let length = start.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= 100_000_000 else {
      throw ArrayError(
        .wrongFormat, file,
        "is not a .safetensors file: its header would be \(length) bytes, over the limit of 100 MB")
    }
    guard Int(length) <= fileByteCount - 8 else {
      throw ArrayError(.wrongSize, file, "ends inside its header of \(length) bytes: the file is cut short")
    }
    return 8 + Int(length)
  }

  /// Reads and checks the header's JSON.
  init(parsing bytes: ArraySlice<UInt8>, dataByteCount: Int, file: String) throws(ArrayError) {
    self.file = file
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONScanner.value(of: bytes)
    } catch {
      throw failure("the header is not JSON: \(error.message) (byte \(error.position))")
    }
    guard bytes.first == UInt8(ascii: "{"), case .object(let members) = value else {
      throw failure("the header must be a JSON object that begins at once")
    }
    for member in members {
      if member.name == "__metadata__" {
        metadata = try metadata(from: member.value)
      } else {
        entries.append(try entry(member.name, from: member.value))
      }
    }
    try checkCover(dataByteCount: dataByteCount)
  }

  private func failure(_ message: String) -> ArrayError { ArrayError(.malformedHeader, file, message) }
}

// MARK: - Parts

extension SafetensorsHeader {
  private func metadata(from value: JSONValue) throws(ArrayError) -> [String: String] {
    var metadata: [String: String] = [:]
    guard case .object(let members) = value else { throw failure("__metadata__ must be a JSON object") }
    for member in members {
      guard case .string(let text) = member.value else {
        throw failure("__metadata__ may hold strings only, but '\(member.name)' is none")
      }
      metadata[member.name] = text
    }
    return metadata
  }

  private func entry(_ name: String, from value: JSONValue) throws(ArrayError) -> SafetensorsFile.Entry {
    guard case .object(let members) = value else { throw failure("tensor '\(name)' must be a JSON object") }
    func field(_ key: String) throws(ArrayError) -> JSONValue {
      guard let member = members.first(where: { $0.name == key }) else {
        throw failure("tensor '\(name)' has no '\(key)'")
      }
      return member.value
    }
    guard case .string(let typeName) = try field("dtype") else {
      throw failure("the 'dtype' of tensor '\(name)' must be a string")
    }
    let type = ScalarType.allCases.first { $0.safetensorsName == typeName }
    let dimensions = try naturals(try field("shape"), "the 'shape' of tensor '\(name)'")
    let offsets = try naturals(try field("data_offsets"), "the 'data_offsets' of tensor '\(name)'")
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw failure("the 'data_offsets' of tensor '\(name)' must be its begin and end")
    }
    guard let shape = Shape(checking: dimensions, elementBytes: type?.byteCount ?? 1) else {
      throw failure("the shape of tensor '\(name)' is larger than any memory")
    }
    let range = offsets[0]..<offsets[1]
    if let type, range.count != shape.elementCount * type.byteCount {
      throw failure(
        "tensor '\(name)', \(type)\(shape), takes \(shape.elementCount * type.byteCount) bytes but is given \(range.count)"
      )
    }
    return SafetensorsFile.Entry(name: name, scalarType: type, typeName: typeName, shape: shape, range: range)
  }

  private func naturals(_ value: JSONValue, _ what: String) throws(ArrayError) -> [Int] {
    guard case .array(let values) = value else { throw failure("\(what) must be an array") }
    var numbers: [Int] = []
    for value in values {
      guard case .number(let text) = value, let number = Int(text), number >= 0, text != "-0" else {
        throw failure("\(what) must hold whole numbers from 0 that a memory can have")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Sorts the tensors by place and checks that they cover the data without overlap or hole.
  private mutating func checkCover(dataByteCount: Int) throws(ArrayError) {
    entries.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = 0
    for entry in entries {
      guard entry.range.lowerBound == end else {
        let fault = entry.range.lowerBound < end ? "overlaps the tensor before it" : "leaves a hole before it"
        throw failure(
          "tensor '\(entry.name)' begins at byte \(entry.range.lowerBound), not \(end), and so \(fault)")
      }
      end = entry.range.upperBound
    }
    guard end == dataByteCount else {
      let fault = end > dataByteCount ? "the file is cut short" : "bytes follow the last tensor"
      throw ArrayError(
        .wrongSize, file, "must hold \(end) bytes of tensors but has \(dataByteCount): \(fault)")
    }
  }
}

extension ScalarType {
  /// The type's name in `.safetensors` files.
  var safetensorsName: String {
    switch self {
    case .f64, .f32, .f16, .bf16, .i64, .i32, .i16, .i8: rawValue.uppercased()
    case .ui64, .ui32, .ui16, .ui8: String(rawValue.uppercased().filter { $0 != "I" })
    case .i1: "BOOL"
    }
  }
}
