import StableHLO
import Testing

/// A faulty instruction and what is said about it.
struct Fault: Sendable, CustomTestStringConvertible {
  let instruction: String
  let message: String
  var testDescription: String { instruction }

  init(_ instruction: String, _ message: String) { (self.instruction, self.message) = (instruction, message) }

  static let all: [Fault] = [
    Fault(
      "%0 = stablehlo.ad %a, %a : tensor<2xf32>",
      "3:8: error: expected a supported operation, found `stablehlo.ad`; did you mean `stablehlo.add`?"),
    Fault(
      "%0 = stablehlo.fft %a : tensor<2xf32>",
      "3:8: error: expected a supported operation, found `stablehlo.fft`"),
    Fault(
      "%0 = stablehlo.add %a : tensor<2xf32>", "3:22: error: stablehlo.add: expected 2 operands, found 1"),
    Fault(
      "%0 = stablehlo.add %a, %b : tensor<2xf32>",
      "3:26: error: stablehlo.add: expected a value that is defined before this use, found `%b`"),
    Fault(
      "%a = stablehlo.abs %a : tensor<2xf32>",
      "3:3: error: stablehlo.abs: expected a name that is not in use, found `%a`, which is defined already"),
    Fault(
      "%0 = stablehlo.abs %a : tensor<3xf32>",
      "3:22: error: stablehlo.abs: expected a value of the declared type tensor<3xf32>, found one of type tensor<2xf32>"
    ),
    Fault(
      "%0 = stablehlo.abs %a#1 : tensor<2xf32>",
      "3:22: error: stablehlo.abs: expected a result number below 1 for `%a`, found `#1`"),
    Fault(
      "%0:2 = stablehlo.abs %a : tensor<2xf32>",
      "3:3: error: stablehlo.abs: expected names for 1 results, as the types say, found names for 2"),
    Fault(
      "stablehlo.abs %a : tensor<2xf32>",
      "3:3: error: stablehlo.abs: expected names for 1 results, as the types say, found names for 0"),
    Fault(
      "%0 = stablehlo.abs %a : tensor<?xf32>",
      "3:34: error: stablehlo.abs: expected a number, found `?`; dynamic dimensions are not supported: export the program for fixed shapes"
    ),
    Fault(
      "%0 = stablehlo.abs %a : tensor<*xf32>",
      "3:34: error: stablehlo.abs: expected a number, found `*`; tensors without a rank are not supported"),
    Fault(
      "%0 = stablehlo.abs %a : tensor<2xf31>",
      "3:36: error: stablehlo.abs: expected an element type (f64, f32, f16, bf16, i64, i32, i16, i8, ui64, ui32, ui16, ui8, i1), found `f31`"
    ),
    Fault(
      "%0 = stablehlo.abs %a : tensor<2xf32, #x>",
      "3:39: error: stablehlo.abs: expected `>`, found `,`; tensor encodings are not supported"),
    Fault("%0 = stablehlo.abs %a", "4:3: error: stablehlo.abs: expected `:`, found `return`"),
    Fault(
      "%0 = stablehlo.compare XX, %a, %a : tensor<2xf32>",
      "3:26: error: stablehlo.compare: expected a comparison direction (EQ, NE, GE, GT, LE, LT), found `XX`"),
    Fault(
      "%0 = stablehlo.constant dense<[1, 2, 3]> : tensor<2xi32>",
      "3:38: error: stablehlo.constant: expected `]`: axis 0 has 2 entries, found `,`"),
    Fault(
      "%0 = stablehlo.constant dense<[1]> : tensor<2xi32>",
      "3:35: error: stablehlo.constant: expected `,`: axis 0 has 2 entries, found `]`"),
    Fault(
      "%0 = stablehlo.constant dense<1.5> : tensor<i32>",
      "3:33: error: stablehlo.constant: expected an element of type i32, found `1.5`"),
    Fault(
      "%0 = stablehlo.constant dense<300> : tensor<i8>",
      "3:33: error: stablehlo.constant: expected an element of type i8, found `300`"),
    Fault(
      "%0 = stablehlo.constant dense<\"0x010203\"> : tensor<2xi16>",
      "3:33: error: stablehlo.constant: expected 4 bytes for tensor<2xi16>, found `\"0x010203\"`"),
    Fault(
      "%0 = stablehlo.constant dense<1",
      "4:10: error: stablehlo.constant: expected `>` after the elements, found `%a`"),
    Fault(
      "%0 = stablehlo.constant dense_resource<r> : tensor<2xi32>",
      "3:27: error: stablehlo.constant: expected `dense<...>`, found `dense_resource`; dialect resources are not supported"
    ),
    Fault(
      "stablehlo.custom_call @Sharding(%a) : (tensor<2xf32>) -> ()",
      "3:25: error: stablehlo.custom_call: expected a supported custom call (`@check.expect_eq`, `@check.expect_close`, `@check.expect_almost_eq`, `@check.eq`), found `@Sharding`"
    ),
    Fault(
      "call @g(%a) : (tensor<2xf32>) -> ()",
      "3:8: error: call: expected a function of this module, found `@g`"),
    Fault(
      "call @main(%a) : (tensor<2xf32>) -> ()",
      "3:8: error: call: expected the types of `@main`, (tensor<2xf32>) -> (tensor<2xf32>), found (tensor<2xf32>) -> ()"
    ),
    Fault(
      "stablehlo.return %a : tensor<2xf32>",
      "3:20: error: stablehlo.return: expected `return` at the end of this region, found `stablehlo.return`"),
    Fault("return", "4:3: error: return: expected 1 returned values, as the function declares, found 0"),
    Fault(
      "%0 = stablehlo.abs %a {n = 1, n = 2} : tensor<2xf32>",
      "3:33: error: stablehlo.abs: expected each attribute once, found `n` again"),
    Fault(
      "%0 = stablehlo.abs %a {n = \"x} : tensor<2xf32>",
      "3:30: error: stablehlo.abs: expected the rest of an attribute, found a string without its closing `\"`"
    ),
    Fault(
      "%0 = \"stablehlo.transpose\"(%a) : (tensor<2xf32>) -> tensor<2xf32>",
      "3:29: error: stablehlo.transpose: expected the attribute `permutation`, found none"),
    Fault(
      "%0 = \"stablehlo.transpose\"(%a) <{permutations = array<i64: 0>}> : (tensor<2xf32>) -> tensor<2xf32>",
      "3:29: error: stablehlo.transpose: expected the attribute `permutation`, found `permutations`"),
    Fault(
      "%0 = \"stablehlo.abs\"(%a) ({ stablehlo.return }) : (tensor<2xf32>) -> tensor<2xf32>",
      "3:23: error: stablehlo.abs: expected 0 regions, found 1"),
    Fault(
      "%0 = \"stablehlo.slice\"(%a) {start_indices = array<i64: 0>, limit_indices = array<i64>, strides = array<i64: 1>} : (tensor<2xf32>) -> tensor<2xf32>",
      "3:3: error: stablehlo.slice: expected lists of one length, found others"),
    Fault(
      "%0:2 = \"stablehlo.abs\"(%a) : (tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)",
      "3:3: error: stablehlo.abs: expected 1 results, found 2"),
    Fault(
      "%0 = stablehlo.dot_general %a, %a, contracting_dims = [0] x [0], algorithm = <x> : tensor<2xf32>",
      "3:68: error: stablehlo.dot_general: expected `batching_dims`, `contracting_dims` or `precision`, found `algorithm`; dot algorithms are not supported"
    ),
  ]
}

