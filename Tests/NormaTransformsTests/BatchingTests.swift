import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

@Suite struct BatchingTests {
  static let math =
    StructureGradientTests.moving + StructureGradientTests.choosing
    + StructureGradientTests.joining

  /// Expects a batched program to give what a loop over the batch gives.
  private func expectLoop(_ program: Module, _ axes: [Int?], _ comment: String) throws {
    let size = 3
    let batched = try program.vmapped(size, axes: axes)
    try batched.verify()
    #expect(try Module(parsing: batched.text).text == batched.text)
    let types = try #require(batched.function(named: "main")).parameterTypes
    let inputs = types.enumerated().map { sample($1, seed: $0 * 3) }
    var expected: [Double] = []
    for element in 0..<size {
      let one = zip(inputs, axes).map { input, axis -> NDArray in
        guard let axis else { return input }
        var extents = input.shape.dimensions
        extents.remove(at: axis)
        return input.sliced(axis: axis, element..<element + 1).contiguous().reshaped(to: Shape(extents))
      }
      expected += try run(program, one)
    }
    let found = try run(batched, inputs)
    // The interpreter sums in one order, batched or not, so nothing may differ but its last digits.
    let isClose =
      found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-13 * max(1, abs($1)) }
    #expect(isClose, "\(comment) \(axes): \(found), not \(expected)")
  }

  @Test(arguments: math)
  func `a batched program gives what a loop gives, whichever arguments are batched`(math: Math) throws {
    let program = try trace(math.shapes.map { TensorType(.f64, $0) }) { x in math.body(x) }
    for pattern in 1..<(1 << math.shapes.count) {
      let axes = math.shapes.indices.map { pattern >> $0 & 1 == 1 ? math.shapes[$0].rank * ($0 & 1) : nil }
      try expectLoop(program, axes, math.testDescription)
    }
  }

  @Test(arguments: ElementwiseGradientTests.onFloats)
  func `an element-wise operation is batched on either side`(operation: Elementwise) throws {
    let types = Array(repeating: TensorType(.f64, [4]), count: operation.arity)
    let program = try trace(types) { x in
      Tensor.recorded(.elementwise(operation), on: x, type: x[0].type)
    }
    for axes: [Int?] in operation.arity == 1 ? [[0], [1]] : [[0, nil], [nil, 1], [1, 0]] {
      try expectLoop(program, axes, operation.rawValue)
    }
  }

  @Test func `batches nest, and gradients go through them both ways`() throws {
    let types = [TensorType(.f64, [4]), TensorType(.f64, [4, 2])]
    let program = try trace(types) { x in x[0].reshaped(to: [1, 4]).matmul(x[1]).tanh().sum(over: .all) }
    try expectLoop(program.vmapped(2, axes: [0, nil]), [1, nil], "vmap of vmap")
    try expectLoop(program.gradient(), [0, nil], "vmap of gradient")
    let batched = try program.vmapped(3, axes: [0, nil])
    let name = "main"
    let type = try #require(batched.function(named: name)).parameterTypes
    var summed = try #require(batched.function(named: name))
    let zero = Value(summed.types.count)
    let sum = Value(summed.types.count + 1)
    summed.types += [TensorType(.f64, []), TensorType(.f64, [])]
    summed.body.instructions.append(
      Instruction(.constant(Literal(TensorType(.f64, []), .splat(0))), operands: [], results: [zero]))
    summed.body.instructions.append(
      Instruction(
        .reduce(.named(.add), dimensions: [0]), operands: [summed.body.results[0], zero], results: [sum]))
    summed.body.results = [sum]
    try expectGradient(
      Module(functions: [summed]), type.enumerated().map { sample($1, seed: $0) }, "gradient of vmap")
  }

  @Test func `what does not fit is refused`() throws {
    let program = try trace(TensorType(.f64, [2])) { x in x * 2 }
    let error = try #require(throws: TransformError.self) { try program.vmapped(3, axes: [2]) }
    #expect(
      error.description
        == "`vmapped` needs for each argument of @main an axis within its rank or nil, and one axis at least, but received 3 and [2]. It takes f64[2]."
    )
  }
}
