internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A variance as the difference of two means becomes the mean of squared differences.
  ///
  /// **Bound.** With n roundings for an addend of a sum, the plain form is within
  ///
  ///     |plain - var| <= γ(n+2)·mean(x^2) + γ(2n+4)·mean(x)^2
  ///
  /// of the exact variance: the two means are nearly equal where |mean| is far above the deviation, and their rounding
  /// errors remain: relative to var, (n+2)·u·(mean/std)^2, which is 0.1 in f32 at mean/std = 1e3 and nonsense at 1e4. In the
  /// form made here the mean's error m enters squared, as mean((c - m)^2) = var + m^2 where mean(c) = 0:
  ///
  ///     |centred - var| <= γ(n+3)·var + (γ(n+1)·mean|x|)^2
  ///
  /// It reads the row once more, which costs nothing where the row is still at hand. Never negative, either.
  public static let varianceForm = Pass(
    "variance-form", "A variance taken as E[x^2] - E[x]^2 is taken in two passes, which cancels no digits.",
    law: ("mean(x^2) - mean(x)^2", "mean((x - mean(x))^2)"),
    .bounded(
      "|before - after| <= γ(n+2)·mean(x^2) + γ(2n+4)·mean(x)^2 + γ(n+3)·var + (γ(n+1)·mean|x|)^2; after is within the last two"
    )
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operation == .elementwise(.subtract),
      let squares = rewriting.meanOfSquares(instruction.operands[0]),
      let value = rewriting.root(of: instruction.operands[1]), let mean = rewriting.mean(value),
      mean.operand == squares.operand, mean.axes == squares.axes,
      rewriting.isExact(mean.count, as: rewriting.type(of: value))
    else { return nil }
    let scalar = rewriting.type(of: value).scalar.rawValue
    rewriting.note("E[x^2] - E[x]^2 over \(mean.count) \(scalar) values, which loses 2·log2(|mean|/std) bits")
    return [rewriting.addCentredVariance(of: mean, value, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// Adds mean((x - mean(x))^2), given the mean of x as a value.
  fileprivate mutating func addCentredVariance(
    of mean: Mean, _ value: Value, insteadOf instruction: Instruction
  ) -> Value {
    let (elements, rows) = (type(of: mean.operand), type(of: value))
    let centred = addCentred(mean, value, insteadOf: instruction)
    let squares = add(.elementwise(.square), [centred], type: elements, insteadOf: instruction)
    let start = addConstant(0, as: rows.with(shape: []), insteadOf: instruction)
    let sum = add(
      .reduce(.named(.add), dimensions: mean.axes), [squares, start], type: rows, insteadOf: instruction)
    let count = addConstant(Double(mean.count), as: rows, insteadOf: instruction)
    return add(.elementwise(.divide), [sum, count], type: rows, insteadOf: instruction)
  }

  /// Adds x - mean(x), given the mean of x as a value.
  mutating func addCentred(_ mean: Mean, _ value: Value, insteadOf instruction: Instruction) -> Value {
    let type = type(of: mean.operand)
    let places = (0..<type.rank).filter { !mean.axes.contains($0) }
    let copies = add(.broadcastInDim(dimensions: places), [value], type: type, insteadOf: instruction)
    return add(.elementwise(.subtract), [mean.operand, copies], type: type, insteadOf: instruction)
  }

  /// Whether the element type has a number.
  func isExact(_ count: Int, as type: TensorType) -> Bool {
    Double(count).rounded(to: type.scalar) == Double(count)
  }

  /// Adds a constant of one floating-point number.
  mutating func addConstant(
    _ number: Double, as type: TensorType, insteadOf instruction: Instruction
  ) -> Value {
    let bits = number.bits(as: type.scalar)
    return add(.constant(Literal(type, .splat(bits))), [], type: type, insteadOf: instruction)
  }
}
