internal import NormaArrays
internal import StableHLO

extension Plan {
  /// Bytes that a step reads and writes, each value counted once, and its operations on elements; a product of
  /// m x k by k x n counts 2 m n k.
  public func traffic(of step: Step) -> Traffic {
    switch step {
    case .kernel(let step): return step.kernel.traffic(rows: step.rows)
    case .product(let instruction):
      return traffic(of: instruction, operations: function.productOperations(instruction))
    case .movement(let instruction), .interpreted(let instruction):
      return traffic(of: instruction, operations: 0)
    }
  }

  /// Bytes that all steps read and write.
  public var byteCount: Int { steps.reduce(0) { $0 + traffic(of: $1).bytes } }

  private func traffic(of instruction: Instruction, operations: Int) -> Traffic {
    let read = Set(instruction.reads).reduce(0) { $0 + function.type(of: $1).byteCount }
    let written = instruction.results.reduce(0) { $0 + function.type(of: $1).byteCount }
    return Traffic(bytesRead: read, bytesWritten: written, operations: operations)
  }
}

extension Function {
  fileprivate func productOperations(_ instruction: Instruction) -> Int {
    guard case .dotGeneral(let dimensions) = instruction.operation else { return 0 }
    let left = type(of: instruction.operands[0]).shape
    let inner = dimensions.leftContracting.reduce(1) { $0 * left[$1] }
    return 2 * inner * type(of: instruction.results[0]).elementCount
  }
}
