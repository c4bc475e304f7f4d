import Foundation
import Testing

/// What users are told of a program from outside that Norma cannot run.
@Suite struct `The command says what it cannot read of a program` {
  /// An instruction of a program whose argument is `%x: tensor<3x4xf32>`, and the message's first line.
  static let instructions: [(String, String)] = [
    (
      #"%0 = "stablehlo.sort"(%x) <{dimension = 1 : i64, is_stable = true}> ({"#,
      "4:8: expected a supported operation, found `\"stablehlo.sort\"`; did you mean `stablehlo.sqrt`?"
    ),
    (
      "%0 = chlo.erf_inv %x : tensor<3x4xf32> -> tensor<3x4xf32>",
      "4:8: expected a supported operation, found `chlo.erf_inv`"
    ),
    (
      "%0 = stablehlo.custom_call @Sharding(%x) : (tensor<3x4xf32>) -> tensor<3x4xf32>",
      "4:30: stablehlo.custom_call: expected a supported custom call (`@check.expect_eq`, `@check.expect_close`, "
        + "`@check.expect_almost_eq`, `@check.eq`), found `@Sharding`"
    ),
    (
      "%0 = stablehlo.convert %x : (tensor<3x4xf32>) -> tensor<?x4xf32>",
      "4:59: stablehlo.convert: expected a number, found `?`; dynamic dimensions are not supported: "
        + "export the program for fixed shapes"
    ),
    (
      "%0 = stablehlo.compare ABOVE, %x, %x : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xi1>",
      "4:26: stablehlo.compare: expected a comparison direction (EQ, NE, GE, GT, LE, LT), found `ABOVE`"
    ),
    (
      "%0 = stablehlo.dot_general %x, %x, contracting_dims = [1] x [1], precision = [FAST, DEFAULT] : "
        + "(tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x3xf32>",
      "4:81: stablehlo.dot_general: expected a precision (DEFAULT, HIGH, HIGHEST), found `FAST`"
    ),
    (
      "%0 = stablehlo.broadcast_in_dim %zero, dimz = [] : (tensor<f32>) -> tensor<3x4xf32>",
      "4:42: stablehlo.broadcast_in_dim: expected `dims`, found `dimz`"
    ),
    (
      #"%0 = "stablehlo.transpose"(%x) <{permutations = array<i64: 1, 0>}> : (tensor<3x4xf32>) -> tensor<4x3xf32>"#,
      "4:29: stablehlo.transpose: expected the attribute `permutation`, found `permutations`"
    ),
    (
      "%0 = stablehlo.transpose %x, dims = [0, 0] : (tensor<3x4xf32>) -> tensor<3x4xf32>",
      "4:3: in @main: transpose (C2): [0, 0] is no permutation of the axes of tensor<3x4xf32>"
    ),
    (
      "%0 = stablehlo.broadcast_in_dim %x, dims = [0, 7] : (tensor<3x4xf32>) -> tensor<3x4xf32>",
      "4:3: in @main: broadcast_in_dim (C3): axis 7 is outside rank 2"
    ),
    (
      "%0 = stablehlo.reduce(%x init: %zero) applies stablehlo.tanh across dimensions = [1] : "
        + "(tensor<3x4xf32>, tensor<f32>) -> tensor<3xf32>",
      "4:49: stablehlo.reduce: expected an operation of two operands such as `stablehlo.add`, "
        + "found `stablehlo.tanh`"
    ),
  ]

  @Test(arguments: instructions, ["run", "explain", "export"])
  func `its line, its column and the operation`(fault: (String, String), subcommand: String) throws {
    let command = Command(in: Folder())
    let lines = [
      "module {", "func.func public @main(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {",
      "  %zero = stablehlo.constant dense<0.0> : tensor<f32>", "  " + fault.0,
      "  return %x : tensor<3x4xf32>", "}", "}",
    ]
    try command.folder.write(lines.joined(separator: "\n"), to: "outside.mlir")
    let outcome = try command("\(subcommand) outside.mlir")
    let errors = outcome.errors.split(separator: "\n").map(String.init)
    #expect((outcome.status, outcome.output, errors.count) == (1, "", 3))
    #expect(errors.first == "error: outside.mlir:" + fault.1)
    // The caret stands under what is meant.
    let column = try #require(Int(fault.1.split(separator: ":")[1]))
    let shown = try #require(errors.dropFirst().first)
    let caret = try #require(errors.last?.firstIndex(of: "^"))
    let place = lines[3].index(lines[3].startIndex, offsetBy: column - 1)
    #expect(shown[caret...].prefix(4) == lines[3][place...].prefix(4))
  }

  @Test func `an argument of no fixed shape, with the function`() throws {
    let command = Command(in: Folder())
    let text =
      "func.func public @main(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {\n  return %x : tensor<?x4xf32>\n}\n"
    try command.folder.write(text, to: "dynamic.mlir")
    #expect(
      try command("run dynamic.mlir")
        == .init(
          status: 1, output: "",
          errors: """
            error: dynamic.mlir:1:35: @main: expected a number, found `?`; dynamic dimensions are not supported: export the program for fixed shapes
            func.func public @main(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
                                              ^

            """))
  }

  @Test func `an operation without a derivative, where a gradient is asked for`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.loop, to: "loop.mlir")
    let outcome = try command("export loop.mlir --gradient")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: loop.mlir:3:3: "))
    #expect(outcome.errors.contains("while"))
  }
}
