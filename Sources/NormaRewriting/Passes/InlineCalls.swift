internal import StableHLO

extension Pass {
  /// `call @f(x)` becomes the body of `@f`. Calls of a function that reaches itself stay, as do those that
  /// would grow a function beyond `inlineLimit` operations.
  public static let inlineCalls = Pass("inline-calls", "Calls are replaced by the bodies they name.") {
    (module: Module) in
    var inliner = Inliner(module)
    var module = module
    module.functions = module.functions.map { inliner.inlined($0) }
    return module
  }

  /// Functions that call each other twice at each of n levels have 2^n calls: the size where this ends.
  package static let inlineLimit = 200_000
}

/// Functions with their calls inlined, each made once.
private struct Inliner {
  private let module: Module
  private var finished: [String: Function] = [:]
  /// The functions being inlined into: a call of one of these would never end.
  private var pending: Set<String> = []

  init(_ module: Module) { self.module = module }

  mutating func inlined(_ function: Function) -> Function {
    if let known = finished[function.name] { return known }
    pending.insert(function.name)
    defer { pending.remove(function.name) }
    var size = function.body.allInstructions.count
    let result = function.rewritten { instruction, rewriting in
      guard case .call(let name) = instruction.operation, let callee = body(of: name) else { return nil }
      size += callee.body.allInstructions.count
      guard size <= Pass.inlineLimit else { return nil }
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
