internal import NormaArrays
internal import StableHLO

extension Function {
  /// The instruction that defines each value of the outer body.
  var definitions: [Value: Instruction] {
    var definitions: [Value: Instruction] = [:]
    for instruction in body.instructions {
      for result in instruction.results { definitions[result] = instruction }
    }
    return definitions
  }

  /// Values that kernels compute for themselves wherever they need them: reshapes, broadcasts and
  /// splat constants, and arithmetic of which only broadcasts are used, so that it acts on few elements
  /// (a weight plus one, the reciprocal root of a row).
  var repeatedValues: Set<Value> {
    var uses: [Value: [Instruction]] = [:]
    for instruction in body.instructions {
      for value in instruction.reads { uses[value, default: []].append(instruction) }
    }
    let results = Set(body.results)
    var repeated = Set<Value>()
    var onlyBroadcast = Set<Value>()
    for instruction in body.instructions.reversed() {
      guard instruction.results.count == 1, let result = instruction.results.first else { continue }
      let users = uses[result, default: []]
      if !results.contains(result), !users.isEmpty,
        users.allSatisfy({ expands($0) || ($0.results.first.map(onlyBroadcast.contains) ?? false) })
      {
        onlyBroadcast.insert(result)
      }
      switch fusibility(of: instruction) {
      case .transparent: repeated.insert(result)
      case .elementwise: if onlyBroadcast.contains(result) { repeated.insert(result) }
      case .rowReduction, .columnReduction, .product, .movement, .interpreted: onlyBroadcast.remove(result)
      }
    }
    return repeated
  }

  private func expands(_ instruction: Instruction) -> Bool {
    guard case .broadcastInDim = instruction.operation else { return false }
    return type(of: instruction.results[0]).elementCount > type(of: instruction.operands[0]).elementCount
  }
}
