import NormaArrays
import StableHLO
import Testing

private func failure(_ text: String, _ arguments: [NDArray] = [], function: String = "main") throws -> String?
{
  let module = try Module(parsing: text)
  do {
    _ = try Interpreter(module).run(function, arguments)
    return nil
  } catch {
    return error.description
  }
}

private let identity =
  "func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> { return %x : tensor<2xf32> }"

private func asserting(_ check: String, _ actual: String, _ expected: String, _ type: String) -> String {
  """
  func.func public @main() {
    %0 = stablehlo.constant dense<\(actual)> : \(type)
    %1 = stablehlo.constant dense<\(expected)> : \(type)
    stablehlo.custom_call @check.\(check)(%0, %1) {has_side_effect = true} : (\(type), \(type)) -> ()
    return
  }
  """
}

@Suite struct InterpreterTests {
  @Test func `arrays go in and come out`() throws {
    let x = NDArray([1.5, 2.5] as [Float], shape: [2])
    let results = try Interpreter(Module(parsing: identity)).run("main", [x])
    #expect(results.count == 1 && results[0].isBitwiseEqual(to: x))
  }

  @Test func `a loop runs until its condition fails, and reads the values around it`() throws {
    let results = try interpret(
      """
      func.func public @main(%n: tensor<i32>) -> (tensor<i32>, tensor<i32>) {
        %one = stablehlo.constant dense<1> : tensor<i32>
        %r:2 = stablehlo.while(%i = %one, %product = %one) : tensor<i32>, tensor<i32>
          cond {
            %0 = stablehlo.compare LE, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
            stablehlo.return %0 : tensor<i1>
          } do {
            %0 = stablehlo.multiply %product, %i : tensor<i32>
            %1 = stablehlo.add %i, %one : tensor<i32>
            stablehlo.return %1, %0 : tensor<i32>, tensor<i32>
          }
        return %r#0, %r#1 : tensor<i32>, tensor<i32>
      }
      """, .integers([5], .i32, []))
    #expect(results.map(\.integerElements) == [[6], [120]])
  }

  @Test func `functions call others, with several results`() throws {
    let results = try interpret(
      """
      func.func public @main(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
        %0:2 = call @both(%x) : (tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
        %1 = stablehlo.optimization_barrier %0#1 : tensor<2xf32>
        return %1, %0#0 : tensor<2xf32>, tensor<2xf32>
      }
      func.func private @both(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
        %0 = stablehlo.negate %x : tensor<2xf32>
        return %x, %0 : tensor<2xf32>, tensor<2xf32>
      }
      """, .floats([1, 2]))
    #expect(results.map(\.doubles) == [[-1, -2], [1, 2]])
  }

  @Test func `one instruction is evaluated by itself, with what its regions read`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<3xf32>, %c: tensor<f32>) -> tensor<f32> {
          %r = stablehlo.reduce(%x init: %c) across dimensions = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<f32>
           reducer(%a: tensor<f32>, %b: tensor<f32>) {
            %0 = stablehlo.add %a, %b : tensor<f32>
            %1 = stablehlo.add %0, %c : tensor<f32>
            stablehlo.return %1 : tensor<f32>
          }
          return %r : tensor<f32>
        }
        """)
    let function = try #require(module.function(named: "main"))
    let step = function.body.instructions[0]
    let (x, c) = (function.body.parameters[0], function.body.parameters[1])
    #expect(step.reads == [x, c])
    let result = try Interpreter(module).evaluate(
      step, of: function, reading: [x: .floats([1, 2, 3]), c: .floats([10], .f32, [])])
    #expect(result.map(\.doubles) == [[46]])
  }

  @Test func `arguments must be those of the function`() throws {
    let row = NDArray([1, 2, 3] as [Float], shape: [3])
    #expect(try failure(identity) == "@main: takes 1 arguments, but 0 were given")
    #expect(try failure(identity, [row]) == "@main: argument 0 must be tensor<2xf32>, but is tensor<3xf32>")
    #expect(try failure(identity, function: "other") == "there is no function @other to run")
  }

  @Test func `an invalid module is not run`() {
    let function = Function(
      name: "main", types: [], body: Region(parameters: [], instructions: [], results: [Value(0)]))
    let error = #expect(throws: InterpreterError.self) {
      try Interpreter(Module(functions: [function])).run(values: [])
    }
    #expect(error?.description == "@main: (value): value 0 has no type")
  }

  @Test(arguments: [
    ("expect_eq", "[1.0, 0x7FC00000, -0.0]", "[1.0, 0xFFC00000, 0.0]", "tensor<3xf32>"),
    ("expect_close", "[1.0, 1.00000036]", "[1.0, 1.0]", "tensor<2xf32>"),
    ("expect_close", "[0x7F800000, 1.401298E-45]", "[0x7F800000, -1.401298E-45]", "tensor<2xf32>"),
    ("expect_almost_eq", "1.0009", "1.0", "tensor<f32>"),
    ("eq", "1.00009", "1.0", "tensor<f32>"),
    ("eq", "[1, 2]", "[1, 2]", "tensor<2xi32>"),
  ])
  func `an assertion that holds lets the program run`(
    _ check: String, _ actual: String, _ expected: String, _ type: String
  ) throws {
    #expect(try failure(asserting(check, actual, expected, type)) == nil)
  }

  @Test(arguments: [
    (
      "expect_eq", "[[1, 2], [3, 5]]", "[[1, 2], [3, 4]]", "tensor<2x2xi32>",
      "check.expect_eq does not hold at [1, 1]: 5 where 4 is expected; 1 of 4 elements differ"
    ),
    (
      "expect_close", "[1.0, 1.00000048]", "[1.0, 1.0]", "tensor<2xf32>",
      "check.expect_close does not hold at [1]: 1.0000005 where 1.0 is expected (4 ULP); 1 of 2 elements differ"
    ),
    (
      "expect_close", "0x7F800000", "0x7F7FFFFF", "tensor<f32>",
      "check.expect_close does not hold at []: inf where 3.4028235e+38 is expected (1 ULP); 1 of 1 elements differ"
    ),
    (
      "expect_almost_eq", "0x7FC00000", "1.0", "tensor<f32>",
      "check.expect_almost_eq does not hold at []: nan where 1.0 is expected; 1 of 1 elements differ"
    ),
    (
      "expect_almost_eq", "1.002", "1.0", "tensor<f64>",
      "check.expect_almost_eq does not hold at []: 1.002 where 1.0 is expected (9007199254741 ULP); 1 of 1 elements differ"
    ),
    (
      "eq", "18446744073709551615", "0", "tensor<ui64>",
      "check.eq does not hold at []: 18446744073709551615 where 0 is expected; 1 of 1 elements differ"
    ),
  ])
  func `an assertion that does not hold tells where and by how much`(
    _ check: String, _ actual: String, _ expected: String, _ type: String, _ message: String
  ) throws {
    #expect(try failure(asserting(check, actual, expected, type)) == "4:3: @main: \(message)")
  }
}
