import NormaArrays
import StableHLO
import Testing

/// An operation on operands and results of which one constraint does not hold.
struct Violation: CustomTestStringConvertible, Sendable {
  let operation: Operation
  let operands: [TensorType]
  let results: [TensorType]
  let expected: String

  init(_ expected: String, _ operation: Operation, _ operands: [TensorType], _ results: [TensorType] = []) {
    (self.expected, self.operation) = (expected, operation)
    (self.operands, self.results) = (operands, results)
  }

  var testDescription: String { expected }
}

private let f32 = TensorType(.f32, [2, 3])
private let i32 = TensorType(.i32, [2, 3])
private let scalar = TensorType(.f32, [])
private let index = TensorType(.i64, [])

private func dot(_ left: [Int], _ right: [Int], batch: ([Int], [Int]) = ([], [])) -> Operation {
  .dotGeneral(
    DotDimensions(
      leftBatching: batch.0, rightBatching: batch.1, leftContracting: left, rightContracting: right))
}

@Suite struct TypeRulesTests {
  static let elementwise = [
    Violation("add (inputs): takes 2 operands, not 1", .elementwise(.add), [f32]),
    Violation(
      "add (C1): operands must have the same type, not tensor<2x3xf32> and tensor<2x3xi32>",
      .elementwise(.add), [f32, i32]),
    Violation(
      "add (C1): the result must have type tensor<2x3xf32>, not tensor<f32>",
      .elementwise(.add), [f32, f32], [scalar]),
    Violation("add (outputs): gives 1 results, not 2", .elementwise(.add), [f32, f32], [f32, f32]),
    Violation("tanh (I1): takes a tensor of floats, not tensor<2x3xi32>", .elementwise(.tanh), [i32]),
    Violation(
      "subtract (I1): takes a tensor of integers or floats, not tensor<i1>", .elementwise(.subtract),
      [TensorType(.i1, []), TensorType(.i1, [])]),
    Violation(
      "abs (I1): takes a tensor of signed integers or floats, not tensor<ui8>", .elementwise(.abs),
      [TensorType(.ui8, [])]),
    Violation(
      "and (I1): takes a tensor of integers or booleans, not tensor<2x3xf32>", .elementwise(.and), [f32, f32]),
    Violation(
      "shift_left (I1): takes a tensor of integers, not tensor<i1>", .elementwise(.shiftLeft),
      [TensorType(.i1, []), TensorType(.i1, [])]),
    Violation(
      "compare (C1): operands must have the same element type, not tensor<2x3xf32> and tensor<2x3xi32>",
      .compare(.less, nil), [f32, i32]),
    Violation(
      "compare (C2): operands must have the same shape, not tensor<2x3xf32> and tensor<f32>",
      .compare(.less, nil), [f32, scalar]),
    Violation(
      "compare (C3): SIGNED compares signed integers, not f32", .compare(.less, .signed), [f32, f32]),
    Violation(
      "select (I1): the predicate must be a tensor of booleans, not tensor<f32>", .select, [scalar, f32, f32]),
    Violation(
      "select (C1): the predicate must be a scalar or have the shape of tensor<2x3xf32>, not tensor<2xi1>",
      .select, [TensorType(.i1, [2]), f32, f32]),
    Violation(
      "select (C2): both cases must have the same type, not tensor<2x3xf32> and tensor<2x3xi32>",
      .select, [TensorType(.i1, []), f32, i32]),
    Violation(
      "clamp (C1): the minimum must be a scalar or have the shape of tensor<2x3xf32>, not tensor<3xf32>",
      .clamp, [TensorType(.f32, [3]), f32, scalar]),
    Violation(
      "clamp (C2): the maximum must be a scalar or have the shape of tensor<2x3xf32>, not tensor<3xf32>",
      .clamp, [scalar, f32, TensorType(.f32, [3])]),
    Violation(
      "clamp (C3): the minimum must have the element type of tensor<2x3xf32>, not tensor<i64>",
      .clamp, [index, f32, scalar]),
    Violation(
      "clamp (C4): the result must have type tensor<2x3xf32>, not tensor<f32>",
      .clamp, [scalar, f32, scalar], [scalar]),
  ]

