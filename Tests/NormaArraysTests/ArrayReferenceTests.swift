import NormaArrays
import Testing

struct ArrayReferenceTests {
  @Test(arguments: [
    ("x.npy", "x.npy", nil),
    ("dir:1/x.npy", "dir:1/x.npy", nil),
    ("m.safetensors:layer.0.weight", "m.safetensors", "layer.0.weight"),
    ("m.safetensors:a:b.npy", "m.safetensors", "a:b.npy"),
    ("c:/m.safetensors:a", "c:/m.safetensors", "a"),
    ("m.safetensors", "m.safetensors", nil),
  ])
  func `a reference splits into file and name`(text: String, path: String, name: String?) throws {
    let reference = try ArrayReference(text)
    #expect(reference.path == path && reference.tensorName == name && reference.description == text)
  }

  @Test(arguments: ["", "x", "x.npz", "m.safetensors:", "m.bin:a"])
  func `other text is refused`(text: String) {
    let error = #expect(throws: ArrayError.self) { try ArrayReference(text) }
    #expect(
      error?.description
        == "\(text): names no array: write a path that ends in .npy, or model.safetensors:tensor.name")
  }

  @Test func `references load from both kinds of file`() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (NDArray.sample(.f32, shape: [2, 3]), NDArray.sample(.i8, shape: [4]))
    try one.write(npy: folder("x.npy"))
    try SafetensorsFile.write(["one": one], to: folder("one.safetensors"))
    try SafetensorsFile.write(["one": one, "two": two], to: folder("two.safetensors"))
    #expect(try ArrayReference(folder("x.npy")).load().isBitwiseEqual(to: one))
    #expect(try ArrayReference(folder("one.safetensors")).load().isBitwiseEqual(to: one))
    #expect(try ArrayReference(folder("two.safetensors:two")).load().isBitwiseEqual(to: two))
    let path = folder("two.safetensors")
    let error = #expect(throws: ArrayError.self) { try ArrayReference(path).load() }
    #expect(error?.message == "holds 2 tensors; name one as \(path):NAME. The first are: one, two")
  }
}
