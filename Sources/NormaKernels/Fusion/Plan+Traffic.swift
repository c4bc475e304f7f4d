internal import NormaArrays
internal import StableHLO

extension Plan {
  /// What all steps move and compute, one after the other; nil where that depends on the data.
  public var traffic: Traffic? {
    var total = Traffic(bytesRead: 0, bytesWritten: 0, operations: 0)
    for step in steps {
      guard let traffic = traffic(of: step) else { return nil }
      total.bytesRead += traffic.bytesRead
      total.bytesWritten += traffic.bytesWritten
      total.operations += traffic.operations
    }
    return total
  }

  /// What a step must move and compute, each array counted once; nil where that depends on the data, as in a
  /// `while`.
  ///
  /// Constants move nothing: they are computed when the program is compiled.
  public func traffic(of step: Step) -> Traffic? {
    switch step {
    case .kernel(let step): return step.kernel.traffic(rows: step.rows)
    case .product(let instruction), .movement(let instruction), .interpreted(let instruction):
      if instruction.reads.isEmpty { return Traffic(bytesRead: 0, bytesWritten: 0, operations: 0) }
      guard let operations = function.operations(of: instruction) else { return nil }
      return Traffic(
        bytesRead: function.bytesRead(by: instruction),
        bytesWritten: instruction.results.reduce(0) { $0 + function.type(of: $1).byteCount },
        operations: operations)
    }
  }
}

extension Function {
  /// Arithmetic operations on elements, a multiplication and an addition apart; nil where the data decide.
  fileprivate func operations(of instruction: Instruction) -> Int? {
    let elements = instruction.results.reduce(0) { $0 + type(of: $1).elementCount }
    let operands = instruction.operands.map(type(of:))
    switch instruction.operation {
    case .elementwise, .compare, .select, .clamp, .reducePrecision: return elements
    case .reduce(_, let dimensions):
      // As many inputs as initial values; each input element is combined once.
      let inputs = operands.prefix(operands.count / 2)
      return dimensions.isEmpty ? 0 : inputs.reduce(0) { $0 + $1.elementCount }
    case .dotGeneral(let dimensions):
      return 2 * elements * dimensions.leftContracting.reduce(1) { $0 * operands[0].shape[$1] }
    case .constant, .iota, .convert, .bitcastConvert, .broadcastInDim, .reshape, .transpose, .slice,
      .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .check, .optimizationBarrier:
      return 0
    case .while, .call: return nil
    }
  }

  /// Bytes read, each operand once; a slice reads no more than it gives.
  fileprivate func bytesRead(by instruction: Instruction) -> Int {
    switch instruction.operation {
    case .slice, .dynamicSlice: type(of: instruction.results[0]).byteCount
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision,
      .broadcastInDim, .reshape, .transpose, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral,
      .while, .call, .check, .optimizationBarrier:
      Set(instruction.reads).reduce(0) { $0 + type(of: $1).byteCount }
    }
  }
}
