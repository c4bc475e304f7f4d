import NormaArrays
import NormaTracing
import StableHLO
import Testing

@Suite struct TensorTests {
  static let matrix = TensorType(.f32, [8, 512])

  /// Math on one tensor f32[8, 512] with the operations and the type it must give.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let names: [String]
    let result: String
    let body: @Sendable (Tensor) -> Tensor

    init(_ text: String, _ names: [String], _ result: String, _ body: @escaping @Sendable (Tensor) -> Tensor)
    {
      (testDescription, self.names, self.result, self.body) = (text, names, result, body)
    }
  }

  static let examples = [
    Example("x + x", ["add"], "f32[8, 512]") { $0 + $0 },
    Example("x * 2", ["constant", "multiply"], "f32[8, 512]") { $0 * 2 },
    Example("1 - x", ["constant", "subtract"], "f32[8, 512]") { 1 - $0 },
    Example("-x", ["negate"], "f32[8, 512]") { -$0 },
    Example("x / 3", ["constant", "divide"], "f32[8, 512]") { $0 / 3 },
    Example("square", ["multiply"], "f32[8, 512]") { $0.square() },
    Example("relu", ["constant", "maximum"], "f32[8, 512]") { $0.maximum(0) },
    Example("compare", ["constant", "compare"], "i1[8, 512]") { $0 .< 0 },
    Example("replace", ["constant", "compare", "select"], "f32[8, 512]") {
      $0.replacing(with: 0, where: $0 .< 0)
    },
    Example("convert", ["convert"], "bf16[8, 512]") { $0.converted(to: .bf16) },
    Example("convert to itself", [], "f32[8, 512]") { $0.converted(to: .f32) },
    Example("sum", ["constant", "reduce"], "f32[8]") { $0.sum(over: .last) },
    Example("sum over all", ["constant", "reduce"], "f32[]") { $0.sum(over: .all) },
    Example("sum over [0]", ["constant", "reduce"], "f32[512]") { $0.sum(over: [0]) },
    Example("kept sum", ["constant", "reduce", "reshape"], "f32[8, 1]") {
      $0.sum(over: .last, keepingDimensions: true)
    },
    Example("mean", ["constant", "reduce", "constant", "divide"], "f32[8]") { $0.mean(over: [-1]) },
    Example("maximum", ["constant", "reduce"], "f32[8]") { $0.maximum(over: .last) },
    Example("reshape", ["reshape"], "f32[4, 1024]") { $0.reshaped(to: [4, 1024]) },
    Example("transpose", ["transpose"], "f32[512, 8]") { $0.transposed([1, 0]) },
    Example("broadcast", ["broadcast_in_dim"], "f32[3, 8, 512]") { $0.broadcast(to: [3, 8, 512]) },
    Example("slice", ["slice"], "f32[8, 86]") { $0.sliced(0..<256, along: .last, by: 3) },
    Example("concatenate", ["concatenate"], "f32[8, 1024]") { $0.concatenated(with: $0, along: .last) },
    Example("pad", ["constant", "pad"], "f32[9, 516]") { $0.padded(low: [1, 1], high: [0, 3]) },
    Example("matmul", ["transpose", "dot_general"], "f32[8, 8]") { $0.matmul($0.transposed([1, 0])) },
    Example("dot", ["dot_general"], "f32[8, 8]") { $0.dot($0, contracting: .last, with: .last) },
  ]

  @Test(arguments: examples)
  func `math becomes the operations it spells`(example: Example) throws {
    let program = try TracedProgram(trace(Self.matrix) { x in example.body(x) })
    #expect(program.names == example.names)
    #expect(program.results == [example.result])
  }

  @Test(arguments: [
    (ScalarType.f64, 0x3FB9_9999_9999_999A as UInt64), (.f32, 0x3DCC_CCCD), (.f16, 0x2E66), (.bf16, 0x3DCD),
  ])
  func `a number takes the tensor's element type and is rounded once`(scalar: ScalarType, bits: UInt64) throws
  {
    let program = try TracedProgram(trace(TensorType(scalar, [4])) { x in x * 0.1 })
    #expect(program.constantBits == bits)
    #expect(program.results == ["\(scalar)[4]"])
  }

  @Test(arguments: [
    ([8, 512], [512], "f32[8, 512]"), ([512], [8, 512], "f32[8, 512]"), ([8, 1], [1, 512], "f32[8, 512]"),
    ([], [3], "f32[3]"), ([2, 1, 4], [3, 1], "f32[2, 3, 4]"), ([0, 1], [5], "f32[0, 5]"),
  ])
  func `shapes broadcast from the last axis`(left: [Int], right: [Int], result: String) throws {
    let types = [left, right].map { TensorType(.f32, Shape($0)) }
    let program = try TracedProgram(trace(types[0], types[1]) { x, y in x + y })
    #expect(program.results == [result])
  }

  @Test func `batches of matrices broadcast`() throws {
    let program = try TracedProgram(
      trace(TensorType(.f32, [5, 2, 3]), TensorType(.f32, [3, 4])) { a, b in a.matmul(b) })
    #expect(program.names == ["broadcast_in_dim", "dot_general"])
    #expect(program.results == ["f32[5, 2, 4]"])
  }

  @Test(arguments: [ScalarType.f16, .bf16])
  func `half precision is summed in f32 and rounded once`(scalar: ScalarType) throws {
    let program = try TracedProgram(trace(TensorType(scalar, [4, 8])) { x in x.mean(over: .last) })
    #expect(program.names == ["convert", "constant", "reduce", "constant", "divide", "convert"])
    #expect(
      program.function.types.filter { $0.scalar == scalar }.map(\.brief) == [
        "\(scalar)[4, 8]", "\(scalar)[4]",
      ])
  }

  @Test func `the variance is centred and shares the mean`() throws {
    let program = try TracedProgram(
      trace(Self.matrix) { x in
        (x - x.mean(over: .last, keepingDimensions: true)) * x.variance(over: .last, keepingDimensions: true)
      })
    #expect(program.names.filter { $0 == "reduce" }.count == 2)
    #expect(program.names.filter { $0 == "subtract" }.count == 1)
  }
}
