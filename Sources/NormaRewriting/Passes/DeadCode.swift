internal import StableHLO

extension Pass {
  /// Operations without readers go, and private functions without callers. A `check` has an effect
  /// and stays, with all that leads to it.
  public static let deadCode = Pass(
    "dead-code", "What no result depends on is removed.",
    law: ("a value that nothing reads, a function that nothing calls", "nothing")
  ) {
    (module: Module) in
    let checking = module.namesOfCheckingFunctions
    var module = module
    module.functions = module.functions.map { function in
      var (function, live) = (function, Set<Value>())
      function.body = function.body.pruned(live: &live, checking: checking)
      return function
    }
    let reachable = module.reachableNames
    module.functions.removeAll { !reachable.contains($0.name) }
    return module
  }
}

extension Region {
  /// The region without instructions that neither its results nor an effect depend on; `live` gathers
  /// the values that are read, those of outer regions among them.
  fileprivate func pruned(live: inout Set<Value>, checking: Set<String>) -> Region {
    live.formUnion(results)
    var kept = [Instruction]()
    for var instruction in instructions.reversed() {
      guard instruction.hasEffect(checking: checking) || instruction.results.contains(where: live.contains)
      else { continue }
      live.formUnion(instruction.operands)
      instruction.operation = instruction.operation.mapRegions { $0.pruned(live: &live, checking: checking) }
      kept.append(instruction)
    }
    var copy = self
    copy.instructions = kept.reversed()
    return copy
  }
}

extension Instruction {
  /// Whether the instruction checks something, itself, in a region or in a function it calls.
  fileprivate func hasEffect(checking: Set<String>) -> Bool {
    switch operation {
    case .check: true
    case .call(let name): checking.contains(name)
    case .while, .reduce(.region, _):
      operation.regions.contains { $0.instructions.contains { $0.hasEffect(checking: checking) } }
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .reduce(.named, _), .dotGeneral, .optimizationBarrier:
      false
    }
  }
}

extension Module {
  /// The functions that contain a `check`, or call one that does.
  fileprivate var namesOfCheckingFunctions: Set<String> {
    var names = Set<String>()
    var grown = true
    while grown {
      let found = functions.filter { $0.body.instructions.contains { $0.hasEffect(checking: names) } }
      grown = found.count > names.count
      names = Set(found.map(\.name))
    }
    return names
  }

  /// The public functions and `main`, and all that they call; every function where none is a root.
  fileprivate var reachableNames: Set<String> {
    let roots = functions.filter { $0.isPublic || $0.name == "main" }.map(\.name)
    var reached = Set(roots.isEmpty ? functions.map(\.name) : roots)
    var waiting = Array(reached)
    while let name = waiting.popLast() {
      for case .call(let callee) in function(named: name)?.body.allInstructions.map(\.operation) ?? []
      where reached.insert(callee).inserted { waiting.append(callee) }
    }
    return reached
  }
}
