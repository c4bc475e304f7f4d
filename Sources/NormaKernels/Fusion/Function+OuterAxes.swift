internal import NormaArrays
internal import StableHLO

extension Function {
  /// The function with every named reduction of one floating-point input along neighbouring axes, or along all
  /// others where it starts from the identity: where it reduces more, a transpose brings these to the end.
  func reducingOuterAxes() -> Function {
    var function = self
    let definitions = definitions
    function.body.instructions = body.instructions.flatMap { instruction -> [Instruction] in
      guard let permutation = permutationToLastAxes(instruction, definitions) else { return [instruction] }
      let type = type(of: instruction.operands[0])
      let moved = Value(function.types.count)
      function.types.append(type.with(shape: Shape(permutation.map { type.shape[$0] })))
      var reduction = instruction
      reduction.operands[0] = moved
      if case .reduce(let reducer, let dimensions) = instruction.operation {
        let kept = type.rank - dimensions.count
        reduction.operation = .reduce(reducer, dimensions: Array(kept..<type.rank))
      }
      let transpose = Instruction(
        .transpose(permutation: permutation), operands: [instruction.operands[0]], results: [moved],
        position: instruction.position)
      return [transpose, reduction]
    }
    return function
  }

  /// Kept axes, then reduced axes, or nil where the instruction needs no transpose or is no such reduction.
  private func permutationToLastAxes(
    _ instruction: Instruction, _ definitions: [Value: Instruction]
  ) -> [Int]? {
    guard case .reduce(.named(let operation), let dimensions) = instruction.operation,
      let reduction = RowReduction(operation), instruction.operands.count == 2,
      type(of: instruction.operands[0]).scalar.isFloatingPoint
    else { return nil }
    switch fusibility(of: instruction) {
    case .interpreted: break
    case .columnReduction:
      if definitions[instruction.operands[1]].map({ isIdentity($0, of: reduction) }) ?? false { return nil }
    case .elementwise, .rowReduction, .transparent, .product, .movement: return nil
    }
    let axes = 0..<type(of: instruction.operands[0]).rank
    return axes.filter { !dimensions.contains($0) } + axes.filter(dimensions.contains)
  }

  /// True for a constant that changes no result of a reduction.
  func isIdentity(_ instruction: Instruction, of reduction: RowReduction) -> Bool {
    guard case .constant(let literal) = instruction.operation, case .splat(let bits) = literal.elements
    else { return false }
    return literal.type.scalar.floatingPointValue(bits: bits) == reduction.identity
  }
}
