internal import NormaArrays
internal import StableHLO

extension Pass {
  /// What a gradient adds for x and for its mean, with opposite factors, is one product with x - mean(x).
  ///
  /// The gradient of E[x^2] - E[x]^2 gives each element (2/D)·v·x on the way through the squares, and every element
  /// of the row -(2/D)·v·mean(x) on the way through the mean, hidden in a sum with other things. The two nearly cancel where
  /// |mean| is far above the deviation.
  ///
  /// **Bound.** Let k have f factors. Before, k·x and k·mean are rounded f times each, the sum of -k·mean and r once, and the
  /// sum of both once; afterwards x - mean, of the same computed mean, is rounded once, its product f times, and the sum
  /// once. r meets three roundings either way. To first order in u:
  ///
  ///     |before - after| <= γ(f+2)·|k|·(|x| + |mean| + |x - mean|) + γ(6)·|r|
  ///     |after - exact|  <= |k|·(γ(f+2)·|x - mean| + γ(n+1)·mean|x|) + γ(3)·|r|
  ///
  /// so what goes is the error of k·x and k·mean, (|mean|/std) times that of their difference.
  public static let centredGradient = Pass(
    "centred-gradient", "Terms of x and of its mean that nearly cancel become one term of x - mean(x).",
    law: ("k * x + (r - k * mean(x)), k and r constant along the row", "k * (x - mean(x)) + r"),
    .bounded("|before - after| <= γ(f+2)·|k|·(|x| + |mean| + |x - mean|) + γ(6)·|r|, f factors in k")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operation == .elementwise(.add) else { return nil }
    let operands = instruction.operands
    for (sum, copies) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard let pair = rewriting.cancellingPair(in: sum, copies) else { continue }
      return [rewriting.addCentredSum(sum, copies, pair, insteadOf: instruction)]
    }
    return nil
  }
}

/// Two terms of a sum: k·x, and -k·mean(x) inside a value that is copied along the row.
private struct CancellingPair {
  let elementTerm: Value, rowTerm: Value
  let mean: Mean, meanValue: Value
}

// MARK: - Finding the pair

extension Rewriting {
  /// The terms of `sum` and of what `copies` is a broadcast of that cancel but for x - mean(x).
  fileprivate func cancellingPair(in sum: Value, _ copies: Value) -> CancellingPair? {
    guard let (rows, places) = broadcast(copies) else { return nil }
    for (term, scale) in terms(of: rows, scale: Monomial(), axes: places) {
      let row = scale * monomial(of: term, axes: places)
      for factor in row.factors {
        guard let (value, mean) = meanValue(in: term, summing: factor.value), isAlongRows(mean, factor.axes)
        else { continue }
        var target = row.removing(factor)
        target.coefficient /= mean.factor
        guard let element = elementTerm(in: sum, of: mean.operand, opposite: target) else { continue }
        return CancellingPair(elementTerm: element, rowTerm: term, mean: mean, meanValue: value)
      }
    }
    return nil
  }

  /// The terms of a sum and what each is scaled by on the way to it.
  private func terms(
    of value: Value, scale: Monomial, axes: [Int], depth: Int = 12
  ) -> [(Value, Monomial)] {
    guard depth > 0, let definition = definition(of: value),
      case .elementwise(let operation) = definition.operation
    else { return [(value, scale)] }
    let operands = definition.operands
    func terms(_ place: Int, _ factor: Monomial = Monomial()) -> [(Value, Monomial)] {
      self.terms(of: operands[place], scale: scale * factor, axes: axes, depth: depth - 1)
    }
    switch operation {
    case .add: return terms(0) + terms(1)
    case .subtract: return terms(0) + terms(1, Monomial(coefficient: -1))
    case .negate: return terms(0, Monomial(coefficient: -1))
    case .divide:
      guard let number = splatNumber(of: operands[1]) else { return [(value, scale)] }
      return terms(0, Monomial(coefficient: 1 / number))
    default: return [(value, scale)]
    }
  }

