import Testing

@testable import NormaArrays

struct SafetensorsFileTests {
  /// A file of header text and the bytes after it.
  static func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) } + Array(header.utf8) + data
  }

  @Test func `tensors of every type come back by name, aligned and mapped`() throws {
    let folder = try TemporaryFolder()
    var tensors: [String: NDArray] = [:]
    for (index, type) in ScalarType.allCases.enumerated() {
      tensors["layer.\(type)"] = .sample(type, shape: [3, index], seed: UInt64(index))
    }
    tensors["\"quoted\"\n\u{1F600}"] = .sample(.f32, shape: [])
    tensors["view"] = NDArray.sample(.bf16, shape: [4, 3]).transposed()
    try SafetensorsFile.write(tensors, metadata: ["format": "pt", "a": "\\"], to: folder("m.safetensors"))
    let file = try SafetensorsFile(folder("m.safetensors"))
    #expect(
      Set(file.entries.map(\.name)) == Set(tensors.keys) && file.metadata == ["format": "pt", "a": "\\"])
    for (name, tensor) in tensors {
      let array = try file.array(named: name)
      #expect(array.isBitwiseEqual(to: tensor) && !array.storage.memory.isWritable)
    }
    #expect(folder.names == ["m.safetensors"])
  }

  @Test func `a file written by hand is read, also misaligned and with other members`() throws {
    let folder = try TemporaryFolder()
    let header = """
      {"b":{"dtype":"F32","shape":[1,2],"data_offsets":[3,11]},"__metadata__":{"k":"v"},\
      "a":{"shape":[3],"data_offsets":[0,3],"dtype":"BOOL","more":null},"e":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[11,12]}}
      """
    for padding in 0..<4 {
      let data: [UInt8] = [1, 0, 7, 0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0, 9]
      let path = try folder.file("m", Self.file(header + String(repeating: " ", count: padding), data))
      let file = try SafetensorsFile(path)
      #expect(file.entries.map(\.name) == ["a", "b", "e"] && file.entries[1].shape == [1, 2])
      let array = try file.array(named: "b")
      #expect(
        unsafe array.elements(as: Float.self) == [1, -2.5] && Int(bitPattern: array.baseAddress) % 4 == 0)
      #expect(try file.array(named: "a").elements(as: Bool.self) == [true, false, true])
      #expect(file.entries[2].scalarType == nil && file.entries[2].typeName == "F8_E4M3")
      let error = #expect(throws: ArrayError.self) { try file.array(named: "e") }
      #expect(error?.message == "tensor 'e' has elements of type F8_E4M3, which cannot be read")
    }
  }

  @Test(arguments: [
    (
      #"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}"#,
      "tensor 'b' begins at byte 1, not 2, and so overlaps the tensor before it"
    ),
    (
      #"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[3,4]}}"#,
      "tensor 'b' begins at byte 3, not 2, and so leaves a hole before it"
    ),
    (
      #"{"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}"#,
      "must hold 9 bytes of tensors but has 4: the file is cut short"
    ),
    (
      #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}"#,
      "must hold 3 bytes of tensors but has 4: bytes follow the last tensor"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
      "tensor 'a', f32[2], takes 8 bytes but is given 4"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
      "the 'data_offsets' of tensor 'a' must be its begin and end"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
      "the 'shape' of tensor 'a' must hold whole numbers from 0 that a memory can have"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[9223372036854775807,2],"data_offsets":[0,4]}}"#,
      "the shape of tensor 'a' is larger than any memory"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}"#,
      "the 'shape' of tensor 'a' must hold whole numbers from 0 that a memory can have"
    ),
    (#"{"a":{"shape":[1],"data_offsets":[0,4]}}"#, "tensor 'a' has no 'dtype'"),
    (#"{"a":{},"a":{}}"#, "the header is not JSON: the name \"a\" is given twice (byte 11)"),
    (#"{"__metadata__":{"a":1}}"#, "__metadata__ may hold strings only, but 'a' is none"),
    (#" {}"#, "the header must be a JSON object that begins at once"),
    (#"{"a":"#, "the header is not JSON: expected a value (byte 5)"),
  ])
  func `a bad header says what is wrong`(header: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("m", Self.file(header, [0, 0, 0, 0]))
    #expect(NPYErrorTests.message { () throws(ArrayError) in _ = try SafetensorsFile(path) } == expected)
  }

  @Test func `a file of the wrong size or kind is refused with the reason`() throws {
    let folder = try TemporaryFolder()
    func message(_ bytes: [UInt8]) throws -> String {
      let path = try folder.file("m", bytes)
      return NPYErrorTests.message { () throws(ArrayError) in _ = try SafetensorsFile(path) }
    }
    #expect(try message([1, 2]) == "is not a .safetensors file: it is shorter than its first field")
    #expect(
      try message([255, 255, 255, 255, 255, 255, 255, 255])
        == "is not a .safetensors file: its header would be 18446744073709551615 bytes, over the limit of 100 MB"
    )
    #expect(
      try message([9, 0, 0, 0, 0, 0, 0, 0, 0x7B])
        == "ends inside its header of 9 bytes: the file is cut short")
  }

  @Test func `a missing name is answered with the names near it`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "encoder.0.norm.weight", "encoder.0.norm.bias", "encoder.1.norm.weight", "head.weight", "x", "y",
    ]
    let arrays = names.map { ($0, NDArray(zeros: .f32, shape: [1])) }
    try SafetensorsFile.write(Dictionary(uniqueKeysWithValues: arrays), to: folder("m"))
    let error = #expect(throws: ArrayError.self) {
      try SafetensorsFile(folder("m")).array(named: "encoder.0.norm.wieght")
    }
    #expect(
      error?.message == "holds no tensor 'encoder.0.norm.wieght'. Nearest of its 6 names: "
        + "encoder.0.norm.weight, encoder.1.norm.weight, encoder.0.norm.bias.")
    try SafetensorsFile.write(["a": NDArray(zeros: .f32, shape: [1])], to: folder("m"))
    let other = #expect(throws: ArrayError.self) { try SafetensorsFile(folder("m")).array(named: "b") }
    #expect(other?.message == "holds no tensor 'b'. It holds a.")
  }

  @Test func `no mutation of a header crashes its reader`() throws {
    let header = #"{"__metadata__":{"k":"v\u00e9"},"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}"#
    var random = SplitMix(seed: 5)
    var accepted = 0
    for _ in 0..<40_000 {
      let bytes = random.mutated(Array(header.utf8), alphabet: "{}[]\",:-+.0123456789eEtrufalsn\\ ")
      accepted += (try? SafetensorsHeader(parsing: bytes[...], dataByteCount: 8, file: "m")) == nil ? 0 : 1
    }
    #expect(accepted > 10)
  }
}
