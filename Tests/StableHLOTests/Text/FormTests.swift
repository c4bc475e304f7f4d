import StableHLO
import Testing

/// The same instruction in two spellings, over the parameters of `Forms.program`.
struct Forms: Sendable, CustomTestStringConvertible {
  let pretty: String
  let other: String
  var testDescription: String { other }

  /// A program that holds the instruction.
  static func program(_ instruction: String) -> String {
    """
    func.func @main(%a: tensor<2x3xf32>, %s: tensor<f32>, %i: tensor<i32>, %n: tensor<2x3xi32>) {
      \(instruction)
      return
    }
    """
  }

  static let all: [Forms] = [
    Forms(
      pretty: "%0 = stablehlo.constant dense<1.0> : tensor<2xf32>",
      other:
        "%0 = \"stablehlo.constant\"() <{value = dense<[1.0, 1.0]> : tensor<2xf32>}> : () -> tensor<2xf32>"),
    Forms(
      pretty:
        "%0 = stablehlo.compare LT, %a, %a, FLOAT : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>",
      other: """
        %0 = "stablehlo.compare"(%a, %a) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = \
        #stablehlo<comparison_direction LT>}> : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
        """),
    Forms(
      pretty: "%0 = stablehlo.broadcast_in_dim %s, dims = [] : (tensor<f32>) -> tensor<2xf32>",
      other:
        "%0 = \"stablehlo.broadcast_in_dim\"(%s) {broadcast_dimensions = dense<> : tensor<0xi64>} : (tensor<f32>) -> tensor<2xf32>"
    ),
    Forms(
      pretty: "%0 = stablehlo.broadcast_in_dim %s, dims = [] : (tensor<f32>) -> tensor<2xf32>",
      other:
        "%0 = \"stablehlo.broadcast_in_dim\"(%s) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<2xf32>"
    ),
    Forms(
      pretty: "%0 = stablehlo.transpose %a, dims = [1, 0] : (tensor<2x3xf32>) -> tensor<3x2xf32>",
      other:
        "%0 = \"stablehlo.transpose\"(%a) {permutation = dense<[1, 0]> : tensor<2xi64>} : (tensor<2x3xf32>) -> tensor<3x2xf32>"
    ),
    Forms(
      pretty: "%0 = stablehlo.slice %a [0:2, 1:3:2] : (tensor<2x3xf32>) -> tensor<2x1xf32>",
      other: """
        %0 = "stablehlo.slice"(%a) <{start_indices = array<i64: 0, 1>, limit_indices = array<i64: 2, 3>, \
        strides = array<i64: 1, 2>}> : (tensor<2x3xf32>) -> tensor<2x1xf32>
        """),
    Forms(
      pretty:
        "%0 = stablehlo.pad %a, %s, low = [1, 1], high = [0, -1], interior = [0, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<3x3xf32>",
      other: """
        %0 = "stablehlo.pad"(%a, %s) {edge_padding_low = dense<1> : tensor<2xi64>, edge_padding_high = \
        dense<[0, -1]> : tensor<2xi64>, interior_padding = dense<0> : tensor<2xi64>} : \
        (tensor<2x3xf32>, tensor<f32>) -> tensor<3x3xf32>
        """),
    Forms(
      pretty:
        "%0 = stablehlo.concatenate %a, %a, dim = 1 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>",
      other:
        "%0 = \"stablehlo.concatenate\"(%a, %a) <{dimension = 1 : i64}> : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>"
    ),
    Forms(
      pretty: "%0 = stablehlo.iota dim = 1 : tensor<2x3xi32>",
      other: "%0 = \"stablehlo.iota\"() <{iota_dimension = 1 : i64}> : () -> tensor<2x3xi32>"),
    Forms(
      pretty: "%0 = stablehlo.reduce_precision %a, format = e5m10 : tensor<2x3xf32>",
      other: """
        %0 = "stablehlo.reduce_precision"(%a) {exponent_bits = 5 : i32, mantissa_bits = 10 : i32} : \
        (tensor<2x3xf32>) -> tensor<2x3xf32>
        """),
    Forms(
      pretty:
        "%0 = stablehlo.dynamic_slice %a, %i, %i, sizes = [1, 2] : (tensor<2x3xf32>, tensor<i32>, tensor<i32>) -> tensor<1x2xf32>",
      other: """
        %0 = "stablehlo.dynamic_slice"(%a, %i, %i) <{slice_sizes = array<i64: 1, 2>}> : \
        (tensor<2x3xf32>, tensor<i32>, tensor<i32>) -> tensor<1x2xf32>
        """),
    Forms(
      pretty: """
        %0 = stablehlo.dot_general %a, %a, batching_dims = [0] x [0], contracting_dims = [1] x [1], \
        precision = [HIGH, DEFAULT] : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2xf32>
        """,
      other: """
        %0 = "stablehlo.dot_general"(%a, %a) <{dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0], \
        rhs_batching_dimensions = [0], lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, \
        precision_config = [#stablehlo<precision HIGH>, #stablehlo<precision DEFAULT>]}> : \
        (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2xf32>
        """),
    Forms(
      pretty:
        "%0 = stablehlo.reduce(%a init: %s) applies stablehlo.add across dimensions = [1] {note} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>",
      other: """
        %0 = "stablehlo.reduce"(%a, %s) <{dimensions = array<i64: 1>}> ({
          ^bb0(%x: tensor<f32>, %y: tensor<f32>):
            %z = "stablehlo.add"(%x, %y) : (tensor<f32>, tensor<f32>) -> tensor<f32>
            "stablehlo.return"(%z) : (tensor<f32>) -> ()
        }) {note} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
        """),
    Forms(
      pretty:
        "%0 = stablehlo.reduce(%a init: %s) applies stablehlo.maximum across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>",
      other: """
        %0 = stablehlo.reduce(%a init: %s) across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
         reducer(%x: tensor<f32> loc("x"), %y: tensor<f32>)  {
          %0 = stablehlo.maximum %x, %y : tensor<f32>
          stablehlo.return %0 : tensor<f32>
        }
        """),
    Forms(
      pretty: """
        %0:2 = stablehlo.while(%x = %i, %y = %a) : tensor<i32>, tensor<2x3xf32>
        cond {
          %c = stablehlo.compare LT, %x, %i : (tensor<i32>, tensor<i32>) -> tensor<i1>
          stablehlo.return %c : tensor<i1>
        } do {
          stablehlo.return %x, %y : tensor<i32>, tensor<2x3xf32>
        }
        """,
      other: """
        %0:2 = "stablehlo.while"(%i, %a) ({
          ^bb0(%x: tensor<i32>, %y: tensor<2x3xf32>):
            %c = stablehlo.compare LT, %x, %i : (tensor<i32>, tensor<i32>) -> tensor<i1>
            stablehlo.return %c : tensor<i1>
        }, {
          ^bb1(%x: tensor<i32>, %y: tensor<2x3xf32>):
            stablehlo.return %x, %y : tensor<i32>, tensor<2x3xf32>
        }) : (tensor<i32>, tensor<2x3xf32>) -> (tensor<i32>, tensor<2x3xf32>)
        """),
    Forms(
      pretty:
        "call @main(%a, %s, %i, %n) {note} : (tensor<2x3xf32>, tensor<f32>, tensor<i32>, tensor<2x3xi32>) -> ()",
      other: """
        "func.call"(%a, %s, %i, %n) <{callee = @main}> {note} : \
        (tensor<2x3xf32>, tensor<f32>, tensor<i32>, tensor<2x3xi32>) -> ()
        """),
    Forms(
      pretty: "stablehlo.custom_call @check.expect_close(%a, %a) : (tensor<2x3xf32>, tensor<2x3xf32>) -> ()",
      other: """
        "stablehlo.custom_call"(%a, %a) <{call_target_name = "check.expect_close"}> : \
        (tensor<2x3xf32>, tensor<2x3xf32>) -> ()
        """),
    Forms(
      pretty: "%0 = chlo.erf %a : tensor<2x3xf32> -> tensor<2x3xf32>",
      other:
        "%0 = stablehlo.composite \"chlo.erf\" %a {decomposition = @erf, version = 1 : i32} : (tensor<2x3xf32>) -> tensor<2x3xf32>"
    ),
    Forms(
      pretty: "%0 = stablehlo.select %c, %a, %a : tensor<i1>, tensor<2x3xf32>",
      other:
        "%0 = stablehlo.select %c, %a, %a : (tensor<i1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>"
    ).withBoolean,
    Forms(
      pretty:
        "%0 = stablehlo.compare LT, %a, %a, FLOAT : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>",
      other: """
        %0 = stablehlo.compare  LT, %a, %a,  FLOAT // older printers
          : (tensor<2x3xf32>,tensor<2x3xf32>)->tensor<2x3xi1>
        """),
  ]

