/// One operation: what is computed, never on which values. Operands stand in the `Instruction`.
///
/// Source: StableHLO specification, section "Ops"; `chlo` for `square`, `erf`, `erfc`.
public indirect enum Operation: Hashable, Sendable {
  case constant(Literal)
  case iota(dimension: Int)
  case elementwise(Elementwise)
  /// Operands: left, right.
  case compare(ComparisonDirection, ComparisonKind?)
  /// Operands: predicate, on true, on false.
  case select
  /// Operands: minimum, operand, maximum.
  case clamp
  case convert
  case bitcastConvert
  case reducePrecision(exponentBits: Int, mantissaBits: Int)
  case broadcastInDim(dimensions: [Int])
  case reshape
  case transpose(permutation: [Int])
  case slice(start: [Int], limit: [Int], strides: [Int])
  /// Operands: operand, one scalar start index per axis.
  case dynamicSlice(sizes: [Int])
  /// Operands: operand, update, one scalar start index per axis.
  case dynamicUpdateSlice
  /// Operands: operand, padding value.
  case pad(low: [Int], high: [Int], interior: [Int])
  case concatenate(dimension: Int)
  /// Operands: the inputs, then as many initial values.
  case reduce(Reducer, dimensions: [Int])
  /// Operands: left, right.
  case dotGeneral(DotDimensions)
  case `while`(condition: Region, body: Region)
  case call(String)
  /// A `check.*` assertion, the only custom calls that have a meaning here.
  case check(Check)
  case optimizationBarrier
}

/// The operations that act on each element alone, all operands of one shape.
public enum Elementwise: String, Hashable, Sendable, CaseIterable {
  // One operand.
  case abs, cbrt, ceil, cosine, exponential
  case exponentialMinusOne = "exponential_minus_one"
  case floor
  case isFinite = "is_finite"
  case log
  case logPlusOne = "log_plus_one"
  case logistic, negate, not
  case roundNearestAfz = "round_nearest_afz"
  case roundNearestEven = "round_nearest_even"
  case rsqrt, sign, sine, sqrt, tan, tanh
  // One operand, from the `chlo` dialect.
  case square, erf, erfc
  // Two operands.
  case add, and, divide, maximum, minimum, multiply, or, power, remainder
  case shiftLeft = "shift_left"
  case shiftRightArithmetic = "shift_right_arithmetic"
  case shiftRightLogical = "shift_right_logical"
  case subtract, xor

  /// The number of operands: 1 or 2.
  public var arity: Int {
    switch self {
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .not, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign,
      .sine, .sqrt, .tan, .tanh, .square, .erf, .erfc:
      1
    case .add, .and, .divide, .maximum, .minimum, .multiply, .or, .power, .remainder, .shiftLeft,
      .shiftRightArithmetic, .shiftRightLogical, .subtract, .xor:
      2
    }
  }

  /// True where swapping the operands never changes the result.
  public var isCommutative: Bool {
    switch self {
    case .add, .and, .maximum, .minimum, .multiply, .or, .xor: true
    default: false
    }
  }

  /// True for the operations that StableHLO text spells `chlo.*`.
  public var isCHLO: Bool { self == .square || self == .erf || self == .erfc }
}

/// How a `compare` orders its operands.
public enum ComparisonDirection: String, Hashable, Sendable, CaseIterable {
  case equal = "EQ"
  case notEqual = "NE"
  case greaterOrEqual = "GE"
  case greater = "GT"
  case lessOrEqual = "LE"
  case less = "LT"
}

/// The optional comparison type of `compare`; `totalOrder` orders -NaN < -inf < ... < inf < NaN.
public enum ComparisonKind: String, Hashable, Sendable, CaseIterable {
  case float = "FLOAT"
  case totalOrder = "TOTALORDER"
  case signed = "SIGNED"
  case unsigned = "UNSIGNED"
}

/// What `reduce` applies: one named binary operation, or a region over 2n scalars that yields n.
///
/// The parser brings a region that is one binary operation on its two parameters, in order, to `named`.
public enum Reducer: Hashable, Sendable {
  case named(Elementwise)
  case region(Region)
}

/// The axes that `dot_general` pairs; the result's axes are batching, left free, right free.
public struct DotDimensions: Hashable, Sendable {
  /// Batching axes of the left and right operand, pairwise.
  public var leftBatching: [Int], rightBatching: [Int]
  /// Contracting axes of the left and right operand, pairwise.
  public var leftContracting: [Int], rightContracting: [Int]
  /// `DEFAULT`, `HIGH` or `HIGHEST` for each operand, or empty; the results here are the same for all.
  public var precision: [String]

  /// The pairing of the given axes.
  public init(
    leftBatching: [Int] = [], rightBatching: [Int] = [], leftContracting: [Int],
    rightContracting: [Int], precision: [String] = []
  ) {
    (self.leftBatching, self.rightBatching) = (leftBatching, rightBatching)
    (self.leftContracting, self.rightContracting) = (leftContracting, rightContracting)
    self.precision = precision
  }
}

/// An assertion about the two operands of a `check.*` custom call: actual, expected.
public enum Check: String, Hashable, Sendable, CaseIterable {
  /// Every element equal (NaN equals NaN).
  case expectEqual = "check.expect_eq"
  /// Floats at most 3 units in the last place apart.
  case expectClose = "check.expect_close"
  /// Floats at most 1e-3 apart.
  case expectAlmostEqual = "check.expect_almost_eq"
  /// Integers equal; floats at most 1e-4 apart.
  case equal = "check.eq"
}
