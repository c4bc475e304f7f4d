import Norma
import Testing

/// A layer compiled for rows, called on memory of the caller.
@Suite struct CompiledLayerTests {
  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `spans give the bits that arrays give, at any number of rows`(formula: Formula, type: FloatingType)
    throws
  {
    try type.open { try check(formula, as: $0) }
  }

  private func check<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: 17)
    let compiled = try compile(trial.layer, rowShape: [17], of: type)
    for rows in [0, 1, 2, 3, 63, 200] {
      let x = trial.rows(rows)
      let y = try results(of: compiled, x)
      #expect(y.hasSameBits(as: try trial.results(x)), "\(rows) rows")
    }
  }

  private func results<Input, Output: BinaryFloatingPoint>(
    of compiled: CompiledLayer<Input, Output>, _ x: [Input]
  ) throws -> [Output] {
    var y = [Output](repeating: 0, count: x.count)
    var span = y.mutableSpan
    try compiled(x.span, into: &span)
    return y
  }

  /// Few rows are called with a list on the stack, more are spread over threads, and wide ones are divided.
  @Test(arguments: [(64, [1, 400, 600, 5000]), (140_000, [1, 3])])
  func `few rows and many give the same bits`(
    width: Int, counts: [Int]
  ) throws {
    let trial = Trial<Float>(.layerNorm, width: width)
    let compiled = try compile(trial.layer, rowShape: [width], of: Float.self, threads: 2)
    let row = trial.rows(1)
    let alone = try results(of: compiled, row)
    for rows in counts {
      let y = try results(of: compiled, Array((0..<rows).map { _ in row }.joined()))
      #expect(y.hasSameBits(as: Array((0..<rows).map { _ in alone }.joined())), "\(rows) rows")
    }
  }

  /// A program is compiled once, and what the callers do with it stays apart.
  @Test func `layers of one program share it and keep their own parameters`() throws {
    let scale = { (value: Float) in RMSNorm(2, weight: Parameter(NDArray([value, value], shape: [2]))) }
    let one = try compile(scale(1), rowShape: [2], of: Float.self)
    let three = try compile(scale(3), rowShape: [2], of: Float.self)
    let (a, b) = (try results(of: one, [3, 3]), try results(of: three, [3, 3]))
    #expect(zip(a, b).allSatisfy { abs(3 * $0 - $1) < 1e-6 })
  }

  @Test func `a row may span several axes`() throws {
    let compiled = try compile(LayerNorm(normalizedShape: [2, 3]), rowShape: [2, 3], of: Float.self)
    let y = try results(of: compiled, [0, 1, 2, 3, 4, 5, 7, 7, 7, 7, 7, 7])
    let meant = Formula.layerNorm.row(
      [0, 1, 2, 3, 4, 5], weight: [1, 1, 1, 1, 1, 1], bias: [0, 0, 0, 0, 0, 0],
      epsilon: Formula.layerNorm.epsilon)
    #expect(Judge.error(of: y[..<6], meant: meant) <= 1)
    #expect(y[6...] == [0, 0, 0, 0, 0, 0])
  }

  @Test func `rows may hold groups that the layer normalizes apart`() throws {
    let compiled = try compile(RMSNorm(2), rowShape: [2, 2], of: Double.self)
    let y = try results(of: compiled, [3, 3, -5, -5])
    for (found, meant) in zip(y, [1, 1, -1, -1]) { #expect(abs(found - Double(meant)) < 1e-6) }
  }

  @Test func `results may be of another type`() throws {
    let norm = RMSNorm(4, convention: .llama)
    let compiled = try compile(norm, rowShape: [4], from: BFloat16.self, to: Float.self)
    let y = try results(of: compiled, [1, 2, 3, 4])
    #expect(y == [0.365234375, 0.73046875, 1.09375, 1.4609375])
  }

  // MARK: - What does not fit

  @Test(arguments: [
    (5, 5, "argument 1 must have a multiple of 4 elements, and has 5"),
    (8, 4, "result 1 must have 8 elements, and has 4"),
    (4, 8, "result 1 must have 4 elements, and has 8"),
    (0, 4, "result 1 must have 0 elements, and has 4"),
  ])
  func `counts that do not fit are refused`(inputs: Int, outputs: Int, message: String) throws {
    let compiled = try compile(L2Norm(), rowShape: [4], of: Float.self)
    let x = [Float](repeating: 1, count: inputs)
    var y = [Float](repeating: 77, count: outputs)
    let error = #expect(throws: ExecutionError.self) {
      var span = y.mutableSpan
      try compiled(x.span, into: &span)
    }
    #expect(error?.description == message)
    #expect(y.allSatisfy { $0 == 77 })
  }

  @Test func `rows that the layer does not fit are refused`() {
    let error = #expect(throws: NormaError.self) {
      try compile(LayerNorm(1024), rowShape: [512], of: Float.self)
    }
    #expect(
      error?.description.contains(
        "`LayerNorm(1024)` normalizes rows of 1024 but received f32[2, 512]. Build `LayerNorm(512)`.") == true
    )
  }

  @Test func `a result of another type is refused`() {
    let error = #expect(throws: NormaError.self) {
      try compile(Softmax(), rowShape: [4], from: Float.self, to: Float16.self)
    }
    #expect(error?.description == "result 1 must be f16[2, 4], and f32[2, 4] was given")
  }

  @Test func `rows without elements are refused`() {
    let error = #expect(throws: NormaError.self) { try compile(Softmax(), rowShape: [3, 0], of: Float.self) }
    #expect(error?.description == "a row must have at least one element, and rows of shape [3, 0] have none")
  }

  // MARK: - Layers of several steps

  @Test func `a layer that is no single kernel gives the bits that arrays give`() throws {
    let layer = Reversed()
    let compiled = try compile(layer, rowShape: [3, 2], of: Float.self)
    let x: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let y = try results(of: compiled, x)
    #expect(y == (try layer(NDArray(x, shape: [2, 3, 2])).elements(as: Float.self)))
  }
}

/// Exchanges the axes of each row around a norm: two movements and a kernel.
private struct Reversed: Layer {
  mutating func visitParameters(_ visit: ParameterVisitor) {}
  func callAsFunction(_ x: Tensor) -> Tensor {
    L2Norm()(x.transposed([0, 2, 1])).transposed([0, 2, 1])
  }
}
