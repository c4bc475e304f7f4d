internal import NormaArrays
package import StableHLO

extension Operation {
  /// The operation with each of its regions replaced.
  func mapRegions(_ transform: (Region) -> Region) -> Operation {
    switch self {
    case .while(let condition, let body):
      return .while(condition: transform(condition), body: transform(body))
    case .reduce(.region(let region), let dimensions):
      return .reduce(.region(transform(region)), dimensions: dimensions)
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral, .call, .check,
      .optimizationBarrier:
      return self
    }
  }
}

extension Region {
  /// The region with every value, in nested regions too, under another name.
  func renamed(_ rename: (Value) -> Value) -> Region {
    var copy = self
    copy.parameters = parameters.map(rename)
    copy.instructions = instructions.map { $0.renamed(rename) }
    copy.results = results.map(rename)
    return copy
  }

  /// Every instruction, an outer one before those of its regions.
  var allInstructions: [Instruction] {
    instructions.flatMap { [$0] + $0.operation.regions.flatMap(\.allInstructions) }
  }
}

extension Instruction {
  /// The instruction with every value under another name.
  func renamed(_ rename: (Value) -> Value) -> Instruction {
    var copy = self
    copy.operands = operands.map(rename)
    if !operation.regions.isEmpty { copy.operation = operation.mapRegions { $0.renamed(rename) } }
    copy.results = results.map(rename)
    return copy
  }
}

extension Function {
  /// The function with its values numbered in order of appearance and no types left over, so that
  /// equal functions compare equal.
  package func renumbered() -> Function {
    var numbers = [Value?](repeating: nil, count: self.types.count)
    var types = [TensorType]()
    func rename(_ value: Value) -> Value {
      if let known = numbers[value.index] { return known }
      let fresh = Value(types.count)
      types.append(self.types[value.index])
      numbers[value.index] = fresh
      return fresh
    }
    var copy = self
    copy.body = body.renamed(rename)
    copy.types = types
    return copy
  }
}
