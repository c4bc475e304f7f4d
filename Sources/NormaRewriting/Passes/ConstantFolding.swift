internal import NormaArrays
internal import StableHLO

extension Pass {
  /// Operations on constants that hold one number in every element are done at once, on that number:
  /// movement, comparison, conversion, and arithmetic that rounds correctly, so that compiled code gives
  /// the same bits. A selection by a constant is the branch it selects.
  public static let constantFolding = Pass(
    "constant-folding", "What constants of one number give is computed at once.",
    law: ("f(constants of one number), select(constant, x, y)", "the number f gives, x or y")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let result = instruction.results.first else { return nil }
    if instruction.operation == .select, let bit = rewriting.splatBits(of: instruction.operands[0]) {
      return [instruction.operands[bit == 0 ? 2 : 1]]
    }
    let type = rewriting.type(of: result)
    guard let bits = rewriting.folded(instruction, as: type) else { return nil }
    let literal = Literal(type, .splat(bits))
    return [rewriting.add(.constant(literal), [], type: type, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// The bits every element of the result has, if the operands are constants of one number each.
  fileprivate func folded(_ instruction: Instruction, as type: TensorType) -> UInt64? {
    let operands = instruction.operands.compactMap { value in
      splatBits(of: value).map { TensorValue(TensorType(self.type(of: value).scalar, []), bits: [$0]) }
    }
    guard !operands.isEmpty, operands.count == instruction.operands.count else { return nil }
    switch instruction.operation.folding {
    case .never: return nil
    case .movement: return operands[0].bits[0]
    case .scalar:
      let results = try? instruction.operation.evaluate(
        operands, resultTypes: [TensorType(type.scalar, [])])
      return results?.first?.bits[0]
    }
  }
}

/// How an operation on constants of one number is folded.
private enum Folding {
  case never
  /// The result holds the operand's number.
  case movement
  /// The result holds what the operation gives for the numbers alone.
  case scalar
}

extension Operation {
  fileprivate var folding: Folding {
    switch self {
    case .broadcastInDim, .reshape, .transpose, .slice: .movement
    case .compare, .clamp, .convert: .scalar
    case .elementwise(let elementwise): elementwise.roundsCorrectly ? .scalar : .never
    case .constant, .iota, .select, .bitcastConvert, .reducePrecision, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral, .while, .call, .check,
      .optimizationBarrier:
      .never
    }
  }
}

extension Elementwise {
  /// Whether every implementation gives the same bits: exact operations and those that IEEE 754 rounds.
  fileprivate var roundsCorrectly: Bool {
    switch self {
    case .abs, .ceil, .floor, .isFinite, .negate, .not, .roundNearestAfz, .roundNearestEven, .sign,
      .sqrt, .square, .add, .and, .divide, .maximum, .minimum, .multiply, .or, .remainder, .shiftLeft,
      .shiftRightArithmetic, .shiftRightLogical, .subtract, .xor:
      true
    case .cbrt, .cosine, .exponential, .exponentialMinusOne, .log, .logPlusOne, .logistic, .rsqrt, .sine,
      .tan, .tanh, .erf, .erfc, .power:
      false
    }
  }
}
