public import NormaArrays
internal import StableHLO

extension Tensor {
  /// e to the power of each element.
  public func exp() -> Tensor { apply(.exponential) }
  /// e to the power of each element, minus one, accurate near zero.
  public func expMinusOne() -> Tensor { apply(.exponentialMinusOne) }
  /// The natural logarithm.
  public func log() -> Tensor { apply(.log) }
  /// The natural logarithm of one plus each element, accurate near zero.
  public func logOnePlus() -> Tensor { apply(.logPlusOne) }
  /// The square root.
  public func sqrt() -> Tensor { apply(.sqrt) }
  /// One over the square root.
  public func rsqrt() -> Tensor { apply(.rsqrt) }
  /// The cube root.
  public func cbrt() -> Tensor { apply(.cbrt) }
  /// The hyperbolic tangent.
  public func tanh() -> Tensor { apply(.tanh) }
  /// The logistic function 1 / (1 + exp(-x)).
  public func logistic() -> Tensor { apply(.logistic) }
  /// The error function.
  public func erf() -> Tensor { apply(.erf) }
  /// One minus the error function, accurate where it is small.
  public func erfc() -> Tensor { apply(.erfc) }
  /// The sine of an angle in radians.
  public func sin() -> Tensor { apply(.sine) }
  /// The cosine of an angle in radians.
  public func cos() -> Tensor { apply(.cosine) }
  /// The tangent of an angle in radians.
  public func tan() -> Tensor { apply(.tan) }
  /// The absolute value.
  public func abs() -> Tensor { apply(.abs) }
  /// -1, 0 or 1 with the sign of each element.
  public func sign() -> Tensor { apply(.sign) }
  /// The greatest integer that is not greater.
  public func floor() -> Tensor { apply(.floor) }
  /// The least integer that is not less.
  public func ceil() -> Tensor { apply(.ceil) }
  /// The nearest integer, halves to the even one.
  public func roundedToEven() -> Tensor { apply(.roundNearestEven) }
  /// The element times itself.
  public func square() -> Tensor { self * self }
  /// The negated bits of integers, the other truth value of booleans.
  public static prefix func ! (operand: Tensor) -> Tensor { operand.apply(.not) }
  /// True where an element is neither infinite nor NaN.
  public func isFinite() -> Tensor { recorded(.elementwise(.isFinite), type: type.with(scalar: .i1)) }

  /// The elements as another type, rounded to nearest even; the same tensor if the type is the same.
  public func converted(to scalar: ScalarType) -> Tensor {
    scalar == self.scalar ? self : recorded(.convert, type: type.with(scalar: scalar))
  }
}
