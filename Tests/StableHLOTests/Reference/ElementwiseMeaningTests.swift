import NormaArrays
import StableHLO
import Testing

private let infinity = Double.infinity

@Suite struct ElementwiseMeaningTests {
  @Test(
    arguments: [
      (.abs, [-0.0, -3.5, -infinity], [0, 3.5, infinity]),
      (.cbrt, [0, 1, 8, 27, -8], [0, 1, 2, 3, -2]),
      (.ceil, [-0.8166, -0.2530, 0.2530, 0.8166, 2.0], [-0.0, -0.0, 1, 1, 2]),
      (.floor, [-0.8166, -0.2530, 0.2530, 0.8166, 2.0], [-1, -1, 0, 0, 2]),
      (.cosine, [0, .pi], [1, -1]),
      (.sine, [0, -0.0], [0, -0.0]),
      (.tan, [-0.0, .pi / 4], [-0.0, 0x1.fffffffffffffp-1]),
      (.exponential, [0, 1, -infinity, infinity, .nan], [1, 2.718281828459045, 0, infinity, .nan]),
      (.exponentialMinusOne, [0, 1, 1e-20], [0, 1.718281828459045, 1e-20]),
      (.log, [1, 0, -1, infinity], [0, -infinity, .nan, infinity]),
      (.logPlusOne, [0, -0.999, 1e-20, -1], [0, -6.907755278982136, 1e-20, -infinity]),
      (.logistic, [0, -1000, 1000, .nan], [0.5, 0, 1, .nan]),
      (.negate, [0, -2.5, .nan], [-0.0, 2.5, .nan]),
      (.roundNearestAfz, [-2.5, 0.4, 0.5, 0.6, 2.5, -0.4], [-3, 0, 1, 1, 3, -0.0]),
      (.roundNearestEven, [-2.5, 0.4, 0.5, 0.6, 2.5, 1.5], [-2, 0, 0, 1, 2, 2]),
      (.rsqrt, [4, 0, -0.0, infinity, -1], [0.5, infinity, -infinity, 0, .nan]),
      (.sign, [.nan, -1.0, -0.0, 0.0, 7.0, -infinity], [.nan, -1, -0.0, 0, 1, -1]),
      (.sqrt, [4, 0, -0.0, -1, infinity], [2, 0, -0.0, .nan, infinity]),
      (.tanh, [0, infinity, -infinity], [0, 1, -1]),
      (.square, [-3, infinity, 1e200], [9, infinity, infinity]),
      (.erf, [0, infinity, -infinity, 0.5], [0, 1, -1, 0.5204998778130465]),
      (.erfc, [0, infinity, -infinity, 0.5], [1, 0, 2, 0.4795001221869535]),
    ] as [(Elementwise, [Double], [Double])])
  func `a function of one float`(_ operation: Elementwise, _ x: [Double], _ expected: [Double]) throws {
    let result = try Operation.elementwise(operation).on(.floats(x, .f64))
    #expect(same(result.doubles, expected), "\(result.doubles)")
  }

  @Test(
    arguments: [
      (.add, [1, infinity, 1e308], [2, -infinity, 1e308], [3, .nan, infinity]),
      (.subtract, [1, infinity, 0], [2, infinity, 0], [-1, .nan, 0]),
      (.multiply, [2, 0, -0.0], [3, infinity, 5], [6, .nan, -0.0]),
      (.divide, [17.1, -1, 0, 1], [3, 0, 0, -0.0], [5.7, -infinity, .nan, -infinity]),
      (.maximum, [1, .nan, -0.0, 0.0, -infinity], [2, 1, 0.0, -0.0, .nan], [2, .nan, 0, 0, .nan]),
      (.minimum, [1, .nan, -0.0, 0.0, infinity], [2, 1, 0.0, -0.0, .nan], [1, .nan, -0.0, -0.0, .nan]),
      (
        .power, [-2, -0.0, -36, 5, 3, 10000, 0, 1, .nan, -8], [2, 2, 1.1, 2, -1, 10, 0, .nan, 0, 1.0 / 3],
        [4, 0, .nan, 25, 1.0 / 3, 1e40, 1, 1, 1, .nan]
      ),
      (
        .remainder, [17, -17, 17, -17, 1, infinity, 5, -0.0], [3, 3, -3, -3, 0, 2, infinity, 3],
        [2, -2, 2, -2, .nan, .nan, 5, -0.0]
      ),
    ] as [(Elementwise, [Double], [Double], [Double])])
  func `a function of two floats`(
    _ operation: Elementwise, _ x: [Double], _ y: [Double], _ expected: [Double]
  ) throws {
    let result = try Operation.elementwise(operation).on(.floats(x, .f64), .floats(y, .f64))
    #expect(same(result.doubles, expected), "\(result.doubles)")
  }

