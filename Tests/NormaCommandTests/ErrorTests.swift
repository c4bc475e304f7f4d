import Foundation
import NormaArrays
import Testing

/// What users are told when something is not as it must be.
@Suite struct `The command explains what is wrong` {
  /// Arguments, the whole message, the exit status.
  static let usage: [(String, String)] = [
    (
      "run layrnorm",
      """
      error: 'layrnorm' is neither a layer nor a program.
      Layers are layernorm, rmsnorm, layernorm-channels, rmsnorm-channels, l2norm, groupnorm, batchnorm, softmax, gelu, gelu-tanh, silu, add-layernorm, add-rmsnorm, layernorm-int8, rmsnorm-int8, linear, rmsnorm-linear-silu, residual-mlp; a program is a file that ends in .mlir, or - for standard input.
      Did you mean layernorm?

      """
    ),
    ("run layernorm", "error: layernorm takes one --input, and 0 were given\n"),
    (
      "run softmax --input x.npy --epsilon 3",
      "error: softmax has no epsilon: y = exp(x - max(x)) / sum(exp(x - max(x)))\n"
    ),
    (
      "run rmsnorm --input x.npy --epsilon -1",
      "error: --epsilon must be finite and at least 0, and is -1.0\n"
    ),
    (
      "run l2norm --input x.npy --bias b.npy",
      "error: l2norm has no bias: y = x * rsqrt(sum(x^2) + epsilon)\n"
    ),
    ("run softmax --input x.npy --convention llama", "error: softmax has no conventions to choose from\n"),
    (
      "run rmsnorm --input x.npy --axes 2",
      "error: rmsnorm normalizes the last axis only; --axes 2 is for layernorm\n"
    ),
    (
      "run groupnorm --input x.npy --axes 2",
      "error: groupnorm takes all axes but the first; --axes 2 is for layernorm\n"
    ),
    ("run groupnorm --input x.npy --groups 0", "error: --groups must be at least 1, and is 0\n"),
    (
      "run softmax --input x.npy --groups 2",
      "error: softmax has no groups to choose: y = exp(x - max(x)) / sum(exp(x - max(x)))\n"
    ),
    (
      "run linear --input x.npy",
      "error: linear takes or gives arrays that no option names, or rows of another shape; `norma export linear` prints it as a program to run\n"
    ),
    ("run layernorm --input x.npy --threads 0", "error: --threads must be at least 1, and is 0\n"),
    (
      "run two.mlir --input x.npy",
      """
      error: two.mlir: @main takes 2 arguments, and 1 --input were given
        --input 1: f32[2, 3]
        --input 2: i32[]

      """
    ),
    (
      "run two.mlir --input x.npy --input n.npy --output a.npy",
      """
      error: two.mlir: @main has 2 results, and 1 --output were given
        --output 1: f32[2, 3]
        --output 2: i32[]

      """
    ),
    (
      "run two.mlir --input x.npy --input n.npy --output a.npy --output a.npy",
      "error: --output a.npy is named twice: each result needs a place of its own\n"
    ),
    ("run two.mlir --verify --axes 1", "error: --axes, --verify: for layers, and two.mlir is a program\n"),
    (
      "explain layernorm",
      "error: a layer becomes a program for an input: add --shape, for example --shape 2048x1024\n"
    ),
    (
      "export layernorm",
      "error: a layer becomes a program for an input: add --shape, for example --shape 2048x1024\n"
    ),
    (
      "export l2norm --shape 2x3 --with l2-norm",
      "error: --with adds a pass to the rewrites: add --rewritten\n"
    ),
    (
      "export l2norm --shape 2x3 --without dead-code",
      "error: --without leaves out a pass of the rewrites: add --rewritten\n"
    ),
    ("export two.mlir --axes 1", "error: --axes: for layers, and two.mlir is a program\n"),
    ("explain two.mlir --dtype f32", "error: --dtype: for layers, and two.mlir is a program\n"),
    (
      "explain layernorm --shape 2x",
      """
      error: The value '2x' is invalid for '--shape <extents>'
      Help:  --shape <extents>  The shape of the layer's input, for example 2048x1024.
      Usage: norma explain LAYER --shape 2048x1024 [--dtype bf16] [--gradient] [--stage NAME]
             norma explain FILE.mlir [--gradient] [--without PASS ...] [--stage NAME]
        See 'norma explain --help' for more information.

      """
    ),
  ]

  @Test(arguments: usage)
  func `arguments that make no command are refused with status 64`(words: String, message: String) throws {
    let folder = Folder()
    try folder.writeRows(4, of: 8)
    try folder.write(Program.twoResults, to: "two.mlir")
    let outcome = try Command(in: folder)(words)
    #expect(outcome == .init(status: 64, output: "", errors: message))
  }

