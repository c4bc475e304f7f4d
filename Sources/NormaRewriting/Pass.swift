public import StableHLO

/// How far a rewritten program's results may differ from the original's.
public enum Exactness: Hashable, Sendable {
  /// The same bits.
  case bitwise
  /// The same numbers; a zero may come out with the other sign.
  case exceptSignOfZero
  /// Equal in real arithmetic; in floating point within a bound, stated as a formula.
  case bounded(String)
}

/// A step from a program to an equal, better one: a name, the law, and how exact it is.
public struct Pass: Sendable {
  /// The name, for example `dead-code`.
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// How far results may differ.
  public let exactness: Exactness
  private let apply: @Sendable (Module) -> Module

  /// A pass over whole modules.
  package init(
    _ name: String, _ summary: String, _ exactness: Exactness = .bitwise,
    module apply: @escaping @Sendable (Module) -> Module
  ) {
    (self.name, self.summary, self.exactness, self.apply) = (name, summary, exactness, apply)
  }

  /// A pass over each function alone.
  package init(
    _ name: String, _ summary: String, _ exactness: Exactness = .bitwise,
    function: @escaping @Sendable (Function) -> Function
  ) {
    self.init(name, summary, exactness) { module in
      var module = module
      module.functions = module.functions.map(function)
      return module
    }
  }

  /// A pass that looks at one instruction at a time; see `Rewriting.Rule`.
  package init(
    _ name: String, _ summary: String, _ exactness: Exactness = .bitwise,
    rule: @escaping @Sendable (Instruction, inout Rewriting) -> [Value]?
  ) {
    self.init(name, summary, exactness, function: { $0.rewritten(by: rule) })
  }

  /// The program after the pass, its values numbered in order of appearance.
  public func callAsFunction(_ module: Module) -> Module {
    var module = apply(module)
    module.functions = module.functions.map { $0.renumbered() }
    return module
  }
}
