internal import NormaArrays

extension Operation {
  /// All operands of one type, which the result has too; `is_finite` gives booleans.
  func elementwiseType(
    _ elementwise: Elementwise, _ operands: [TensorType]
  ) throws(ConstraintViolation) -> TensorType {
    let type = operands[0]
    if let other = operands.dropFirst().first(where: { $0 != type }) {
      throw .violates(self, "C1", "operands must have the same type, not \(type) and \(other)")
    }
    guard elementwise.domain.contains(type.scalar) else {
      throw .violates(self, "I1", "takes a tensor of \(elementwise.domain.rawValue), not \(type)")
    }
    return elementwise == .isFinite ? type.with(scalar: .i1) : type
  }

  /// Operands of one type, and a comparison kind that fits it; the result is boolean.
  func compareType(
    _ kind: ComparisonKind?, _ operands: [TensorType]
  ) throws(ConstraintViolation) -> TensorType {
    let (left, right) = (operands[0], operands[1])
    guard left.scalar == right.scalar else {
      throw .violates(self, "C1", "operands must have the same element type, not \(left) and \(right)")
    }
    guard left.shape == right.shape else {
      throw .violates(self, "C2", "operands must have the same shape, not \(left) and \(right)")
    }
    if let kind, !kind.domain.contains(left.scalar) {
      throw .violates(self, "C3", "\(kind.rawValue) compares \(kind.domain.rawValue), not \(left.scalar)")
    }
    return left.with(scalar: .i1)
  }

  /// A boolean predicate, scalar or of the cases' shape; both cases of one type.
  func selectType(_ operands: [TensorType]) throws(ConstraintViolation) -> TensorType {
    let (predicate, onTrue, onFalse) = (operands[0], operands[1], operands[2])
    guard predicate.scalar == .i1 else {
      throw .violates(self, "I1", "the predicate must be a tensor of booleans, not \(predicate)")
    }
    guard onTrue == onFalse else {
      throw .violates(self, "C2", "both cases must have the same type, not \(onTrue) and \(onFalse)")
    }
    guard predicate.rank == 0 || predicate.shape == onTrue.shape else {
      throw .violates(
        self, "C1", "the predicate must be a scalar or have the shape of \(onTrue), not \(predicate)")
    }
    return onTrue
  }

  /// Bounds that are scalars or of the operand's shape, all of one element type.
  func clampType(_ operands: [TensorType]) throws(ConstraintViolation) -> TensorType {
    let (minimum, operand, maximum) = (operands[0], operands[1], operands[2])
    for (bound, label, name) in [(minimum, "C1", "minimum"), (maximum, "C2", "maximum")] {
      guard bound.rank == 0 || bound.shape == operand.shape else {
        throw .violates(
          self, label, "the \(name) must be a scalar or have the shape of \(operand), not \(bound)")
      }
      guard bound.scalar == operand.scalar else {
        throw .violates(
          self, "C3", "the \(name) must have the element type of \(operand), not \(bound)")
      }
    }
    return operand
  }
}

/// A set of element types that operations are defined on.
enum ElementDomain: String {
  case any = "any element type"
  case floats
  case integers
  case signedIntegers = "signed integers"
  case integersAndBooleans = "integers or booleans"
  case numbers = "integers or floats"
  case signedNumbers = "signed integers or floats"
  case unsignedIntegersAndBooleans = "unsigned integers or booleans"

  /// Whether an element type belongs to the set.
  func contains(_ scalar: ScalarType) -> Bool {
    switch self {
    case .any: true
    case .floats: scalar.isFloatingPoint
    case .integers: scalar.isInteger
    case .signedIntegers: scalar.isSignedInteger
    case .integersAndBooleans: scalar.isInteger || scalar == .i1
    case .numbers: scalar.isInteger || scalar.isFloatingPoint
    case .signedNumbers: scalar.isSignedInteger || scalar.isFloatingPoint
    case .unsignedIntegersAndBooleans: scalar.isUnsignedInteger || scalar == .i1
    }
  }
}

extension Elementwise {
  /// The element types the operation is defined on.
  var domain: ElementDomain {
    switch self {
    case .add, .multiply, .maximum, .minimum: .any
    case .subtract, .divide, .remainder, .power, .negate, .square: .numbers
    case .abs, .sign: .signedNumbers
    case .and, .or, .xor, .not: .integersAndBooleans
    case .shiftLeft, .shiftRightArithmetic, .shiftRightLogical: .integers
    case .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .roundNearestAfz, .roundNearestEven, .rsqrt, .sine, .sqrt, .tan, .tanh,
      .erf, .erfc:
      .floats
    }
  }
}

extension ComparisonKind {
  /// The element types the kind orders.
  var domain: ElementDomain {
    switch self {
    case .float, .totalOrder: .floats
    case .signed: .signedIntegers
    case .unsigned: .unsignedIntegersAndBooleans
    }
  }
}
