internal import NormaArrays
internal import NormaRewriting
internal import StableHLO

// What is spelled out for XLA: where the specification leaves a choice, or XLA does not keep to it, the program
// that XLA is handed says what the interpreter does.

extension Pass {
  /// The passes in order.
  static let forXLA = [statedComparisons, meantReductions]

  /// Every comparison names its kind. Without it XLA 0.81 folds a comparison of constant signed integers as if they
  /// were unsigned.
  static let statedComparisons = Pass(
    "stated-comparisons", "Comparisons name the kind that the element type gives them.",
    rule: { instruction, rewriting in
      guard case .compare(let direction, nil) = instruction.operation else { return nil }
      let scalar = rewriting.type(of: instruction.operands[0]).scalar
      let kind: ComparisonKind =
        scalar.isFloatingPoint ? .float : scalar.isSignedInteger ? .signed : .unsigned
      return [
        rewriting.add(
          .compare(direction, kind), instruction.operands,
          type: rewriting.type(of: instruction.results[0]), insteadOf: instruction)
      ]
    })

  /// Reductions by a named operation take their initial value once, and sum narrow floats in f32.
  ///
  /// The specification leaves open how often the initial value is taken: XLA takes it not at all where no axis is
  /// reduced or all have extent 1. And XLA rounds each partial sum of bf16 to bf16, as it stands: the sum of 4096 ones
  /// is then 256.
  static let meantReductions = Pass(
    "meant-reductions", "Initial values are combined once, after a reduction in f32 or wider.",
    .bounded("one more rounding in f32 or wider"),
    rule: { instruction, rewriting in
      guard case .reduce(.named(let operation), _) = instruction.operation, instruction.operands.count == 2
      else { return nil }
      return rewriting.meantReduction(operation, instruction)
    })
}

extension Rewriting {
  fileprivate mutating func meantReduction(
    _ operation: Elementwise, _ instruction: Instruction
  ) -> [Value]? {
    let (operand, initial) = (instruction.operands[0], instruction.operands[1])
    let (scalar, result) = (type(of: initial).scalar, type(of: instruction.results[0]))
    let isNarrow = [.f16, .bf16].contains(scalar) && [.add, .multiply].contains(operation)
    let wide = isNarrow ? .f32 : scalar
    guard let bits = operation.neutralBits(for: wide), let own = operation.neutralBits(for: scalar) else {
      return nil
    }
    let startsNeutral = isSplat(initial, of: own)
    guard isNarrow || !startsNeutral else { return nil }
    let neutral = add(
      .constant(Literal(TensorType(wide, []), .splat(bits))), [], type: TensorType(wide, []),
      insteadOf: instruction)
    var value = add(
      instruction.operation, [converted(operand, to: wide, instruction), neutral],
      type: result.with(scalar: wide), insteadOf: instruction)
    if !startsNeutral {
      let start = add(
        .broadcastInDim(dimensions: []), [converted(initial, to: wide, instruction)],
        type: result.with(scalar: wide), insteadOf: instruction)
      value = add(
        .elementwise(operation), [start, value], type: result.with(scalar: wide), insteadOf: instruction)
    }
    return [converted(value, to: scalar, instruction)]
  }

  private mutating func converted(_ value: Value, to scalar: ScalarType, _ original: Instruction) -> Value {
    let type = type(of: value)
    return type.scalar == scalar
      ? value : add(.convert, [value], type: type.with(scalar: scalar), insteadOf: original)
  }

  /// True for a constant whose every element has the given bits.
  private func isSplat(_ value: Value, of bits: UInt64) -> Bool {
    guard case .constant(let literal) = definition(of: value)?.operation else { return false }
    return literal.elements == .splat(bits)
  }
}
