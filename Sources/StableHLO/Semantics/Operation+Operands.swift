extension Operation {
  /// The number of operands the operation takes; nil where it varies.
  package var operandCount: Int? {
    switch self {
    case .constant, .iota: 0
    case .elementwise(let elementwise): elementwise.arity
    case .convert, .bitcastConvert, .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice:
      1
    case .compare, .pad, .dotGeneral, .check: 2
    case .select, .clamp: 3
    case .dynamicSlice(let sizes): sizes.count + 1
    case .dynamicUpdateSlice, .concatenate, .reduce, .while, .call, .optimizationBarrier: nil
    }
  }

  /// Whether an instruction may stand for every other one with the same operands: it has no effect
  /// and no regions, and nothing depends on how often it runs.
  package var isShareable: Bool {
    switch self {
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .dotGeneral:
      true
    case .reduce(.named, _): true
    case .reduce(.region, _), .while, .call, .check, .optimizationBarrier: false
    }
  }

  /// The regions inside the operation, in the order they are written.
  package var regions: [Region] {
    switch self {
    case .while(let condition, let body): [condition, body]
    case .reduce(.region(let region), _): [region]
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral, .call, .check,
      .optimizationBarrier:
      []
    }
  }

  /// Checks the number of operands, so that the type rules may index them.
  func checkOperandCount(_ operands: [TensorType]) throws(ConstraintViolation) {
    if let count = operandCount, count != operands.count {
      throw .violates(self, "inputs", "takes \(count) operands, not \(operands.count)")
    }
    if case .dynamicUpdateSlice = self, operands.count < 2 {
      throw .violates(self, "inputs", "takes an operand and an update, not \(operands.count) operands")
    }
  }
}