  static let conversions = [
    Violation("iota (C1): axis 2 is outside rank 2", .iota(dimension: 2), [], [f32]),
    Violation(
      "convert (C1): the result must have the shape of tensor<2x3xf32>, not tensor<i64>", .convert, [f32],
      [index]),
    Violation(
      "bitcast_convert (C1): tensor<2x3xf32> of 32-bit elements cannot be read as tensor<2x3xi16> of 16-bit elements",
      .bitcastConvert, [f32], [TensorType(.i16, [2, 3])]),
    Violation(
      "bitcast_convert (C1): tensor<2x3xf32> of 32-bit elements cannot be read as tensor<2xf64> of 64-bit elements",
      .bitcastConvert, [f32], [TensorType(.f64, [2])]),
    Violation(
      "reduce_precision (C2): needs at least 1 exponent bit, not 0",
      .reducePrecision(exponentBits: 0, mantissaBits: 3), [f32], [f32]),
    Violation(
      "reduce_precision (C3): needs at least 0 mantissa bits, not -1",
      .reducePrecision(exponentBits: 5, mantissaBits: -1), [f32], [f32]),
    Violation(
      "reduce_precision (I1): takes a tensor of floats, not tensor<2x3xi32>",
      .reducePrecision(exponentBits: 5, mantissaBits: 2), [i32], [i32]),
    Violation(
      "constant (C1): the result must have type tensor<f32>, not tensor<2x3xf32>",
      .constant(Literal(scalar, .splat(0))), [], [f32]),
    Violation(
      "check.expect_eq (inputs): actual and expected must have the same type, not tensor<2x3xf32> and tensor<2x3xi32>",
      .check(.expectEqual), [f32, i32]),
  ]

  static let movements = [
    Violation(
      "broadcast_in_dim (C1): the result must have the element type of tensor<2x3xf32>, not tensor<2x3xi32>",
      .broadcastInDim(dimensions: [0, 1]), [f32], [i32]),
    Violation(
      "broadcast_in_dim (C2): 1 axes are named for an operand of rank 2",
      .broadcastInDim(dimensions: [0]), [f32], [f32]),
    Violation(
      "broadcast_in_dim (C3): axis 2 is outside rank 2", .broadcastInDim(dimensions: [0, 2]), [f32], [f32]),
    Violation(
      "broadcast_in_dim (C4): the axes [1, 1] name one axis twice",
      .broadcastInDim(dimensions: [1, 1]), [f32], [f32]),
    Violation(
      "broadcast_in_dim (C5): axis 0 of tensor<2x3xf32> must have extent 1 or 4 to become axis 0 of tensor<4x3xf32>",
      .broadcastInDim(dimensions: [0, 1]), [f32], [TensorType(.f32, [4, 3])]),
    Violation(
      "reshape (C1): the result must have the element type of tensor<2x3xf32>, not tensor<2x3xi32>",
      .reshape, [f32], [i32]),
    Violation(
      "reshape (C2): tensor<2x3xf32> and tensor<5xf32> differ in their number of elements",
      .reshape, [f32], [TensorType(.f32, [5])]),
    Violation(
      "transpose (C2): [0, 0] is no permutation of the axes of tensor<2x3xf32>",
      .transpose(permutation: [0, 0]), [f32]),
    Violation(
      "transpose (C3): the result must have type tensor<3x2xf32>, not tensor<2x3xf32>",
      .transpose(permutation: [1, 0]), [f32], [f32]),
    Violation(
      "slice (C2): start, limit and strides need one entry for each axis of tensor<2x3xf32>",
      .slice(start: [0], limit: [1], strides: [1]), [f32]),
    Violation(
      "slice (C3): 1:4 is outside axis 1 of tensor<2x3xf32>",
      .slice(start: [0, 1], limit: [2, 4], strides: [1, 1]), [f32]),
    Violation(
      "slice (C4): the stride 0 of axis 0 must be positive",
      .slice(start: [0, 0], limit: [2, 3], strides: [0, 1]), [f32]),
    Violation(
      "slice (C5): the result must have type tensor<1x3xf32>, not tensor<2x3xf32>",
      .slice(start: [0, 0], limit: [2, 3], strides: [2, 1]), [f32], [f32]),
    Violation(
      "pad (I2): the padding value must be a scalar, not tensor<2x3xf32>",
      .pad(low: [0, 0], high: [0, 0], interior: [0, 0]), [f32, f32]),
    Violation(
      "pad (C1): the padding value must have the element type of tensor<2x3xf32>, not tensor<i64>",
      .pad(low: [0, 0], high: [0, 0], interior: [0, 0]), [f32, index]),
    Violation(
      "pad (C2): low, high and interior need one entry for each axis of tensor<2x3xf32>",
      .pad(low: [0], high: [0], interior: [0]), [f32, scalar]),
    Violation(
      "pad (C3): the interior padding -1 of axis 1 is negative",
      .pad(low: [0, 0], high: [0, 0], interior: [0, -1]), [f32, scalar]),
    Violation(
      "pad (C4): the padding leaves axis 0 of tensor<2x3xf32> no valid extent",
      .pad(low: [-3, 0], high: [0, 0], interior: [0, 0]), [f32, scalar]),
    Violation(
      "pad (C4): the padding of axis 0 is larger than can be counted",
      .pad(low: [Int.min, 0], high: [Int.max, 0], interior: [0, 0]), [f32, scalar]),
    Violation(
      "concatenate (C1): operands must have the same element type, not tensor<2x3xf32> and tensor<2x3xi32>",
      .concatenate(dimension: 0), [f32, i32]),
    Violation(
      "concatenate (C2): tensor<2x3xf32> and tensor<2x4xf32> may differ only in axis 0",
      .concatenate(dimension: 0), [f32, TensorType(.f32, [2, 4])]),
    Violation("concatenate (C3): takes at least one operand", .concatenate(dimension: 0), []),
    Violation("concatenate (C4): axis 2 is outside rank 2", .concatenate(dimension: 2), [f32]),
    Violation(
      "concatenate (C5): the result must have type tensor<4x3xf32>, not tensor<4x3xi32>",
      .concatenate(dimension: 0), [f32, f32], [TensorType(.i32, [4, 3])]),
    Violation(
      "concatenate (C6): the result must have type tensor<4x3xf32>, not tensor<2x3xf32>",
      .concatenate(dimension: 0), [f32, f32], [f32]),
    Violation(
      "reshape (size): tensor<4611686018427387904x4xf32> has more elements than can be counted",
      .reshape, [f32], [TensorType(.f32, [1 << 62, 4])]),
  ]

