internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A sum of negated or scaled values is the negated or scaled sum, which is one operation a row instead of one an element;
  /// and a sum of copies is the value times their number, which is no reduction at all.
  ///
  /// Fires where only the sum reads the scaled values, and takes out a factor of one number k with |k| >= 1 only: a smaller
  /// one may keep the sum in range (sum(x / D) in f16), and so may a factor for each row.
  ///
  /// **Bound.** The negated sum has the same bits but for the sign of a zero. A product is within u of the exact one and a sum within
  /// γ(n)·sum|x|, so the two orders are each within γ(n+1) of the exact result:
  ///
  ///     |before - after| <= 2·γ(n+1)·|k|·sum|x|
  public static let scaledSums = Pass(
    "scaled-sums", "A sum of scaled values is the scaled sum, a sum of copies a product.",
    law: ("sum(-x), sum(k * x), sum(broadcast(x)) over D copies", "-sum(x), k * sum(x), D * x"),
    .bounded("|before - after| <= 2·γ(n+1)·|k|·sum|x|, sum(-x) the same numbers")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let result = instruction.results.first,
      let (operand, axes) = rewriting.sum(result, as: instruction)
    else { return nil }
    let type = rewriting.type(of: result)
    if let copies = rewriting.copies(of: operand, along: axes, as: type, for: instruction) { return [copies] }
    guard rewriting.readerCount(of: operand) == 1 else { return nil }
    func sum(of value: Value) -> Value {
      rewriting.add(
        instruction.operation, [value, instruction.operands[1]], type: type, insteadOf: instruction)
    }
    if let negated = rewriting.operands(of: .negate, operand) {
      rewriting.note("a sum of negated values that only the sum reads")
      return [rewriting.add(.elementwise(.negate), [sum(of: negated[0])], type: type, insteadOf: instruction)]
    }
    guard let (value, factor) = rewriting.scaling(operand) else { return nil }
    rewriting.note("a sum of values scaled by \(factor) that only the sum reads")
    let scale = rewriting.addConstant(factor, as: type, insteadOf: instruction)
    return [
      rewriting.add(.elementwise(.multiply), [scale, sum(of: value)], type: type, insteadOf: instruction)
    ]
  }
}

extension Rewriting {
  /// What an instruction sums from zero, and over which axes.
  fileprivate func sum(_ result: Value, as instruction: Instruction) -> (operand: Value, axes: [Int])? {
    guard case .reduce(.named(.add), let axes) = instruction.operation, instruction.operands.count == 2,
      splatNumber(of: instruction.operands[1]) == 0
    else { return nil }
    return (instruction.operands[0], axes.sorted())
  }

  /// The value and the number, at least 1 in size, that a product scales it by.
  fileprivate func scaling(_ value: Value) -> (Value, Double)? {
    guard let operands = operands(of: .multiply, value) else { return nil }
    for (factor, other) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      if let number = splatNumber(of: factor), number.isFinite, abs(number) >= 1 { return (other, number) }
    }
    return nil
  }

  /// The sum of a broadcast along all summed axes, where the axes that stay are in order: the source, scaled.
  fileprivate mutating func copies(
    of value: Value, along axes: [Int], as type: TensorType, for instruction: Instruction
  ) -> Value? {
    guard let (source, places) = broadcast(value), self.type(of: source).shape == type.shape,
      places == (0..<self.type(of: value).rank).filter({ !axes.contains($0) })
    else { return nil }
    let count = axes.reduce(1) { $0 * self.type(of: value).shape[$1] }
    guard isExact(count, as: type) else { return nil }
    note("a sum of \(count) copies")
    let scale = addConstant(Double(count), as: type, insteadOf: instruction)
    return add(.elementwise(.multiply), [scale, source], type: type, insteadOf: instruction)
  }
}