  @Test(
    arguments: [
      (.add, .i8, [127, -128], [1, -1], [-128, 127]),
      (.add, .ui8, [255, 3], [1, 4], [0, 7]),
      (.add, .i64, [.max], [1], [.min]),
      (.add, .i1, [0, 1, 1], [0, 0, 1], [0, 1, 1]),
      (.multiply, .i1, [0, 1, 1], [1, 0, 1], [0, 0, 1]),
      (.multiply, .i16, [300], [300], [24464]),
      (.subtract, .ui32, [0], [1], [4_294_967_295]),
      (
        .divide, .i32, [17, -17, 17, -17, 5, -2_147_483_648], [3, 3, -3, -3, 0, -1],
        [5, -5, -5, 5, -1, -2_147_483_648]
      ),
      (.divide, .i8, [-128], [-1], [-128]),
      (.divide, .ui8, [200, 7], [3, 0], [66, 255]),
      (.divide, .ui64, [-1, -1], [2, 0], [.max, -1]),
      (.divide, .i64, [.min], [-1], [.min]),
      (.remainder, .i64, [17, -17, 17, -17, 5, .min], [3, 3, -3, -3, 0, -1], [2, -2, 2, -2, 5, 0]),
      (.remainder, .ui64, [-1], [10], [5]),
      (.maximum, .ui64, [-1, 3], [1, 4], [-1, 4]),
      (.minimum, .i32, [-1, 3], [1, 4], [-1, 3]),
      (.maximum, .i1, [0, 1], [0, 0], [0, 1]),
      (
        .power, .i32, [2, -1, 1, 3, 0, -2, 7], [10, -3, -5, -1, 0, 31, 0],
        [1024, -1, 1, 0, 1, -2_147_483_648, 1]
      ),
      (.power, .ui8, [2, 2], [7, 8], [128, 0]),
      (.and, .i32, [6, -1], [3, 5], [2, 5]),
      (.or, .ui8, [6], [129], [135]),
      (.xor, .i1, [1, 1, 0], [1, 0, 0], [0, 1, 0]),
      (.shiftLeft, .i8, [-1, 1, 1, 1, 64], [1, 7, 8, -1, 1], [-2, -128, 0, 0, -128]),
      (.shiftRightArithmetic, .i8, [-128, -128, 64, -1], [1, 9, 100, -1], [-64, -1, 0, -1]),
      (.shiftRightArithmetic, .ui8, [128], [1], [192]),
      (.shiftRightLogical, .i8, [-128, -1, -1], [1, 7, 8], [64, 1, 0]),
      (.shiftRightLogical, .ui64, [-1, -1], [63, 64], [1, 0]),
    ] as [(Elementwise, ScalarType, [Int64], [Int64], [Int64])])
  func `a function of two integers`(
    _ operation: Elementwise, _ scalar: ScalarType, _ x: [Int64], _ y: [Int64], _ expected: [Int64]
  ) throws {
    let result = try Operation.elementwise(operation).on(.integers(x, scalar), .integers(y, scalar))
    #expect(result.integerElements == expected)
  }

  @Test(
    arguments: [
      (.abs, .i8, [-128, -5, 7], [-128, 5, 7]),
      (.negate, .i32, [-2_147_483_648, 3], [-2_147_483_648, -3]),
      (.negate, .ui8, [1, 0], [255, 0]),
      (.not, .i1, [0, 1], [1, 0]),
      (.not, .ui8, [0, 5], [255, 250]),
      (.sign, .i16, [-9, 0, 9], [-1, 0, 1]),
      (.square, .i8, [16, -3], [0, 9]),
    ] as [(Elementwise, ScalarType, [Int64], [Int64])])
  func `a function of one integer`(
    _ operation: Elementwise, _ scalar: ScalarType, _ x: [Int64], _ expected: [Int64]
  ) throws {
    #expect(try Operation.elementwise(operation).on(.integers(x, scalar)).integerElements == expected)
  }

  @Test func `is_finite is false for infinities and NaN`() throws {
    let result = try Operation.elementwise(.isFinite).on(.floats([1, infinity, -infinity, .nan, -0.0]))
    #expect(result.integerElements == [1, 0, 0, 0, 1])
  }

  @Test(arguments: [
    (ScalarType.f32, 1 / 3.0, Double(Float(1) / 3)), (.bf16, 1 / 3.0, 0.333984375),
    (.f16, 1 / 3.0, 0.333251953125),
  ])
  func `a result is rounded once to the element type`(
    _ scalar: ScalarType, _ exact: Double, _ rounded: Double
  ) throws {
    let quotient = try Operation.elementwise(.divide).on(.floats([1], scalar), .floats([3], scalar))
    #expect(quotient.doubles == [rounded])
    #expect(rounded != exact)
  }

  @Test func `each operation has a meaning for each element type it is defined on`() throws {
    for operation in Elementwise.allCases {
      for scalar in ScalarType.allCases {
        let type = TensorType(scalar, [2])
        let operands = Array(repeating: type, count: operation.arity)
        guard let results = try? Operation.elementwise(operation).inferResultTypes(operands: operands) else {
          continue
        }
        let values = operands.map { TensorValue($0, bits: [0, 1]) }
        let result = try Operation.elementwise(operation).evaluate(values, resultTypes: results)
        #expect(result.map(\.type) == results)
      }
    }
  }
}
