internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A sum of centred values is zero: sum(k * (x - mean(x))) = 0 where k is the same along the row. Reverse mode
  /// leaves such sums wherever a mean was subtracted: the cotangent of a two-pass variance goes through
  /// `x - mean(x)` twice, and the way through the mean carries nothing. As a term of a sum it goes too: there k
  /// often is made of another sum over the row, which would have to be finished first. A sum of the bare difference stays: a
  /// program that takes it wants what rounding left in the mean, to subtract it too.
  ///
  /// **Bound.** In real arithmetic the sum is 0, so the new value has no error; what goes is the old one's. Let m
  /// be the exact mean of D elements and μ the computed one: |μ - m| <= γ(n+1)·mean|x|, as each addend meets n
  /// roundings and the quotient one (two, and n+2, where a mean is a product with the rounded 1/D). The computed differences are c = (x - μ)(1 + δ), |δ| <= u, so that
  /// |sum(c)| <= D·|m - μ| + u·sum|x - μ|. A term k·c meets f more roundings on its way into the sum, and in
  /// the sum itself γ(n)·sum|k·c|. Together, to first order in u:
  ///
  ///     |sum before| <= |k|·(D·γ(n+1)·mean|x| + γ(n+f+1)·sum|x - mean|)
  ///
  /// and 2·γ(n+t)·sum|a| more where terms a stay in the sum, by t additions each.
  /// The first part grows with mean/std: at mean/std = 1e4 the old sum is rounding error only, and dropping it makes a
  /// gradient more accurate. Rows with a NaN or an infinity give 0 here where the sum was NaN; the NaN
  /// remains in x - mean(x), which a gradient adds to the same row.
  public static let centredSum = Pass(
    "centred-sum", "A sum over a row of values from which the row's mean was subtracted is zero.",
    law: ("sum(a + k * (x - mean(x))), k constant along the row", "sum(a), or 0"),
    .bounded(
      "|before - after| <= |k|·(D·γ(n+1)·mean|x| + γ(n+f+1)·sum|x - mean|) + 2·γ(n+t)·sum|a|; D addends, f roundings in k·(x - mean), t additions for a"
    )
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let result = instruction.results.first,
      case .reduce(.named(.add), let axes) = instruction.operation, instruction.operands.count == 2,
      rewriting.splatNumber(of: instruction.operands[1]) == 0
    else { return nil }
    let (operand, type) = (instruction.operands[0], rewriting.type(of: result))
    if let width = rewriting.centredWidth(of: operand, along: axes) {
      rewriting.note("a sum of \(type.scalar.rawValue) values centred over \(width)")
      return [rewriting.addConstant(0, as: type, insteadOf: instruction)]
    }
    var rest = operand
    while let fewer = rewriting.withoutCentredTerms(rest, along: axes, insteadOf: instruction) {
      rewriting.note("a term, centred over the row, of a sum of \(type.scalar.rawValue) values")
      rest = fewer
    }
    if rest == operand { return nil }
    let operands = [rest, instruction.operands[1]]
    return [rewriting.add(instruction.operation, operands, type: type, insteadOf: instruction)]
  }
}

extension [Int] {
  fileprivate func contains(allOf others: [Int]) -> Bool { others.allSatisfy(contains) }
}

extension Rewriting {
  /// How many elements each zero is the sum of, if sums over the axes vanish as the values are centred and scaled.
  fileprivate func centredWidth(of value: Value, along axes: [Int]) -> Int? {
    guard !isBareDifference(value), let centred = centredAxes(of: value), axes.contains(allOf: centred) else {
      return nil
    }
    return centred.reduce(1) { $0 * type(of: value).shape[$1] }
  }

  /// A sum of terms without those that vanish when it is summed over the axes; nil if none does.
  fileprivate mutating func withoutCentredTerms(
    _ value: Value, along axes: [Int], insteadOf instruction: Instruction, depth: Int = 8
  ) -> Value? {
    guard depth > 0, let terms = operands(of: .add, value) else { return nil }
    for (place, term) in terms.enumerated() {
      if centredWidth(of: term, along: axes) != nil { return terms[1 - place] }
      if let rest = withoutCentredTerms(term, along: axes, insteadOf: instruction, depth: depth - 1) {
        var operands = terms
        operands[place] = rest
        return add(.elementwise(.add), operands, type: type(of: value), insteadOf: instruction)
      }
    }
    return nil
  }

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
