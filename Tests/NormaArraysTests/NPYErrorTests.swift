import Testing

@testable import NormaArrays

struct NPYErrorTests {
  static func message(_ body: () throws(ArrayError) -> Void) -> String {
    do throws(ArrayError) { try body() } catch { return error.message }
    return "no error"
  }

  @Test(arguments: [
    (
      "{'descr': '<c16', 'fortran_order': False, 'shape': (1,)}",
      "holds elements of NumPy type '<c16'; f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1 and bfloat16 can be read"
    ),
    (
      "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
      "holds elements of NumPy type '|O'; f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1 and bfloat16 can be read"
    ),
    (
      "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
      "holds structured elements; save each field as an array of its own"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
      "the shape (-1) is negative or larger than any memory"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 0)}",
      "the shape (4294967296, 4294967296, 0) is negative or larger than any memory"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
      "99999999999999999999 is not a size any memory has (byte 61)"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3)}",
      "expected a comma: a shape of one axis is written (n,) (byte 62)"
    ),
    (
      "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': ()}",
      "the header names 'descr' twice (byte 41)"
    ),
    ("{'descr': '<f4', 'fortran_order': False}", "the header has no 'shape'"),
    ("{'descr': '<f4', 'fortran_order': 0, 'shape': ()}", "expected True or False (byte 44)"),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'x': 1}",
      "the header must hold 'descr', 'fortran_order' and 'shape' only, but has 'x' (byte 68)"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': ()} ;",
      "nothing may follow the header's dictionary (byte 64)"
    ),
    ("{'descr': '<f4", "a string has no end (byte 20)"),
    ("  ", "expected '{' (byte 12)"),
  ])
  func `a bad header says what is wrong and where`(header: String, expected: String) {
    #expect(
      Self.message { () throws(ArrayError) in
        _ = try NPYHeader(parsing: NPYFileTests.file(header), file: "a.npy")
      }
        == expected)
  }

  @Test func `a file of the wrong size or kind is refused with the reason`() throws {
    let folder = try TemporaryFolder()
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}"
    func message(_ bytes: [UInt8]) throws -> String {
      let path = try folder.file("a.npy", bytes)
      return Self.message { () throws(ArrayError) in _ = try NDArray(npy: path) }
    }
    #expect(
      try message(NPYFileTests.file(header, [0, 0, 0, 0, 0, 0, 0]))
        == "must hold 8 bytes of f32[2] but has 7: the file is cut short")
    #expect(
      try message(NPYFileTests.file(header, [UInt8](repeating: 0, count: 9)))
        == "must hold 8 bytes of f32[2] but has 9: bytes follow the array; save one array to a file")
    #expect(try message(Array(NPYFileTests.file(header).dropLast())) == "ends inside its header")
    #expect(try message([0x93] + Array("NUMPY".utf8) + [1, 0, 9]) == "ends inside its header")
    #expect(try message([]) == "is empty, not an array file")
    #expect(try message(Array("PK and more".utf8)) == "is not a .npy file: it must begin with \\x93NUMPY")
    #expect(
      try message(NPYFileTests.file(header, version: 9))
        == "has .npy version 9.0; versions 1, 2 and 3 can be read")
    #expect(
      try message([0x93] + Array("NUMPY".utf8) + [2, 0, 255, 255, 255, 255, 0])
        == "claims a header of 4294967295 bytes; no array needs that much")
  }

  @Test func `a missing file and a folder are refused with the reason`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ArrayError.self) { try NDArray(npy: folder("none.npy")) }
    #expect(
      error?.description == folder("none.npy") + ": cannot be opened for reading: No such file or directory")
    #expect(error?.reason == .unreadable)
    #expect(
      Self.message { () throws(ArrayError) in _ = try NDArray(npy: folder.path) }
        == "must be a regular file to be mapped, but is not one")
  }

  @Test func `no mutation of a file crashes its reader`() throws {
    let folder = try TemporaryFolder()
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }   \n"
    let valid = NPYFileTests.file(header, [UInt8](repeating: 0, count: 24))
    var random = SplitMix(seed: 3)
    var accepted = 0
    for round in 0..<40_000 {
      let bytes = random.mutated(valid, alphabet: "{}()[]'\",:-0123456789TrueFalse<>|=fiuVbL \\")
      if round % 40 == 0 {
        accepted += (try? NDArray(npy: folder.file("a.npy", bytes)).rowMajorBytes) == nil ? 0 : 1
      } else if let header = try? NPYHeader(parsing: bytes, file: "a.npy") {
        accepted += header.byteCount >= 0 && header.strides.count == header.shape.rank ? 1 : 0
      }
    }
    #expect(accepted > 100)
  }
}

extension SplitMix {
  /// One to four random changes: a byte, a character of the alphabet, a removal, a repetition, a cut.
  mutating func mutated(_ bytes: [UInt8], alphabet: String) -> [UInt8] {
    var (bytes, letters) = (bytes, Array(alphabet.utf8))
    for _ in 0...below(4) where !bytes.isEmpty {
      let place = below(bytes.count)
      switch below(6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes[place] = letters[below(letters.count)]
      case 2: bytes.insert(letters[below(letters.count)], at: place)
      case 3: bytes.remove(at: place)
      case 4:
        bytes.insert(
          contentsOf: bytes[place..<min(place + 1 + below(12), bytes.count)], at: below(bytes.count))
      default: if below(8) == 0 { bytes.removeSubrange(place...) }
      }
      letters.shuffle(using: &self)
    }
    return bytes
  }
}