@Suite struct ParseErrorTests {
  @Test(arguments: Fault.all)
  func `a fault is told with its place, what was found and what was expected`(fault: Fault) throws {
    let text = """
      // A faulty program.
      func.func @main(%a: tensor<2xf32>) -> tensor<2xf32> {
        \(fault.instruction)
        return %a : tensor<2xf32>
      }
      """
    let error = #expect(throws: ParseError.self) { try Module(parsing: text, file: "f.mlir") }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == "f.mlir:" + fault.message)
  }

  @Test func `the line is shown with a caret under the place`() {
    let text = "func.func @main() {\n\t%0 = stablehlo.iota dim = x : tensor<2xi32>\n}"
    let error = #expect(throws: ParseError.self) { try Module(parsing: text) }
    #expect(
      error?.description
        == "<text>:2:28: error: stablehlo.iota: expected an axis, found `x`\n\t%0 = stablehlo.iota dim = x : tensor<2xi32>\n\t"
        + String(repeating: " ", count: 26) + "^")
  }

  @Test func `a long line is shortened around the place`() throws {
    let long = String(repeating: "1, ", count: 10_000)
    let text = "func.func @main() {\n  %0 = stablehlo.constant dense<[\(long)x]> : tensor<10001xi32>\n}"
    let error = try #require(throws: ParseError.self) { try Module(parsing: text) }
    #expect(error.line.count <= 130)
    #expect(error.line.dropFirst(error.caret).first == "x")
    #expect(error.position == SourcePosition(line: 2, column: 30_034))
  }

  @Test func `a violated constraint is told at its instruction`() {
    let text = """
      func.func @main(%a: tensor<2xf32>) -> tensor<2xf32> {
        %0 = stablehlo.transpose %a, dims = [1] : (tensor<2xf32>) -> tensor<2xf32>
        return %0 : tensor<2xf32>
      }
      """
    let error = #expect(throws: ParseError.self) { try Module(validating: text, file: "f.mlir") }
    #expect(error?.description.hasPrefix("f.mlir:2:3: error: in @main: transpose (C2): ") == true)
  }

  @Test(arguments: [
    ("", ""), ("module {", "1:9: error: expected `}`, found the end of the text"),
    (
      "module {} module {}",
      "1:11: error: expected the end of the text, found `module`; one module stands in a text"
    ),
    (
      "module {}\n{-# dialect_resources: {} #-}",
      "2:1: error: expected the end of the text, found `{`; dialect resources are not supported"
    ),
    ("func.func @f()", "1:15: error: expected `{` and the body of the function, found the end of the text"),
    ("func.func @f() {\n}", "2:1: error: expected an instruction or a return, found `}`"),
    (
      "func.func @f() {\nreturn\n}\nfunc.func @f() {\nreturn\n}",
      "4:1: error: expected each function once, found `@f` again"
    ),
    (
      "func.func @f(%a: tensor<?x4xf32>) {\nreturn\n}",
      "1:25: error: @f: expected a number, found `?`; dynamic dimensions are not supported: export the program for fixed shapes"
    ),
    (
      "func.func @f() -> tensor<f8E5M2> {\nreturn\n}",
      "1:26: error: @f: expected an element type (f64, f32, f16, bf16, i64, i32, i16, i8, ui64, ui32, ui16, ui8, i1), found `f8E5M2`"
    ),
    ("hello", "1:1: error: expected `func.func`, found `hello`"),
    ("\u{E9}", "1:1: error: expected `func.func`, found `\u{E9}`"),
  ])
  func `a text that is no module is refused`(text: String, message: String) {
    do throws(ParseError) {
      let module = try Module(parsing: text)
      #expect(message.isEmpty && module.functions.isEmpty)
    } catch {
      #expect(error.description.split(separator: "\n").first.map(String.init) == "<text>:" + message)
    }
  }
}
