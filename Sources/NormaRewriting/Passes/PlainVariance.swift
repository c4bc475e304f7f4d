internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A two-pass variance becomes E[x^2] - E[x]^2, cut off at zero. Off unless it is asked for by name: it saves the
  /// second pass over a row, which a row kernel does not pay for, and loses 2·log2(|mean|/std) bits.
  ///
  /// **Bound.** As for `varianceForm`, the other way round: in f32 the variance's relative error is about 0.1 where
  /// mean/std is 1e3, and nothing is left at 1e4.
  public static let plainVariance = Pass(
    "plain-variance",
    "A two-pass variance is taken as E[x^2] - E[x]^2, which loses digits where the mean is far above the deviation.",
    law: ("mean((x - mean(x))^2)", "maximum(0, mean(x^2) - mean(x)^2)"),
    .bounded(
      "|before - after| <= γ(n+2)·mean(x^2) + γ(2n+4)·mean(x)^2 + γ(n+3)·var + (γ(n+1)·mean|x|)^2; before is within the last two"
    )
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let squares = rewriting.meanOfSquares(of: instruction),
      let difference = rewriting.operands(of: .subtract, squares.operand),
      let mean = rewriting.subtractedMean(difference), mean.axes == squares.axes,
      let value = rewriting.broadcast(difference[1])?.source
    else { return nil }
    let scalar = rewriting.type(of: value).scalar.rawValue
    rewriting.note("asked for by name: a two-pass variance of \(mean.count) \(scalar) values, safe as it was")
    return [rewriting.addPlainVariance(of: mean, value, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// What an instruction is about to give the mean of the squares of.
  fileprivate func meanOfSquares(of instruction: Instruction) -> Mean? {
    guard var mean = mean(of: instruction), let root = root(of: mean.operand) else { return nil }
    mean.operand = root
    return mean
  }

  /// Adds maximum(0, mean(x^2) - mean(x)^2), given the mean of x as a value.
  fileprivate mutating func addPlainVariance(
    of mean: Mean, _ value: Value, insteadOf instruction: Instruction
  ) -> Value {
    let (elements, rows) = (type(of: mean.operand), type(of: value))
    func row(_ operation: Elementwise, _ operands: Value...) -> Value {
      add(.elementwise(operation), operands, type: rows, insteadOf: instruction)
    }
    let squares = add(.elementwise(.square), [mean.operand], type: elements, insteadOf: instruction)
    let start = addConstant(0, as: rows.with(shape: []), insteadOf: instruction)
    let sum = add(
      .reduce(.named(.add), dimensions: mean.axes), [squares, start], type: rows, insteadOf: instruction)
    let count = addConstant(Double(mean.count), as: rows, insteadOf: instruction)
    let difference = row(.subtract, row(.divide, sum, count), row(.square, value))
    return row(.maximum, addConstant(0, as: rows, insteadOf: instruction), difference)
  }
}
