internal import NormaArrays
internal import StableHLO

extension Tensor {
  /// The sum, element by element.
  public static func + (left: Tensor, right: Tensor) -> Tensor { combine(.add, left, right, as: "`+`") }
  /// The difference, element by element.
  public static func - (left: Tensor, right: Tensor) -> Tensor { combine(.subtract, left, right, as: "`-`") }
  /// The product, element by element.
  public static func * (left: Tensor, right: Tensor) -> Tensor { combine(.multiply, left, right, as: "`*`") }
  /// The quotient, element by element; integers round toward zero.
  public static func / (left: Tensor, right: Tensor) -> Tensor { combine(.divide, left, right, as: "`/`") }
  /// The negated elements.
  public static prefix func - (operand: Tensor) -> Tensor { operand.apply(.negate) }

  /// The sum with a number, rounded once to the element type.
  public static func + (left: Tensor, right: Double) -> Tensor { left + left.filled(with: right) }
  /// The sum with a number, rounded once to the element type.
  public static func + (left: Double, right: Tensor) -> Tensor { right.filled(with: left) + right }
  /// The difference with a number, rounded once to the element type.
  public static func - (left: Tensor, right: Double) -> Tensor { left - left.filled(with: right) }
  /// The difference with a number, rounded once to the element type.
  public static func - (left: Double, right: Tensor) -> Tensor { right.filled(with: left) - right }
  /// The product with a number, rounded once to the element type.
  public static func * (left: Tensor, right: Double) -> Tensor { left * left.filled(with: right) }
  /// The product with a number, rounded once to the element type.
  public static func * (left: Double, right: Tensor) -> Tensor { right.filled(with: left) * right }
  /// The quotient by a number, rounded once to the element type.
  public static func / (left: Tensor, right: Double) -> Tensor { left / left.filled(with: right) }
  /// The quotient of a number, rounded once to the element type.
  public static func / (left: Double, right: Tensor) -> Tensor { right.filled(with: left) / right }

  /// The greater of two elements; NaN if either is.
  public func maximum(_ other: Tensor) -> Tensor { .combine(.maximum, self, other, as: "`maximum`") }
  /// The greater of each element and a number; NaN stays.
  public func maximum(_ other: Double) -> Tensor { maximum(filled(with: other)) }
  /// The smaller of two elements; NaN if either is.
  public func minimum(_ other: Tensor) -> Tensor { .combine(.minimum, self, other, as: "`minimum`") }
  /// The smaller of each element and a number; NaN stays.
  public func minimum(_ other: Double) -> Tensor { minimum(filled(with: other)) }
  /// Each element raised to the power of another.
  public func pow(_ exponent: Tensor) -> Tensor { .combine(.power, self, exponent, as: "`pow`") }
  /// Each element raised to a power.
  public func pow(_ exponent: Double) -> Tensor { pow(filled(with: exponent)) }
  /// The remainder of the division, with the sign of the dividend.
  public func remainder(dividingBy divisor: Tensor) -> Tensor {
    .combine(.remainder, self, divisor, as: "`remainder`")
  }

  /// A binary element-wise operation on operands brought to one shape.
  static func combine(_ operation: Elementwise, _ left: Tensor, _ right: Tensor, as name: String) -> Tensor {
    guard let operands = aligned([left, right], for: name) else { return left.placeholder(left.type) }
    return recorded(.elementwise(operation), on: operands, type: operands[0].type)
  }

  /// A unary element-wise operation that keeps the type.
  func apply(_ operation: Elementwise) -> Tensor { recorded(.elementwise(operation), type: type) }
}