  static let slices = [
    Violation(
      "dynamic_slice (C2): 1 sizes are given for an operand of rank 2", .dynamicSlice(sizes: [1]),
      [f32, index]),
    Violation(
      "dynamic_slice (C3): start indices must have the same type, not tensor<i64> and tensor<i32>",
      .dynamicSlice(sizes: [1, 1]), [f32, index, TensorType(.i32, [])]),
    Violation(
      "dynamic_slice (C4): size 4 does not fit axis 1 of tensor<2x3xf32>",
      .dynamicSlice(sizes: [1, 4]), [f32, index, index]),
    Violation(
      "dynamic_slice (C5): the result must have type tensor<1x1xf32>, not tensor<2x3xf32>",
      .dynamicSlice(sizes: [1, 1]), [f32, index, index], [f32]),
    Violation(
      "dynamic_update_slice (C2): the update must have the element type of tensor<2x3xf32>, not tensor<2x3xi32>",
      .dynamicUpdateSlice, [f32, i32, index, index]),
    Violation(
      "dynamic_update_slice (C3): the update must have the rank of tensor<2x3xf32>, not tensor<f32>",
      .dynamicUpdateSlice, [f32, scalar, index, index]),
    Violation(
      "dynamic_update_slice (C4): 1 start indices are given for an operand of rank 2",
      .dynamicUpdateSlice, [f32, f32, index]),
    Violation(
      "dynamic_update_slice (C5): start indices must be scalar integers, not tensor<f32>",
      .dynamicUpdateSlice, [f32, f32, scalar, scalar]),
    Violation(
      "dynamic_update_slice (C6): the update tensor<2x4xf32> does not fit axis 1 of tensor<2x3xf32>",
      .dynamicUpdateSlice, [f32, TensorType(.f32, [2, 4]), index, index]),
  ]

  static let products = [
    Violation(
      "dot_general (C1): batching axes must come in pairs: [0] x []", dot([1], [1], batch: ([0], [])),
      [f32, f32]),
    Violation("dot_general (C2): contracting axes must come in pairs: [1] x []", dot([1], []), [f32, f32]),
    Violation(
      "dot_general (C3): the axes [1, 1] name one axis twice", dot([1], [0], batch: ([1], [1])), [f32, f32]),
    Violation(
      "dot_general (C4): the axes [1, 1] name one axis twice", dot([0], [1], batch: ([1], [1])), [f32, f32]),
    Violation("dot_general (C5): axis 2 is outside rank 2", dot([1], [1], batch: ([2], [0])), [f32, f32]),
    Violation("dot_general (C6): axis -1 is outside rank 2", dot([-1], [1]), [f32, f32]),
    Violation("dot_general (C7): axis 2 is outside rank 2", dot([1], [1], batch: ([0], [2])), [f32, f32]),
    Violation("dot_general (C8): axis 5 is outside rank 2", dot([1], [5]), [f32, f32]),
    Violation(
      "dot_general (C9): axis 0 of tensor<2x3xf32> and axis 1 of tensor<2x3xf32> differ in extent",
      dot([], [], batch: ([0], [1])), [f32, f32]),
    Violation(
      "dot_general (C10): axis 1 of tensor<2x3xf32> and axis 0 of tensor<2x3xf32> differ in extent",
      dot([1], [0]), [f32, f32]),
    Violation(
      #"dot_general (C11): precision is stated for both operands or none, not ["HIGH"]"#,
      .dotGeneral(DotDimensions(leftContracting: [1], rightContracting: [1], precision: ["HIGH"])),
      [f32, f32]),
    Violation(
      "dot_general (C12): the result must have type tensor<2x2xf32>, not tensor<2x3xf32>",
      dot([1], [1]), [f32, f32], [f32]),
    Violation(
      "dot_general (C13): operands must have the same element type, not tensor<2x3xf32> and tensor<2x3xi32>",
      dot([1], [1]), [f32, i32]),
  ]

