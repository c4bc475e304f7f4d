internal import NormaArrays
internal import StableHLO

extension Pass {
  /// Movement that moves nothing is its operand: a reshape to the same shape, a transpose that keeps
  /// the order, a broadcast, slice or pad to the same type, a concatenation of one tensor, and a conversion to
  /// the same type or to a wider one and straight back.
  public static let identityMovement = Pass(
    "identity-movement", "Movement and conversions that change nothing are removed.",
    law: ("reshape, transpose, broadcast, slice or convert of x to what x is", "x")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let operand = instruction.operands.first,
      let result = instruction.results.first
    else { return nil }
    let (source, target) = (rewriting.type(of: operand), rewriting.type(of: result))
    if instruction.operation == .convert, let origin = rewriting.operand(ofConvert: operand),
      rewriting.type(of: origin) == target, target.scalar.isHeldExactly(by: source.scalar)
    {
      return [origin]
    }
    return source == target && instruction.keepsEveryElement ? [operand] : nil
  }
}

extension Rewriting {
  /// What a value is converted from, or nil if it is no conversion.
  fileprivate func operand(ofConvert value: Value) -> Value? {
    guard let definition = definition(of: value), definition.operation == .convert else { return nil }
    return definition.operands[0]
  }
}

extension ScalarType {
  /// Whether every value of this floating-point type is one of the other's.
  fileprivate func isHeldExactly(by wider: ScalarType) -> Bool {
    switch (self, wider) {
    case (.f32, .f64), (.f16, .f64), (.bf16, .f64), (.f16, .f32), (.bf16, .f32): true
    default: false
    }
  }
}

extension Instruction {
  /// Whether a result of the operand's type can only be the operand.
  fileprivate var keepsEveryElement: Bool {
    switch operation {
    case .reshape, .convert, .bitcastConvert: true
    case .broadcastInDim(let axes), .transpose(permutation: let axes): axes == Array(axes.indices)
    case .slice(let start, _, let strides):
      start.allSatisfy { $0 == 0 } && strides.allSatisfy { $0 == 1 }
    case .pad(let low, _, let interior): low.allSatisfy { $0 == 0 } && interior.allSatisfy { $0 == 0 }
    case .dynamicSlice: true
    case .concatenate: operands.count == 1
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .reducePrecision,
      .dynamicUpdateSlice, .reduce, .dotGeneral, .while, .call, .check, .optimizationBarrier:
      false
    }
  }
}
