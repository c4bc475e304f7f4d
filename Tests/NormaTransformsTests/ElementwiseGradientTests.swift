import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

@Suite struct ElementwiseGradientTests {
  static let onFloats = Elementwise.allCases.filter {
    ![.and, .or, .xor, .not, .shiftLeft, .shiftRightArithmetic, .shiftRightLogical, .isFinite].contains($0)
  }

  @Test(arguments: onFloats)
  func `an element-wise operation has the derivative of the table`(operation: Elementwise) throws {
    let types = Array(repeating: TensorType(.f64, [5]), count: operation.arity)
    let program = try weighed(types) { x in
      Tensor.recorded(.elementwise(operation), on: x, type: x[0].type)
    }
    let inputs = types.enumerated().map { sample($1, seed: $0) }
    try expectGradient(program, inputs, operation.rawValue)
  }

  @Test(arguments: [Elementwise.exponential, .logistic, .tanh, .rsqrt, .power, .divide, .square])
  func `the gradient of a gradient is the second derivative`(operation: Elementwise) throws {
    let types = Array(repeating: TensorType(.f64, []), count: operation.arity)
    let program = try trace(types) { x in
      Tensor.recorded(.elementwise(operation), on: x, type: x[0].type)
    }
    let inputs = types.enumerated().map { sample($1, seed: $0) }
    try expectGradient(program.gradient(withRespectTo: [0]), inputs, operation.rawValue)
  }

  @Test func `a tie of maximum and minimum is shared in halves`() throws {
    let type = TensorType(.f64, [])
    let one = NDArray([1.0], shape: [])
    let greater = try trace([type, type]) { x in x[0].maximum(x[1]) }
    #expect(try run(greater.gradient(), [one, one]) == [0.5])
    let smaller = try trace([type, type]) { x in x[0].minimum(x[1]) }
    #expect(try run(smaller.gradient(), [one, one], result: 1) == [0.5])
  }

  @Test func `a power of zero has no slope at zero`() throws {
    let type = TensorType(.f64, [])
    let program = try trace([type, type]) { x in x[0].pow(x[1]) }
    let inputs = [NDArray([0.0], shape: []), NDArray([0.0], shape: [])]
    #expect(try run(program.gradient(), inputs) == [0])
  }
}
