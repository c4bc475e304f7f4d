import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

/// The result of a layer on one array, by the reference interpreter.
func run(_ layer: some Layer, on x: NDArray) throws -> NDArray {
  let program = try layer.program(for: TensorType(x.scalarType, x.shape))
  let parameters = layer.parameters.compactMap(\.parameter.array)
  return try #require(Interpreter(program).run("main", [x] + parameters).first)
}

/// Examples that the documentation of other libraries works out by hand.
@Suite struct WorkedExampleTests {
  private let row = NDArray([1, 2, 3, 4] as [Float], shape: [1, 4])

  /// Whether each element is the expected number, to the digits that number is given in.
  private func expect(_ array: NDArray, _ expected: [Double], digits: Double) {
    let found = array.converted(to: .f64).elements(as: Double.self)
    #expect(found.count == expected.count)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= digits / 2 }, "\(found)")
  }

  @Test func `RMS norm of 1 2 3 4 divides by the root of 7.5`() throws {
    let root = (7.5 + 1e-5).squareRoot()
    expect(try run(RMSNorm(4, epsilon: 1e-5), on: row), [1, 2, 3, 4].map { $0 / root }, digits: 1e-6)
  }

  @Test func `layer norm of 1 2 3 4`() throws {
    expect(try run(LayerNorm(4), on: row), [-1.342, -0.447, 0.447, 1.342], digits: 1e-3)
  }

  @Test func `layer norm of two rows of three`() throws {
    let x = NDArray([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
    expect(try run(LayerNorm(3), on: x), [-1.2247, 0, 1.2247, -1.2247, 0, 1.2247], digits: 1e-4)
    let whole = try run(LayerNorm(normalizedShape: [2, 3]), on: x)
    expect(whole, [-1.4638, -0.8783, -0.2928, 0.2928, 0.8783, 1.4638], digits: 1e-4)
  }

  @Test(arguments: [Float(0), 5, -3e7, 0x1p-140])
  func `a constant row gives the bias`(number: Float) throws {
    let bias = NDArray([0.5, -1, 2] as [Float], shape: [3])
    let layer = LayerNorm(normalizedShape: [3], weight: nil, bias: Parameter(bias))
    let y = try run(layer, on: NDArray([number, number, number], shape: [1, 3]))
    #expect(y.elements(as: Float.self) == [0.5, -1, 2])
  }

  @Test func `rows of zeros stay zeros`() throws {
    let zeros = NDArray(zeros: .f32, shape: [2, 3])
    #expect(try run(L2Norm(), on: zeros).elements(as: Float.self) == Array(repeating: 0, count: 6))
    #expect(try run(RMSNorm(3), on: zeros).elements(as: Float.self) == Array(repeating: 0, count: 6))
  }

  @Test func `softmax takes large numbers, and infinities as the formula does`() throws {
    let x = NDArray(
      [1000, 1000, -.infinity, .infinity, 0, 0, -.infinity, -.infinity, -.infinity] as [Float], shape: [3, 3])
    let y = try run(Softmax(), on: x).elements(as: Float.self)
    #expect(Array(y[..<3]) == [0.5, 0.5, 0])
    #expect(y[3].isNaN && y[6...].allSatisfy(\.isNaN))
  }

  @Test func `a NaN stays in its row`() throws {
    let x = NDArray([1, .nan, 3, 4, 5, 6] as [Float], shape: [2, 3])
    let y = try run(LayerNorm(3), on: x).elements(as: Float.self)
    #expect(y[..<3].allSatisfy(\.isNaN) && y[3...].allSatisfy(\.isFinite))
  }

  @Test func `conventions round in different places`() throws {
    let x = NDArray((0..<8).map { BFloat16(Double($0) * 0.37 - 1.1) }, shape: [1, 8])
    let weight = NDArray((0..<8).map { BFloat16(1.01 + Double($0) * 0.13) }, shape: [8])
    func result(_ convention: RMSNorm.Convention, _ parameter: NDArray) throws -> [BFloat16] {
      try run(RMSNorm(8, convention: convention, weight: Parameter(parameter)), on: x).elements(
        as: BFloat16.self)
    }
    let standard = try result(.standard, weight)
    #expect(try result(.llama, weight) != standard)
    #expect(try result(.t5, weight) == result(.llama, weight))
    // With weights of 0, Gemma scales by 1; so does the standard form with weights of 1.
    let zeros = NDArray(zeros: .bf16, shape: [8])
    let ones = NDArray(repeating: BFloat16(1.0), shape: [8])
    #expect(try result(.gemma, zeros) == result(.standard, ones))
  }
}
