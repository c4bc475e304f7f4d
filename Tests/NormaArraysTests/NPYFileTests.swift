import NormaArrays
import Testing

struct NPYFileTests {
  static let shapes: [Shape] = [[], [0], [1], [3], [2, 3], [5, 1, 7], [2, 0, 3]]

  /// A version 1 file of a header's dictionary and the bytes after it.
  static func file(_ dictionary: String, _ data: [UInt8] = [], version: UInt8 = 1) -> [UInt8] {
    let count = dictionary.utf8.count
    let length = [UInt8(count & 0xFF), UInt8(count >> 8)] + (version == 1 ? [] : [0, 0])
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(dictionary.utf8) + data
  }

  @Test(arguments: ScalarType.allCases, shapes)
  func `what is written is read back, mapped`(type: ScalarType, shape: Shape) throws {
    let folder = try TemporaryFolder()
    let array = NDArray.sample(type, shape: shape)
    try array.write(npy: folder("a.npy"))
    let again = try NDArray(npy: folder("a.npy"))
    #expect(again.isBitwiseEqual(to: array) && !again.storage.memory.isWritable)
    #expect(folder.names == ["a.npy"])
  }

  @Test func `a written file is byte for byte what NumPy writes`() throws {
    let folder = try TemporaryFolder()
    try NDArray([1, 2, 3] as [BFloat16], shape: [3]).write(npy: folder("a.npy"))
    let text = "{'descr': '<V2', 'fortran_order': False, 'shape': (3,), }"
    let header = text + String(repeating: " ", count: 117 - text.count) + "\n"
    #expect(try folder.bytes("a.npy") == Self.file(header, [0x80, 0x3F, 0, 0x40, 0x40, 0x40]))
    try NDArray([true, false], shape: [1, 2]).write(npy: folder("b.npy"))
    let boolean = "{'descr': '|b1', 'fortran_order': False, 'shape': (1, 2), }"
    #expect(
      try folder.bytes("b.npy")
        == Self.file(boolean + String(repeating: " ", count: 117 - boolean.count) + "\n", [1, 0]))
  }

  @Test func `views are written in row-major order`() throws {
    let folder = try TemporaryFolder()
    let view = NDArray.sample(.f32, shape: [5, 4, 3]).transposed([2, 0, 1]).sliced(axis: 1, 1..<5, step: 2)
    try view.write(npy: folder("a.npy"))
    #expect(try NDArray(npy: folder("a.npy")).isBitwiseEqual(to: view))
  }

  @Test(arguments: [1, 2, 3] as [UInt8])
  func `versions 1, 2 and 3 are read at any alignment`(version: UInt8) throws {
    let folder = try TemporaryFolder()
    for padding in 0..<9 {
      let header =
        "{'shape':(2,1),\"fortran_order\":False,'descr':'<f8'}" + String(repeating: " ", count: padding)
      let data: [UInt8] = [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 4, 0xC0]
      let array = try NDArray(npy: folder.file("a.npy", Self.file(header, data, version: version)))
      #expect(array.elements(as: Double.self) == [1, -2.5] && array.shape == [2, 1])
      #expect(unsafe Int(bitPattern: array.baseAddress) % 8 == 0)
    }
  }

  @Test func `big-endian elements are swapped`() throws {
    let folder = try TemporaryFolder()
    func read(_ type: String, _ data: [UInt8]) throws -> NDArray {
      let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (2,), }"
      return try NDArray(npy: folder.file("a.npy", Self.file(header, data)))
    }
    #expect(try read(">i2", [1, 2, 0xFF, 0xFE]).elements(as: Int16.self) == [258, -2])
    #expect(try read(">f4", [0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0]).elements(as: Float.self) == [1, -2.5])
    #expect(
      try read(">u8", [0, 0, 0, 0, 0, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0]).elements(as: UInt64.self) == [
        7, 1 << 56,
      ])
    #expect(try read(">u1", [3, 4]).elements(as: UInt8.self) == [3, 4])
    #expect(try read("=f2", [0, 0x3C, 0, 0x40]).elements(as: Float16.self) == [1, 2])
  }

  @Test func `Fortran order becomes a transposed view without a copy`() throws {
    let folder = try TemporaryFolder()
    let header = "{'descr': '<i1', 'fortran_order': True, 'shape': (2, 3), }"
    let array = try NDArray(npy: folder.file("a.npy", Self.file(header, [1, 2, 3, 4, 5, 6])))
    #expect(array.strides == [1, 2] && !array.storage.memory.isWritable)
    #expect(array.elements(as: Int8.self) == [1, 3, 5, 2, 4, 6])
    let big = "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 2), }"
    let swapped = try NDArray(npy: folder.file("b.npy", Self.file(big, [0, 1, 0, 2, 0, 3, 0, 4])))
    #expect(swapped.elements(as: Int16.self) == [1, 3, 2, 4])
  }

  @Test(arguments: ["<V2", "|V2", "V2", "bfloat16"])
  func `every spelling of bfloat16 is read`(name: String) throws {
    let folder = try TemporaryFolder()
    let header = "{'descr': '\(name)', 'fortran_order': False, 'shape': (2,), }\n"
    let array = try NDArray(npy: folder.file("a.npy", Self.file(header, [0x80, 0x3F, 0x20, 0xC0])))
    #expect(array.elements(as: BFloat16.self) == [1, -2.5])
  }

  @Test func `any byte but 0 is true`() throws {
    let folder = try TemporaryFolder()
    let header = "{'descr': '|b1', 'fortran_order': True, 'shape': (2, 2), }\n"
    let array = try NDArray(npy: folder.file("a.npy", Self.file(header, [255, 0, 2, 1])))
    #expect(
      array.elements(as: Bool.self) == [true, true, false, true] && array.rowMajorBytes == [1, 1, 0, 1])
  }

  @Test func `a mapped array can be changed without changing its file`() throws {
    let folder = try TemporaryFolder()
    try NDArray([1, 2] as [Float], shape: [2]).write(npy: folder("a.npy"))
    var array = try NDArray(npy: folder("a.npy"))
    array.withMutableSpan(of: Float.self) { $0[0] = 9 }
    #expect(array.elements(as: Float.self) == [9, 2])
    #expect(try NDArray(npy: folder("a.npy")).elements(as: Float.self) == [1, 2])
  }
}