  /// The mean, found in a product, that divides the given sum.
  private func meanValue(in product: Value, summing sum: Value, depth: Int = 24) -> (Value, Mean)? {
    if let mean = mean(product), mean.sum == sum { return (product, mean) }
    guard depth > 0, let definition = definition(of: product),
      case .elementwise(let operation) = definition.operation,
      operation == .multiply || operation == .negate || operation == .divide
    else { return nil }
    for operand in definition.operands {
      if let found = meanValue(in: operand, summing: sum, depth: depth - 1) { return found }
    }
    return nil
  }

  private func isAlongRows(_ mean: Mean, _ axes: [Int]) -> Bool {
    axes == (0..<type(of: mean.operand).rank).filter { !mean.axes.contains($0) }
  }

  /// The addend of a sum that is x times the opposite of a product.
  private func elementTerm(in sum: Value, of x: Value, opposite: Monomial, depth: Int = 12) -> Value? {
    let factor = Monomial.Factor(value: x, axes: Array(0..<type(of: x).rank))
    let product = monomial(of: sum)
    if product.factors.contains(factor), product.removing(factor).isOpposite(to: opposite) { return sum }
    guard depth > 0, let addends = operands(of: .add, sum) else { return nil }
    for addend in addends {
      if let found = elementTerm(in: addend, of: x, opposite: opposite, depth: depth - 1) { return found }
    }
    return nil
  }
}

// MARK: - Rebuilding the sum

extension Rewriting {
  /// Adds the sum with k·(x - mean(x)) for its term k·x, and the copies without -k·mean(x).
  fileprivate mutating func addCentredSum(
    _ sum: Value, _ copies: Value, _ pair: CancellingPair, insteadOf instruction: Instruction
  ) -> Value {
    note(
      "the gradient of E[x]^2 over \(pair.mean.count) \(type(of: sum).scalar.rawValue) values, joined with that of E[x^2]"
    )
    let centred = addCentred(pair.mean, pair.meanValue, insteadOf: instruction)
    let term = replacing(pair.mean.operand, by: centred, in: pair.elementTerm, for: instruction)
    let elements = replacing(pair.elementTerm, by: term, in: sum, for: instruction)
    guard let (rows, places) = broadcast(copies),
      let rest = removing(pair.rowTerm, from: rows, for: instruction)
    else { return elements }
    let type = type(of: sum)
    let copies = add(.broadcastInDim(dimensions: places), [rest], type: type, insteadOf: instruction)
    return add(.elementwise(.add), [elements, copies], type: type, insteadOf: instruction)
  }

  /// The first occurrence of a value in a sum or product replaced by another.
  private mutating func replacing(
    _ old: Value, by new: Value, in value: Value, for instruction: Instruction
  ) -> Value {
    if value == old { return new }
    guard let definition = definition(of: value), case .elementwise = definition.operation else {
      return value
    }
    for (place, operand) in definition.operands.enumerated() {
      let replaced = replacing(old, by: new, in: operand, for: instruction)
      if replaced == operand { continue }
      var operands = definition.operands
      operands[place] = replaced
      return add(definition.operation, operands, type: type(of: value), insteadOf: instruction)
    }
    return value
  }

  /// A sum without one of its terms, or nil if nothing is left.
  private mutating func removing(
    _ term: Value, from value: Value, for instruction: Instruction
  ) -> Value? {
    if value == term { return nil }
    guard let definition = definition(of: value), case .elementwise(let operation) = definition.operation
    else {
      return value
    }
    let operands = definition.operands
    guard let left = removing(term, from: operands[0], for: instruction) else {
      return operation == .add
        ? operands[1]
        : operation == .subtract
          ? add(.elementwise(.negate), [operands[1]], type: type(of: value), insteadOf: instruction) : nil
    }
    guard operation == .add || operation == .subtract, left == operands[0] else {
      if left == operands[0] { return value }
      return add(
        definition.operation, [left] + operands.dropFirst(), type: type(of: value), insteadOf: instruction)
    }
    guard let right = removing(term, from: operands[1], for: instruction) else { return left }
    if right == operands[1] { return value }
    return add(definition.operation, [left, right], type: type(of: value), insteadOf: instruction)
  }
}