  static let reductions = [
    Violation(
      "reduce (C1): inputs must have the same shape, not tensor<2x3xf32> and tensor<3xf32>",
      .reduce(.named(.add), dimensions: [0]), [f32, TensorType(.f32, [3]), scalar, scalar]),
    Violation(
      "reduce (C2): tensor<2x3xf32> needs an initial value of tensor<f32>, not tensor<i64>",
      .reduce(.named(.add), dimensions: [0]), [f32, index]),
    Violation(
      "reduce (C3): takes as many initial values as inputs, not 1 operands in all",
      .reduce(.named(.add), dimensions: [0]), [f32]),
    Violation(
      "reduce (C4): axis 3 is outside rank 2", .reduce(.named(.add), dimensions: [3]), [f32, scalar]),
    Violation(
      "reduce (C5): the axes [1, 1] name one axis twice",
      .reduce(.named(.add), dimensions: [1, 1]), [f32, scalar]),
    Violation(
      "reduce (C6): and takes integers or booleans, not f32", .reduce(.named(.and), dimensions: [1]),
      [f32, scalar]),
    Violation(
      "reduce (C6): `applies tanh` needs a binary operation and one input, not 1",
      .reduce(.named(.tanh), dimensions: [1]), [f32, scalar]),
    Violation(
      "reduce (C7): the result must have type tensor<2xf32>, not tensor<3xf32>",
      .reduce(.named(.add), dimensions: [1]), [f32, scalar], [TensorType(.f32, [3])]),
    Violation(
      "optimization_barrier (C1): the result must have type tensor<2x3xf32>, not tensor<2x3xi32>",
      .optimizationBarrier, [f32], [i32]),
  ]

  @Test(arguments: [elementwise, conversions, movements, slices, products, reductions].flatMap(\.self))
  func `a violated constraint is named by its label, with what was found`(_ violation: Violation) {
    let error = #expect(throws: ConstraintViolation.self) {
      try violation.operation.check(operands: violation.operands, results: violation.results)
    }
    #expect(error?.description == violation.expected)
  }

  @Test(
    arguments: [
      (Operation.elementwise(.isFinite), [f32], TensorType(.i1, [2, 3])),
      (.compare(.equal, .totalOrder), [f32, f32], TensorType(.i1, [2, 3])),
      (.select, [TensorType(.i1, []), f32, f32], f32),
      (.clamp, [scalar, f32, f32], f32),
      (.transpose(permutation: [1, 0]), [f32], TensorType(.f32, [3, 2])),
      (.slice(start: [0, 0], limit: [2, 3], strides: [1, 2]), [f32], TensorType(.f32, [2, 2])),
      (.slice(start: [2, 0], limit: [2, 3], strides: [1, Int.max]), [f32], TensorType(.f32, [0, 1])),
      (
        .pad(low: [0, 1], high: [2, 1], interior: [1, 2]), [i32, TensorType(.i32, [])],
        TensorType(.i32, [5, 9])
      ),
      (.concatenate(dimension: 1), [f32, TensorType(.f32, [2, 1])], TensorType(.f32, [2, 4])),
      (.dynamicSlice(sizes: [1, 0]), [f32, index, index], TensorType(.f32, [1, 0])),
      (.reduce(.named(.add), dimensions: [0]), [f32, scalar], TensorType(.f32, [3])),
      (dot([1], [1]), [f32, f32], TensorType(.f32, [2, 2])),
      (dot([1], [1], batch: ([0], [0])), [f32, f32], TensorType(.f32, [2])),
    ] as [(Operation, [TensorType], TensorType)])
  func `operands determine the result`(
    _ operation: Operation, _ operands: [TensorType], _ result: TensorType
  ) throws {
    #expect(try operation.inferResultTypes(operands: operands) == [result])
    try operation.check(operands: operands, results: [result])
  }

  @Test func `a product of narrow floats may be stated wider, as JAX does`() throws {
    let half = TensorType(.bf16, [2, 3])
    try dot([1], [1]).check(operands: [half, half], results: [TensorType(.f32, [2, 2])])
    #expect(throws: ConstraintViolation.self) {
      try dot([1], [1]).check(operands: [half, half], results: [TensorType(.i32, [2, 2])])
    }
  }

  @Test func `bits are joined and split at the last axis`() throws {
    let words = TensorType(.i16, [2, 3, 2])
    try Operation.bitcastConvert.check(operands: [f32], results: [words])
    try Operation.bitcastConvert.check(operands: [words], results: [f32])
  }
}
