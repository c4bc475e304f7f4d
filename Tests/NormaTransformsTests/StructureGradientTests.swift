import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// A piece of tensor math and the shapes it takes.
struct Math: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let shapes: [Shape]
  let body: @Sendable ([Tensor]) -> Tensor

  init(_ name: String, _ shapes: Shape..., body: @escaping @Sendable ([Tensor]) -> Tensor) {
    (testDescription, self.shapes, self.body) = (name, shapes, body)
  }
}

/// One operation on tensors, its result of the given shape.
private func apply(_ operation: Operation, _ operands: [Tensor], _ shape: Shape) -> Tensor {
  Tensor.recorded(operation, on: operands, type: TensorType(.f64, shape))
}

/// A scalar integer beside a tensor.
private func index(_ number: Double, _ x: Tensor) -> Tensor { x.constant(number, type: TensorType(.i32, [])) }

private func dot(_ batch: ([Int], [Int]), _ contracting: ([Int], [Int])) -> Operation {
  .dotGeneral(
    DotDimensions(
      leftBatching: batch.0, rightBatching: batch.1, leftContracting: contracting.0,
      rightContracting: contracting.1))
}

@Suite struct StructureGradientTests {
  static let moving: [Math] = [
    Math("reshape", [2, 3]) { $0[0].reshaped(to: [3, 2]) },
    Math("transpose", [2, 3, 4]) { $0[0].transposed([2, 0, 1]) },
    Math("broadcast", [3]) { apply(.broadcastInDim(dimensions: [1]), $0, [2, 3, 2]) },
    Math("broadcast out of order", [2, 3]) { apply(.broadcastInDim(dimensions: [2, 0]), $0, [3, 4, 2]) },
    Math("broadcast of extent one", [1, 3]) { apply(.broadcastInDim(dimensions: [0, 1]), $0, [4, 3]) },
    Math("slice", [7, 3]) { apply(.slice(start: [1, 0], limit: [6, 2], strides: [2, 1]), $0, [3, 2]) },
    Math("pad", [3], []) { apply(.pad(low: [1], high: [2], interior: [1]), $0, [8]) },
    Math("pad by less than nothing", [5], []) { apply(.pad(low: [-1], high: [2], interior: [1]), $0, [10]) },
    Math("concatenate", [2, 3], [2, 1]) { $0[0].concatenated(with: $0[1], $0[0], along: 1) },
    Math("dynamic_slice", [5]) { apply(.dynamicSlice(sizes: [2]), [$0[0], index(2, $0[0])], [2]) },
    Math("dynamic_update_slice", [5], [2]) { apply(.dynamicUpdateSlice, $0 + [index(9, $0[0])], [5]) },
    Math("optimization_barrier", [2]) { apply(.optimizationBarrier, $0, [2]) },
    Math("reduce_precision", [2]) { apply(.reducePrecision(exponentBits: 11, mantissaBits: 52), $0, [2]) },
  ]

  static let choosing: [Math] = [
    Math("select", [4], [4]) { ($0[0] * 2).replacing(with: $0[1], where: $0[0] .> $0[1]) },
    Math("select by one", [], [3], [3]) { x in
      apply(.select, [x[0] .> 0.1, x[1], x[2]], [3])
    },
    Math("clamp", [6], [6], [6]) { apply(.clamp, [$0[0], $0[1] * 1.1, $0[2] + 0.2], [6]) },
    Math("clamp by scalars", [], [6]) { apply(.clamp, [$0[0] * 0.8, $0[1], $0[0] * 1.5], [6]) },
    Math("convert", [3]) { ($0[0].converted(to: .i32).converted(to: .f64) + 1) * $0[0] },
  ]

  static let joining: [Math] = [
    Math("sum", [2, 3, 2]) { $0[0].sum(over: [0, 2]).square() },
    Math("sum from a start", [3], []) { apply(.reduce(.named(.add), dimensions: [0]), $0, []).square() },
    Math("maximum", [3, 4]) { $0[0].maximum(over: [1]) },
    Math("minimum", [3, 4]) { $0[0].minimum(over: [0]) },
    Math("variance", [2, 5]) { $0[0].variance(over: .last) },
    Math("matmul", [2, 3], [3, 2]) { $0[0].matmul($0[1]) },
    Math("dot with batches", [3, 2, 4], [4, 2, 5]) { apply(dot(([1], [1]), ([2], [0])), $0, [2, 3, 5]) },
    Math("dot over two axes", [3, 2, 4], [2, 4, 3, 2]) {
      apply(dot(([], []), ([0, 2], [2, 1])), $0, [2, 2, 2])
    },
    Math("a value used often", [3]) { $0[0] * $0[0].exp() + $0[0].sum(over: .all) * $0[0] },
  ]

  @Test(arguments: moving + choosing + joining)
  func `math has the gradient of small differences`(math: Math) throws {
    let types = math.shapes.map { TensorType(.f64, $0) }
    let program = try weighed(types, math.body)
    let inputs = types.enumerated().map { sample($1, seed: $0 * 3) }
    try expectGradient(program, inputs, math.testDescription)
  }

  @Test func `elements that are greatest together share the cotangent`() throws {
    let program = try trace(TensorType(.f64, [3])) { x in x.maximum(over: .all) }
    #expect(try run(program.gradient(), [NDArray([2.0, 1, 2], shape: [3])]) == [0.5, 0, 0.5])
  }
}
