import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

/// Layers with what stands beside them, by the reference interpreter.
@Suite struct BlockTests {
  private func run(_ block: some Block, on inputs: [NDArray]) throws -> [NDArray] {
    let program = try block.program(for: TensorType(inputs[0].scalarType, inputs[0].shape))
    return try Interpreter(program).run("main", inputs + block.parameters.compactMap(\.parameter.array))
  }

  private func numbers(_ array: NDArray) -> [Double] { array.converted(to: .f64).elements(as: Double.self) }

  @Test func `the residual is added, and the sum is normalized`() throws {
    let (x, residual) = (
      NDArray([1, 1, 1, 1] as [Float], shape: [1, 4]), NDArray([0, 1, 2, 3] as [Float], shape: [1, 4])
    )
    let results = try run(AddNorm(RMSNorm(4, epsilon: 0)), on: [x, residual])
    #expect(numbers(results[0]) == [1, 2, 3, 4])
    let alone = try run(RMSNorm(4, epsilon: 0), on: [results[0]])
    #expect(numbers(results[1]) == numbers(alone[0]))
  }

  @Test func `the sum is rounded before it is normalized`() throws {
    // 1 + 2^-9 is 1 in bf16: without that rounding the norm of 1 and 1 + 2^-9 would differ.
    let x = NDArray([1, 1] as [Float], shape: [1, 2]).converted(to: .bf16)
    let residual = NDArray([0, 0x1p-9] as [Float], shape: [1, 2]).converted(to: .bf16)
    let results = try run(AddNorm(LayerNorm(2)), on: [x, residual])
    #expect(numbers(results[0]) == [1, 1] && numbers(results[1]) == [0, 0])
  }

  @Test(arguments: [ScalarType.f64, .f32, .bf16, .f16])
  func `a row is rounded to eight bits by its own scale, halves to even`(scalar: ScalarType) throws {
    let rows: [Float] = [127, -1, 2.5, 3.5, 254, 1, -5, -127]
    let x = NDArray(rows, shape: [2, 4]).converted(to: scalar)
    // A norm that leaves rows as they are.
    struct Unchanged: Layer {
      mutating func visitParameters(_ visit: ParameterVisitor) {}
      func callAsFunction(_ x: Tensor) -> Tensor { x }
    }
    let results = try run(QuantizedNorm(Unchanged()), on: [x])
    #expect(results.map(\.scalarType) == [.i8, scalar == .f64 ? .f64 : .f32])
    #expect(numbers(results[0]) == [127, -1, 2, 4, 127, 0, -2, -64])
    #expect(numbers(results[1]) == [1, 2])
  }

  @Test func `rows without a largest value give zeros`() throws {
    let x = NDArray([0, 0, .infinity, 1, .nan, 1] as [Float], shape: [3, 2])
    let results = try run(QuantizedNorm(RMSNorm(2, epsilon: 0)), on: [x])
    #expect(numbers(results[0]) == [0, 0, 0, 0, 0, 0])
    #expect(results[1].elements(as: Float.self)[1].isNaN && results[1].elements(as: Float.self)[2].isNaN)
    let constant = try run(QuantizedNorm(LayerNorm(2)), on: [NDArray([0, 0] as [Float], shape: [1, 2])])
    #expect(numbers(constant[0]) == [0, 0] && numbers(constant[1]) == [0])
  }

  @Test func `a weight of another width is told of the norm`() throws {
    let error = try #require(throws: TracingError.self) {
      try AddNorm(RMSNorm(8)).program(for: TensorType(.f32, [2, 4]))
    }
    #expect(error.message == "`RMSNorm(8)` normalizes rows of 8 but received f32[2, 4]. Build `RMSNorm(4)`.")
  }
}
