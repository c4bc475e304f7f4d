internal import StableHLO

extension Pass {
  /// An RMS norm with weights is a division by an L2 norm: the square root of the width goes into the weights, so that the
  /// reduction is the one that some machines have in hardware.
  ///
  ///     x * rsqrt(mean(x^2) + e) * g = x * (sqrt(D) * g) / sqrt(sum(x^2) + D * e)
  ///
  /// Off unless it is asked for by name: on a CPU both forms read and write the same bytes, and this one divides once an element
  /// where the other multiplies.
  ///
  /// **Bound.** Before, the mean of squares is within γ(n+3) of its exact value with e added, its root halves that and is rounded once,
  /// and two products follow: γ(n/2+5). Afterwards the sum with D·e (rounded itself) is within γ(n+3), its root
  /// halves that and is rounded once; sqrt(D) is rounded, and two products and a quotient follow: γ(n/2+7). So
  ///
  ///     |before - after| <= (γ(n/2+5) + γ(n/2+7))·|y|
  ///
  /// as long as sum(x^2), D times the mean, stays below the greatest number.
  public static let l2Norm = Pass(
    "l2-norm", "An RMS norm with weights is a division by the L2 norm, the root of the width in the weights.",
    law: ("x * rsqrt(mean(x^2) + e) * g", "x * (sqrt(D) * g) / sqrt(sum(x^2) + D * e)"),
    .bounded("|before - after| <= (γ(n/2+5) + γ(n/2+7))·|y|")
  ) { instruction, rewriting in
    rewriting.rootMeanSquareNorm(instruction).map { norm in
      rewriting.note("asked for by name: an RMS norm of \(norm.squares.count) values with weights")
      return [rewriting.addL2Norm(norm, floor: false, insteadOf: instruction)]
    }
  }

  /// The RMS norm as a division by max(|x|, sqrt(D * e)), for machines that can add nothing to the norm before its
  /// root. Off unless it is asked for by name, as it is another function:
  ///
  /// **Bound.** With s = sum(x^2) and t = D·e, max(s, t) <= s + t <= 2·max(s, t), so y comes out too large by a factor between 1
  /// and sqrt(2), the most where mean(x^2) = e: 41 %. It is right to a relative t/(2s) where s is far above t.
  public static let l2NormFloor = Pass(
    "l2-norm-floor",
    "An RMS norm with weights is a division by the L2 norm or a least norm, the greater of them.",
    law: ("x * rsqrt(mean(x^2) + e) * g", "x * (sqrt(D) * g) / maximum(sqrt(sum(x^2)), sqrt(D * e))"),
    .approximate("y up to 41 % too large where mean(x^2) is near e, by e/(2·mean(x^2)) where it is far above")
  ) { instruction, rewriting in
    rewriting.rootMeanSquareNorm(instruction).map { norm in
      rewriting.note(
        "asked for by name: rows with a mean square near \(norm.epsilon) come out up to 41 % too large")
      return [rewriting.addL2Norm(norm, floor: true, insteadOf: instruction)]
    }
  }
}

/// x * rsqrt(mean(x^2) + e) * g, as it stands in a program.
private struct RootMeanSquareNorm {
  let x: Value
  let squares: Mean
  let epsilon: Double
  let weight: (source: Value, axes: [Int])
}

extension Rewriting {
  /// The norm that a multiplication completes; its three factors may stand in any order.
  fileprivate func rootMeanSquareNorm(_ instruction: Instruction) -> RootMeanSquareNorm? {
    guard instruction.attributes.isEmpty, instruction.operation == .elementwise(.multiply) else { return nil }
    let leaves = instruction.operands.flatMap { operands(of: .multiply, $0) ?? [$0] }
    guard leaves.count == 3 else { return nil }
    for (place, leaf) in leaves.enumerated() {
      guard let (root, axes) = broadcast(leaf), let (squares, epsilon) = reciprocalRoot(root),
        let x = leaves.firstIndex(of: squares.operand), x != place,
        axes == (0..<type(of: leaf).rank).filter({ !squares.axes.contains($0) }),
        let weight = broadcast(leaves[3 - place - x])
      else { continue }
      return RootMeanSquareNorm(x: leaves[x], squares: squares, epsilon: epsilon, weight: weight)
    }
    return nil
  }

  /// The mean of squares and the number that a value is the reciprocal root of the sum of.
  private func reciprocalRoot(_ value: Value) -> (Mean, epsilon: Double)? {
    guard let root = operands(of: .rsqrt, value), let sum = operands(of: .add, root[0]) else { return nil }
    for (mean, number) in [(sum[0], sum[1]), (sum[1], sum[0])] {
      if let squares = meanOfSquares(mean), let epsilon = splatNumber(of: number) {
        return (squares, epsilon)
      }
    }
    return nil
  }

  /// Adds x * (sqrt(D) * g) / sqrt(sum(x^2) + D * e), or with maximum(sqrt(sum(x^2)), sqrt(D * e)) for the root.
  fileprivate mutating func addL2Norm(
    _ norm: RootMeanSquareNorm, floor: Bool, insteadOf instruction: Instruction
  ) -> Value {
    let (elements, columns) = (type(of: norm.x), type(of: norm.weight.source))
    let width = Double(norm.squares.count)
    func add(_ operation: Elementwise, _ operands: Value..., type: TensorType) -> Value {
      self.add(.elementwise(operation), operands, type: type, insteadOf: instruction)
    }
    let root = addConstant(width.squareRoot(), as: columns, insteadOf: instruction)
    let weight = add(.multiply, root, norm.weight.source, type: columns)
    let weights = self.add(
      .broadcastInDim(dimensions: norm.weight.axes), [weight], type: elements, insteadOf: instruction)
    let length = addLength(norm, width * norm.epsilon, floor, insteadOf: instruction)
    let rest = (0..<elements.rank).filter { !norm.squares.axes.contains($0) }
    let lengths = self.add(
      .broadcastInDim(dimensions: rest), [length], type: elements, insteadOf: instruction)
    return add(.divide, add(.multiply, norm.x, weights, type: elements), lengths, type: elements)
  }

  private mutating func addLength(
    _ norm: RootMeanSquareNorm, _ least: Double, _ floor: Bool, insteadOf instruction: Instruction
  ) -> Value {
    let rows = type(of: norm.squares.sum)
    func add(_ operation: Elementwise, _ operands: Value...) -> Value {
      self.add(.elementwise(operation), operands, type: rows, insteadOf: instruction)
    }
    if floor {
      return add(
        .maximum, add(.sqrt, norm.squares.sum),
        addConstant(least.squareRoot(), as: rows, insteadOf: instruction))
    }
    return add(.sqrt, add(.add, norm.squares.sum, addConstant(least, as: rows, insteadOf: instruction)))
  }
}
