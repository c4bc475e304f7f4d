import Foundation
import NormaArrays
import Testing

/// `norma export`.
@Suite struct `The command exports programs` {
  @Test func `a layer is the program that explain traces`() throws {
    let command = Command(in: Folder())
    let layer = "layernorm --shape 4x8 --dtype bf16 --epsilon 0.5"
    let exported = try command("export \(layer)")
    #expect(exported.status == 0 && exported.output.hasPrefix("module {\n"))
    #expect(try command("explain \(layer) --stage traced") == exported)
    #expect(try command("export \(layer) --format stablehlo") == exported)
    #expect(
      try command("export \(layer) --rewritten") == command("explain \(layer) --stage rewritten"))
    #expect(
      try command("export \(layer) --rewritten --without dead-code")
        == command("explain \(layer) --stage rewritten --without dead-code"))
  }

  @Test func `the gradient of a number takes what the program takes`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.loss, to: "loss.mlir")
    try NDArray((1...6).map(Float.init), shape: [2, 3]).write(npy: command.folder.url("x.npy").path())
    let script = """
      norma export loss.mlir --gradient --output slope.mlir
      norma run slope.mlir --input x.npy --output dx.npy
      """
    #expect(try command.shell("set -e\n" + script).status == 0)
    #expect(try command.folder.array("dx.npy").elements(as: Float.self) == [2, 4, 6, 8, 10, 12])
  }

  @Test func `the gradient of other programs takes a cotangent for each floating-point result`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.twoResults, to: "two.mlir")
    try NDArray((1...6).map(Float.init), shape: [2, 3]).write(npy: command.folder.url("dy.npy").path())
    try NDArray([Int32(1)], shape: []).write(npy: command.folder.url("n.npy").path())
    let script = """
      norma export two.mlir --gradient > slope.mlir
      norma run slope.mlir --input dy.npy --input n.npy --input dy.npy --output dx.npy
      """
    #expect(try command.shell("set -e\n" + script).status == 0)
    #expect(try command.folder.array("dx.npy").elements(as: Float.self) == [2, 4, 6, 8, 10, 12])
  }

  @Test func `a batch has an axis in each argument that is not shared, after the gradient was taken`() throws
  {
    let command = Command(in: Folder())
    try command.folder.write(Program.loss, to: "loss.mlir")
    try NDArray((1...12).map(Float.init), shape: [2, 3, 2]).write(npy: command.folder.url("x.npy").path())
    let script = """
      norma export loss.mlir --gradient --vmap 2:2 > slopes.mlir
      norma run slopes.mlir --input x.npy --output dx.npy
      """
    #expect(try command.shell("set -e\n" + script).status == 0)
    let slopes = try command.folder.array("dx.npy")
    #expect(slopes.shape == [2, 2, 3])
    #expect(slopes.elements(as: Float.self) == [2, 6, 10, 14, 18, 22, 4, 8, 12, 16, 20, 24])
    let title = try command("explain l2norm --shape 4 --gradient --vmap 3:0,- --vmap 5:-,0").output
    #expect(title.hasPrefix("batch of 5 of batch of 3 of gradient of l2norm  f32[4]"))
    #expect(title.contains(#"%arg1: tensor<5x4xf32> {norma.name = "dy"}) -> tensor<5x3x4xf32>"#))
  }

  @Test(arguments: ["2", "2:", "2.5:0", "2:0,x", "2:0:1", "x:0"])
  func `a batch that is not spelled so is refused`(batch: String) throws {
    let outcome = try Command(in: Folder())("export l2norm --shape 4 --vmap \(batch)")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("The value '\(batch)' is invalid for '--vmap <batch>'"))
  }

  @Test func `a batch that does not fit is refused by name`() throws {
    let outcome = try Command(in: Folder())("export l2norm --shape 4 --vmap 2:0,0")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "error: l2norm: `vmapped` needs for each argument of @main an axis within its rank or nil, and one axis at least, but received 2 and [0, 0]. It takes f32[4].\n"
    )
  }

  @Test func `the gradient of a layer takes the input, the parameters and a cotangent`() throws {
    let command = Command(in: Folder())
    let text = try command("export rmsnorm --shape 4x8 --gradient").output
    let signature =
      #"@main(%arg0: tensor<4x8xf32> {norma.name = "x"}, %arg1: tensor<8xf32> {norma.name = "weight"}, "#
      + #"%arg2: tensor<4x8xf32> {norma.name = "dy"}) -> (tensor<4x8xf32>, tensor<8xf32>)"#
    #expect(text.contains(signature))
  }

  @Test func `a file appears complete or not at all`() throws {
    let command = Command(in: Folder())
    let text = try command("export l2norm --shape 4x8").output
    try command.folder.write("kept", to: "kept.mlir")
    #expect(try command("export l2norm --shape 4x8 --output kept.mlir").output == "")
    #expect(try String(contentsOf: command.folder.url("kept.mlir"), encoding: .utf8) == text)
    let failed = try command("export l2norm --shape 4x8 --output missing/new.mlir")
    #expect(
      failed
        == .init(
          status: 1, output: "",
          errors: "error: missing/new.mlir: cannot be written: No such file or directory\n"))
    #expect(try command.folder.names == ["kept.mlir"])
  }
}