  private var withBoolean: Forms {
    let boolean = "%c = stablehlo.constant dense<true> : tensor<i1>\n  "
    return Forms(pretty: boolean + pretty, other: boolean + other)
  }
}

@Suite struct FormTests {
  @Test(arguments: Forms.all)
  func `two spellings of an instruction are one program`(forms: Forms) throws {
    let pretty = try Module(parsing: Forms.program(forms.pretty))
    #expect(try Module(parsing: Forms.program(forms.other)) == pretty)
    #expect(try Module(parsing: pretty.text) == pretty)
  }

  @Test func `a quoted module is the module`() throws {
    let quoted = """
      "builtin.module"() <{sym_name = "m"}> ({
        "func.func"() <{arg_attrs = [{a = 1}], function_type = (tensor<f32>) -> tensor<f32>, res_attrs = [{b}], sym_name = "main", sym_visibility = "private"}> ({
        ^bb0(%arg0: tensor<f32> loc("x")):
          "func.return"(%arg0) : (tensor<f32>) -> ()
        }) {c = 2} : () -> ()
      }) {d} : () -> ()
      """
    let pretty = """
      module @m attributes {d} {
        func.func private @main(%arg0: tensor<f32> {a = 1} loc("x")) -> (tensor<f32> {b}) attributes {c = 2} {
          return %arg0 : tensor<f32>
        }
      }

      """
    #expect(try Module(parsing: quoted).text == pretty)
  }

  @Test func `a composite without an operation of its name is a call of its decomposition`() throws {
    let text = """
      func.func @main(%x: tensor<f32>) -> tensor<f32> {
        %0 = stablehlo.composite "my.op" %x {decomposition = @spelled} : (tensor<f32>) -> tensor<f32>
        return %0 : tensor<f32>
      }
      func.func private @spelled(%x: tensor<f32>) -> tensor<f32> {
        return %x : tensor<f32>
      }
      """
    let module = try Module(parsing: text)
    #expect(module.functions[0].body.instructions[0].operation == .call("spelled"))
  }

  @Test func `aliases after the module are kept with those before it`() throws {
    let module = try Module(parsing: "#loc = loc(unknown)\nmodule {\n}\n#loc1 = loc(\"x\"(#loc))\n")
    #expect(module.aliases == [Attribute("#loc", "loc(unknown)"), Attribute("#loc1", "loc(\"x\"(#loc))")])
  }

  @Test func `an instruction knows its place in the text`() throws {
    let module = try Module(parsing: Samples.loops)
    let instruction = module.functions[0].body.instructions[1]
    #expect(instruction.position == SourcePosition(line: 4, column: 5))
  }
}
