internal import StableHLO

extension Pass {
  /// `call @f(x)` becomes the body of `@f`. Calls of a function that reaches itself stay, and so do those
  /// that would make the program longer than 200 000 operations.
  public static let inlineCalls = inlineCalls(limit: 200_000)

  /// The pass with another limit: functions that call each other twice at each of n levels have 2^n
  /// calls, and the limit, in operations of the whole module, is where that ends.
  package static func inlineCalls(limit: Int) -> Pass {
    Pass(
      "inline-calls", "Calls are replaced by the bodies they name.",
      law: ("call @f(x)", "the body of @f on x")
    ) { (module: Module) in
      var inliner = Inliner(module, limit: limit)
      var module = module
      module.functions = module.functions.map { inliner.inlined($0) }
      return module
    }
  }
}

/// Functions with their calls inlined, each made once.
private struct Inliner {
  private let module: Module
  private var finished: [String: Function] = [:]
  /// The functions being inlined into: a call of one of these would never end.
  private var pending: Set<String> = []
  /// How many operations may still be added.
  private var allowance: Int

  init(_ module: Module, limit: Int) {
    self.module = module
    allowance = limit - OpCounts(module).all
  }

  mutating func inlined(_ function: Function) -> Function {
    if let known = finished[function.name] { return known }
    pending.insert(function.name)
    defer { pending.remove(function.name) }
    let result = function.rewritten { instruction, rewriting in
      guard case .call(let name) = instruction.operation, let callee = body(of: name) else { return nil }
      let growth = OpCounts(callee).all
      guard growth <= allowance else { return nil }
      allowance -= growth
      return rewriting.splice(callee.body, of: callee, arguments: instruction.operands)
    }
    finished[function.name] = result
    return result
  }

  /// The function a call names, its own calls inlined; nil if it is unknown or reaches itself.
  private mutating func body(of name: String) -> Function? {
    guard !pending.contains(name), let callee = module.function(named: name) else { return nil }
    let result = inlined(callee)
    return result.body.allInstructions.contains { $0.operation == .call(name) } ? nil : result
  }
}
