internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A sum of centred values is zero: sum(k * (x - mean(x))) = 0 where k is the same along the row. Reverse mode
  /// leaves such sums wherever a mean was subtracted: the cotangent of a two-pass variance goes through
  /// `x - mean(x)` twice, and the way through the mean carries nothing. A sum of the bare difference stays: a
  /// program that takes it wants what rounding left in the mean, to subtract it too.
  ///
  /// **Bound.** In real arithmetic the sum is 0, so the new value has no error; what goes is the old one's. Let m
  /// be the exact mean of D elements and μ the computed one: |μ - m| <= γ(n+1)·mean|x|, as each addend meets n
  /// roundings and the quotient one. The computed differences are c = (x - μ)(1 + δ), |δ| <= u, so that
  /// |sum(c)| <= D·|m - μ| + u·sum|x - μ|. A factor k costs a rounding for each of its f multiplications, and the sum
  /// itself γ(n)·sum|k·c|. Together, to first order in u:
  ///
  ///     |sum before| <= |k|·(D·γ(n+1)·mean|x| + γ(n+f+1)·sum|x - mean|)
  ///
  /// The first part grows with mean/std: at mean/std = 1e4 the old sum is rounding error only, and dropping it makes a
  /// gradient more accurate. Rows with a NaN or an infinity give 0 here where the sum was NaN; the NaN
  /// remains in x - mean(x), which a gradient adds to the same row.
  public static let centredSum = Pass(
    "centred-sum", "A sum over a row of values from which the row's mean was subtracted is zero.",
    law: ("sum(k * (x - mean(x))), k constant along the row", "0"),
    .bounded(
      "|before - after| <= |k|·(D·γ(n+1)·mean|x| + γ(n+f+1)·sum|x - mean|), after being exact; D addends, f factors in k"
    )
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let result = instruction.results.first,
      case .reduce(.named(.add), let axes) = instruction.operation, instruction.operands.count == 2,
      rewriting.splatNumber(of: instruction.operands[1]) == 0,
      !rewriting.isBareDifference(instruction.operands[0]),
      let centred = rewriting.centredAxes(of: instruction.operands[0]), axes.contains(allOf: centred)
    else { return nil }
    let type = rewriting.type(of: result)
    let width = centred.reduce(1) { $0 * rewriting.type(of: instruction.operands[0]).shape[$1] }
    rewriting.note("a sum of \(type.scalar.rawValue) values centred over \(width)")
    return [rewriting.add(.constant(Literal(type, .splat(0))), [], type: type, insteadOf: instruction)]
  }
}

extension [Int] {
  fileprivate func contains(allOf others: [Int]) -> Bool { others.allSatisfy(contains) }
}

extension Rewriting {
  /// The axes along which a value sums to zero, in real arithmetic, because a mean over them was subtracted.
  func centredAxes(of value: Value, depth: Int = 16) -> [Int]? {
    guard let definition = definition(of: value), depth > 0, definition.attributes.isEmpty,
      case .elementwise(let operation) = definition.operation
    else { return nil }
    let operands = definition.operands
    switch operation {
    case .negate: return centredAxes(of: operands[0], depth: depth - 1)
    case .divide: return centredAxes(of: operands[0], scaledBy: operands[1], depth)
    case .multiply:
      return centredAxes(of: operands[0], scaledBy: operands[1], depth)
        ?? centredAxes(of: operands[1], scaledBy: operands[0], depth)
    case .add, .subtract:
      if operation == .subtract, let mean = subtractedMean(operands) { return mean.axes }
      guard let axes = centredAxes(of: operands[0], depth: depth - 1) else { return nil }
      return centredAxes(of: operands[1], depth: depth - 1) == axes ? axes : nil
    default: return nil
    }
  }

  /// Whether a value is `x - mean(x)` itself, or that negated.
  fileprivate func isBareDifference(_ value: Value) -> Bool {
    if let negated = operands(of: .negate, value) { return isBareDifference(negated[0]) }
    return operands(of: .subtract, value).flatMap { subtractedMean($0) } != nil
  }

  private func centredAxes(of value: Value, scaledBy factor: Value, _ depth: Int) -> [Int]? {
    guard let axes = centredAxes(of: value, depth: depth - 1), isConstant(factor, along: axes) else {
      return nil
    }
    return axes
  }

  /// The mean that a subtraction takes away from the elements it is the mean of, or nil.
  func subtractedMean(_ operands: [Value]) -> Mean? {
    guard let (source, places) = broadcast(operands[1]), let mean = mean(source),
      mean.operand == operands[0],
      places == (0..<type(of: operands[0]).rank).filter({ !mean.axes.contains($0) })
    else { return nil }
    return mean
  }
}
