internal import NormaArrays

extension Elementwise {
  /// The operation on integers or booleans of one type; nil where it is not defined on them. Results
  /// are still to be wrapped into the type.
  func evaluate(integers x: [Int64], _ scalar: ScalarType) -> [Int64]? {
    switch self {
    case .abs: x.map { $0 < 0 ? 0 &- $0 : $0 }
    case .negate: x.map { 0 &- $0 }
    case .not: x.map { ~$0 }
    case .sign: x.map { $0.signum() }
    case .square: x.map { $0 &* $0 }
    case .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .roundNearestAfz, .roundNearestEven, .rsqrt, .sine, .sqrt, .tan, .tanh,
      .erf, .erfc, .add, .and, .divide, .maximum, .minimum, .multiply, .or, .power, .remainder,
      .shiftLeft, .shiftRightArithmetic, .shiftRightLogical, .subtract, .xor:
      nil
    }
  }

  /// The operation on pairs of integers or booleans of one type; nil where it is not defined on them.
  /// Results are still to be wrapped into the type.
  ///
  /// Overflow wraps. Where the specification leaves the result open, it is XLA's: x / 0 has all bits
  /// set, x rem 0 is x, and a shift by the width or more shifts every bit out.
  func evaluate(integers x: [Int64], _ y: [Int64], _ scalar: ScalarType) -> [Int64]? {
    let unsigned = scalar.isUnsignedInteger
    return switch self {
    case .add where scalar == .i1: combined(x, y) { $0 | $1 }
    case .add: combined(x, y) { $0 &+ $1 }
    case .subtract: combined(x, y) { $0 &- $1 }
    case .multiply: combined(x, y) { $0 &* $1 }
    case .divide: combined(x, y) { unsigned ? unsignedQuotient($0, $1) : signedQuotient($0, $1) }
    case .remainder: combined(x, y) { unsigned ? unsignedRemainder($0, $1) : signedRemainder($0, $1) }
    case .maximum: combined(x, y) { precedes($0, $1, unsigned) ? $1 : $0 }
    case .minimum: combined(x, y) { precedes($0, $1, unsigned) ? $0 : $1 }
    case .power: combined(x, y) { integerPower($0, $1, unsigned) }
    case .and: combined(x, y) { $0 & $1 }
    case .or: combined(x, y) { $0 | $1 }
    case .xor: combined(x, y) { $0 ^ $1 }
    case .shiftLeft: combined(x, y) { shiftedLeft($0, $1, scalar) }
    case .shiftRightLogical: combined(x, y) { shiftedRight($0, $1, scalar) }
    case .shiftRightArithmetic: combined(x, y) { shiftedRightKeepingSign($0, $1, scalar) }
    case .abs, .cbrt, .ceil, .cosine, .exponential, .exponentialMinusOne, .floor, .isFinite, .log,
      .logPlusOne, .logistic, .negate, .not, .roundNearestAfz, .roundNearestEven, .rsqrt, .sign,
      .sine, .sqrt, .tan, .tanh, .square, .erf, .erfc:
      nil
    }
  }
}

/// Whether x < y, both read as unsigned or as signed.
@inline(__always)
func precedes(_ x: Int64, _ y: Int64, _ unsigned: Bool) -> Bool {
  unsigned ? UInt64(bitPattern: x) < UInt64(bitPattern: y) : x < y
}

@inline(__always)
private func signedQuotient(_ x: Int64, _ y: Int64) -> Int64 {
  y == 0 ? -1 : x.dividedReportingOverflow(by: y).partialValue
}

@inline(__always)
private func signedRemainder(_ x: Int64, _ y: Int64) -> Int64 {
  y == 0 ? x : x.remainderReportingOverflow(dividingBy: y).partialValue
}

@inline(__always)
private func unsignedQuotient(_ x: Int64, _ y: Int64) -> Int64 {
  y == 0 ? -1 : Int64(bitPattern: UInt64(bitPattern: x) / UInt64(bitPattern: y))
}

@inline(__always)
private func unsignedRemainder(_ x: Int64, _ y: Int64) -> Int64 {
  y == 0 ? x : Int64(bitPattern: UInt64(bitPattern: x) % UInt64(bitPattern: y))
}

/// Repeated squaring; a negative exponent gives 0 but for the bases 1 and -1.
private func integerPower(_ base: Int64, _ exponent: Int64, _ unsigned: Bool) -> Int64 {
  if !unsigned && exponent < 0 && base != 1 && base != -1 { return 0 }
  var (result, square, rest) = (Int64(1), base, UInt64(bitPattern: exponent))
  while rest != 0 {
    if rest & 1 == 1 { result = result &* square }
    square = square &* square
    rest >>= 1
  }
  return result
}

@inline(__always)
private func shiftedLeft(_ x: Int64, _ amount: Int64, _ scalar: ScalarType) -> Int64 {
  UInt64(bitPattern: amount) < UInt64(scalar.bitWidth) ? x &<< amount : 0
}

@inline(__always)
private func shiftedRight(_ x: Int64, _ amount: Int64, _ scalar: ScalarType) -> Int64 {
  guard UInt64(bitPattern: amount) < UInt64(scalar.bitWidth) else { return 0 }
  return Int64(bitPattern: scalar.bits(of: x) &>> UInt64(amount))
}

/// The sign is the highest bit of the type's width, for unsigned types too.
@inline(__always)
private func shiftedRightKeepingSign(_ x: Int64, _ amount: Int64, _ scalar: ScalarType) -> Int64 {
  let unused = Int64(64 - scalar.bitWidth)
  let extended = (x &<< unused) &>> unused
  return extended &>> Int64(min(UInt64(bitPattern: amount), 63))
}
