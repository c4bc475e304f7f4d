internal import StableHLO

extension Pass {
  /// The derivative of maximum(0, v), where v = mean(c^2) is never negative and what it scales vanishes with c.
  ///
  /// JAX differentiates the guard of a variance to `select(v == maximum(0, v), 1, 0) / select(0 == maximum(0, v), 2, 1)`:
  /// 1 where v > 0, 1/2 at the tie v = 0, 0 at NaN. Here it scales sum(c * g), and where v is zero so is
  /// every c, so the sum is zero and the tie's half changes nothing: in real arithmetic the factor is 1 everywhere. A
  /// NaN in c makes the sum NaN, so NaN stays NaN.
  ///
  /// **Bound.** The two differ only where v is computed as 0 though some c is not: where all D squares are below half
  /// the least subnormal number t, |c| < sqrt(t/2). There the factor was 1/2, and
  ///
  ///     |before - after| <= 1/2·|sum(c * g)| <= 1/2·D·sqrt(t/2)·max|g|        t = 2^-149 in f32
  public static let clampedVarianceGradient = Pass(
    "clamped-variance-gradient", "The derivative of a variance's guard against negative values is one.",
    law: ("sum(c * g) * d maximum(0, v) / dv, v = mean(c^2)", "sum(c * g)"),
    .bounded(
      "|before - after| <= 1/2·D·sqrt(t/2)·max|g| in rows whose squares all underflow, else the same bits; t the least positive number"
    )
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operation == .elementwise(.multiply) else { return nil }
    let operands = instruction.operands
    for (scaled, factor) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard let variance = rewriting.clampedVariance(derivedBy: factor),
        let centred = rewriting.meanOfSquares(variance),
        rewriting.vanishes(scaled, with: centred.operand, axes: centred.axes)
      else { continue }
      rewriting.note("the guard of a variance of \(centred.count) values")
      return [scaled]
    }
    return nil
  }
}

extension Rewriting {
  /// The value v of which `factor` is the derivative of maximum(0, v), as JAX writes it.
  fileprivate func clampedVariance(derivedBy factor: Value) -> Value? {
    guard let parts = operands(of: .divide, factor),
      let (value, clamped) = equality(chosenBy: parts[0], 1, 0),
      let (zero, other) = equality(chosenBy: parts[1], 2, 1),
      splatNumber(of: zero) == 0, other == clamped, value == clamped || isClamped(clamped, value)
    else { return nil }
    return value
  }

  /// The two values a selection of constants compares.
  private func equality(chosenBy value: Value, _ onTrue: Double, _ onFalse: Double) -> (Value, Value)? {
    guard let choice = definition(of: value), choice.operation == .select,
      splatNumber(of: choice.operands[1]) == onTrue, splatNumber(of: choice.operands[2]) == onFalse,
      let comparison = definition(of: choice.operands[0]), case .compare(.equal, _) = comparison.operation
    else { return nil }
    return (comparison.operands[0], comparison.operands[1])
  }

  private func isClamped(_ clamped: Value, _ value: Value) -> Bool {
    guard let operands = operands(of: .maximum, clamped) else { return false }
    return operands.contains(value) && operands.contains { splatNumber(of: $0) == 0 }
  }

  /// What a value is the mean of the squares of.
  func meanOfSquares(_ value: Value) -> Mean? {
    guard var mean = mean(value), let root = root(of: mean.operand) else { return nil }
    mean.operand = root
    return mean
  }

  /// What a value is the square of.
  func root(of value: Value) -> Value? {
    if let operands = operands(of: .square, value) { return operands[0] }
    if let operands = operands(of: .multiply, value), operands[0] == operands[1] { return operands[0] }
    guard let operands = operands(of: .power, value), splatNumber(of: operands[1]) == 2 else { return nil }
    return operands[0]
  }

  /// Whether a product has the factor sum(c * g) over the axes, for any g.
  fileprivate func vanishes(_ product: Value, with centred: Value, axes: [Int]) -> Bool {
    factors(of: product).contains { factor in
      guard let (operand, summed) = sum(factor), summed == axes else { return false }
      return factors(of: operand).contains(centred)
    }
  }

  /// What a value is a product of; denominators are left out.
  private func factors(of value: Value, depth: Int = 12) -> [Value] {
    guard depth > 0 else { return [value] }
    if let operands = operands(of: .multiply, value) {
      return operands.flatMap { factors(of: $0, depth: depth - 1) }
    }
    if let operands = operands(of: .negate, value) { return factors(of: operands[0], depth: depth - 1) }
    if let operands = operands(of: .divide, value) { return factors(of: operands[0], depth: depth - 1) }
    return [value]
  }
}
