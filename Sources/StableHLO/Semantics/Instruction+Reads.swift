extension Instruction {
  /// The values that the instruction reads of those around it: its operands, and what its regions read
  /// and do not define themselves. Each once, operands first, in order.
  package var reads: [Value] {
    let inner = operation.regions.flatMap(\.freeValues)
    if inner.isEmpty, operands.count < 2 { return operands }
    return (operands + inner).firstOccurrences
  }
}

extension Region {
  /// The values that the region reads and does not define, each once, in order.
  package var freeValues: [Value] {
    var defined = Set(parameters)
    var free: [Value] = []
    for instruction in instructions {
      free += instruction.reads.filter { !defined.contains($0) }
      defined.formUnion(instruction.results)
    }
    return (free + results.filter { !defined.contains($0) }).firstOccurrences
  }

  /// The values that the region and the regions inside it define.
  package var definedValues: [Value] {
    parameters + instructions.flatMap { $0.results + $0.operation.regions.flatMap(\.definedValues) }
  }
}

extension [Value] {
  /// The values without those that stood before.
  fileprivate var firstOccurrences: [Value] {
    var seen = Set<Value>()
    return filter { seen.insert($0).inserted }
  }
}