  static let failures: [(String, String)] = [
    (
      "run layernorm --input nope.npy",
      "error: nope.npy: cannot be opened for reading: No such file or directory\n"
    ),
    (
      "run layernorm --input cut.npy",
      "error: cut.npy: must hold 128 bytes of f32[4, 8] but has 72: the file is cut short\n"
    ),
    (
      "run layernorm --input n.npy",
      "error: n.npy holds i32[]; a layer needs floating point: add --dtype f32\n"
    ),
    (
      "run layernorm --input x.npy --weight x.npy",
      "error: --weight must be floating point of shape [8] as a row is, and x.npy is f32[4, 8]\n"
    ),
    (
      "run layernorm --input x.npy --axes 3",
      "error: x.npy has the shape [4, 8], too few axes for rows of 3\n"
    ),
    (
      "run layernorm --input x.npy --output /nowhere/y.npy",
      "error: /nowhere/y.npy: cannot be written: No such file or directory\n"
    ),
    (
      "run layernorm --input x.npy --output y.txt",
      "error: y.txt: names no array: write a path that ends in .npy, or model.safetensors:tensor.name\n"
    ),
    (
      "run layernorm --input m.safetensors:wait",
      "error: m.safetensors: holds no tensor 'wait'. It holds bias, weight.\n"
    ),
    (
      "run two.mlir --input x.npy --input n.npy",
      "error: two.mlir: argument 1 of @main must be f32[2, 3], and x.npy is f32[4, 8]\n"
    ),
    ("run nope.mlir", "error: nope.mlir: cannot be read: No such file or directory\n"),
    (
      "run odd.mlir",
      """
      error: odd.mlir:2:8: expected a supported operation, found `stablehlo.foo`
        %0 = stablehlo.foo %x : tensor<2xf32>
             ^

      """
    ),
    (
      "run typed.mlir",
      """
      error: typed.mlir:2:3: in @main: reshape (C2): tensor<2xf32> and tensor<3xf32> differ in their number of elements
        %0 = stablehlo.reshape %x : (tensor<2xf32>) -> tensor<3xf32>
        ^

      """
    ),
  ]

  @Test(arguments: failures)
  func `files that are not as they must be fail with status 1`(words: String, message: String) throws {
    let folder = Folder()
    try folder.writeRows(4, of: 8)
    let bytes = try Data(contentsOf: folder.url("x.npy"))
    try bytes.dropLast(56).write(to: folder.url("cut.npy"))
    try NDArray([Int32(3)], shape: []).write(npy: folder.url("n.npy").path())
    let row = NDArray([Float](repeating: 1, count: 8), shape: [8])
    try SafetensorsFile.write(["weight": row, "bias": row], to: folder.url("m.safetensors").path())
    try folder.write(Program.twoResults, to: "two.mlir")
    try folder.write(
      "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {\n  %0 = stablehlo.foo %x : tensor<2xf32>\n",
      to: "odd.mlir")
    try folder.write(
      """
      func.func @main(%x: tensor<2xf32>) -> tensor<3xf32> {
        %0 = stablehlo.reshape %x : (tensor<2xf32>) -> tensor<3xf32>
        return %0 : tensor<3xf32>
      }
      """, to: "typed.mlir")
    let before = try folder.names
    let outcome = try Command(in: folder)(words)
    #expect(outcome == .init(status: 1, output: "", errors: message))
    #expect(try folder.names == before)
  }

  @Test(arguments: ["cpu", "interpreter"])
  func `a check that does not hold ends with status 2`(engine: String) throws {
    let folder = Folder()
    try folder.write(Program.check(second: "2.5"), to: "check.mlir")
    let outcome = try Command(in: folder)("run check.mlir --engine \(engine)")
    #expect(
      outcome
        == .init(
          status: 2, output: "",
          errors:
            "error: check.mlir:4:3: @main: check.expect_eq does not hold at [1]: 2.0 where 2.5 is expected "
            + "(2097152 ULP); 1 of 2 elements differ\n"))
  }

  @Test func `a full standard output is a failure, a closed one is none`() throws {
    let command = Command(in: Folder())
    let full = try command.shell("norma explain l2norm --shape 2x3 > /dev/full")
    #expect(
      full
        == .init(
          status: 1, output: "", errors: "error: cannot write to standard output: No space left on device\n"))
    #expect(try command.shell("norma explain l2norm --shape 2x3 >&-").status == 0)
    #expect(
      try command.shell("norma explain l2norm --shape 2x3 | head -1").output
        == "l2norm  f32[2, 3]  epsilon 1e-12\n")
  }

  @Test func `without a compiler the interpreter runs, with one warning`() throws {
    var command = Command(in: Folder())
    command.environment["NORMA_CC"] = "/nowhere/cc"
    try command.folder.writeRows(4, of: 8)
    let outcome = try command("run l2norm --input x.npy --output y.npy --verify")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        warning: programs run in the interpreter, which is slow: NORMA_CC must name a C compiler that can be run, \
        and "/nowhere/cc" is none. Set it to the compiler's full path, or unset it to have one found.

        """)
    #expect(try command.folder.names == ["x.npy", "y.npy"])
  }
}
