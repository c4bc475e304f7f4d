import NormaArrays
import StableHLO
import Testing

@Suite struct PrintingTests {
  @Test(arguments: Samples.all.keys.sorted())
  func `what is printed parses to the same program and prints the same again`(sample: String) throws {
    let text = try #require(Samples.all[sample])
    let module = try Module(parsing: text)
    #expect(module.text == text)
    #expect(try Module(parsing: module.text) == module)
  }

  @Test(arguments: Samples.all.keys.sorted())
  func `the samples are valid programs`(sample: String) throws {
    _ = try Module(validating: try #require(Samples.all[sample]), file: sample)
  }

  @Test(arguments: Elementwise.allCases)
  func `every elementwise operation parses and prints by its name alone`(operation: Elementwise) throws {
    let name = Operation.elementwise(operation).name
    let operands = operation.arity == 1 ? "%x" : "%x, %x"
    let inputs = operation.arity == 1 ? "tensor<i8>" : "tensor<i8>, tensor<i8>"
    let pretty = "%0 = \(name) \(operands) : (\(inputs)) -> tensor<i8>"
    let quoted = "%0 = \"\(name)\"(\(operands)) : (\(inputs)) -> tensor<i8>"
    let module = try program(pretty)
    #expect(module.functions[0].body.instructions[0].operation == .elementwise(operation))
    #expect(try program(quoted) == module)
    #expect(try Module(parsing: module.text) == module)
  }

  private func program(_ instruction: String) throws -> Module {
    try Module(
      parsing: "func.func @main(%x: tensor<i8>) -> tensor<i8> {\n\(instruction)\nreturn %0 : tensor<i8>\n}")
  }

  @Test func `values numbered in any order print in the order of their definition`() throws {
    let scalar = TensorType(.f32, [])
    let (x, y, z) = (Value(2), Value(0), Value(1))
    let body = Region(
      parameters: [x],
      instructions: [
        Instruction(.elementwise(.negate), operands: [x], results: [y]),
        Instruction(.elementwise(.abs), operands: [y], results: [z]),
      ], results: [z])
    let function = Function(name: "f", types: [scalar, scalar, scalar], body: body)
    #expect(
      function.text == """
        func.func public @f(%arg0: tensor<f32>) -> tensor<f32> {
          %0 = stablehlo.negate %arg0 : tensor<f32>
          %1 = stablehlo.abs %0 : tensor<f32>
          return %1 : tensor<f32>
        }

        """)
  }
}
