internal import NormaArrays
internal import StableHLO

extension Pass {
  /// An element-wise operation on reshaped operands is the reshape of the operation: the axes of extent
  /// one that reductions keep then come after all per-row math and vanish in the broadcast. Fires where
  /// the reshapes only insert or drop axes of extent one, all from one shape; constants of one number fit any.
  public static let sinkReshapes = Pass(
    "sink-reshapes", "Element-wise math is done before a reshape of its operands.",
    law: ("f(reshape(x), reshape(y)), only axes of extent one coming or going", "reshape(f(x, y))")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, instruction.operation.isElementwise,
      let shape = rewriting.commonOrigin(of: instruction.operands),
      shape.matching(rewriting.type(of: instruction.results[0]).shape) != nil
    else { return nil }
    let operands = instruction.operands.map { rewriting.origin(of: $0, shape: shape, for: instruction) }
    let result = rewriting.type(of: instruction.results[0])
    let value = rewriting.add(
      instruction.operation, operands, type: result.with(shape: shape), insteadOf: instruction)
    return [rewriting.add(.reshape, [value], type: result, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// The one shape that all operands but constants of one number are reshaped from.
  fileprivate func commonOrigin(of operands: [Value]) -> Shape? {
    var shapes = Set<Shape>()
    for operand in operands where splatBits(of: operand) == nil {
      guard let reshaped = reshapedValue(of: operand) else { return nil }
      shapes.insert(type(of: reshaped).shape)
    }
    return shapes.count == 1 ? shapes.first : nil
  }

  /// What an operand is reshaped from, or the same constant in another shape.
  fileprivate mutating func origin(
    of operand: Value, shape: Shape, for instruction: Instruction
  ) -> Value {
    guard let bits = splatBits(of: operand) else { return reshapedValue(of: operand) ?? operand }
    let type = type(of: operand).with(shape: shape)
    return add(.constant(Literal(type, .splat(bits))), [], type: type, insteadOf: instruction)
  }

  private func reshapedValue(of value: Value) -> Value? {
    guard let definition = definition(of: value), definition.operation == .reshape else { return nil }
    return definition.operands[0]
  }
}

extension Operation {
  /// Whether each element of the result depends on the same element of every operand, all of one shape.
  fileprivate var isElementwise: Bool {
    switch self {
    case .elementwise, .compare, .select, .convert: true
    case .constant, .iota, .clamp, .bitcastConvert, .reducePrecision, .broadcastInDim, .reshape,
      .transpose, .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral,
      .while, .call, .check, .optimizationBarrier:
      false
    }
  }
}
