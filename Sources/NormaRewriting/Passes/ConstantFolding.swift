internal import StableHLO

extension Pass {
  /// Movement of a constant whose elements are all one number is such a constant of the result's type.
  public static let constantFolding = Pass(
    "constant-folding", "Movement of constants with one number in every element is done at once."
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operation.onlyMoves,
      let operand = instruction.operands.first, let bits = rewriting.splatBits(of: operand)
    else { return nil }
    let type = rewriting.type(of: instruction.results[0])
    let literal = Literal(type, .splat(bits))
    return [rewriting.add(.constant(literal), [], type: type, insteadOf: instruction)]
  }
}

extension Operation {
  /// Whether each element of the result is an element of the only operand.
  fileprivate var onlyMoves: Bool {
    switch self {
    case .broadcastInDim, .reshape, .transpose, .slice: true
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral,
      .while, .call, .check, .optimizationBarrier:
      false
    }
  }
}
