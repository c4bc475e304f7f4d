public import StableHLO

/// What a pass matches and what it puts in the place, for example `sum(x - mean(x))` and `0`.
public struct Law: Hashable, Sendable, CustomStringConvertible {
  /// What is matched, with its condition.
  public let matches: String
  /// What stands there afterwards.
  public let makes: String

  /// The law in one line.
  public var description: String { "\(matches)  =>  \(makes)" }
}

/// A step from a program to an equal, better one: a name, the law, and how exact it is.
public struct Pass: Sendable {
  /// The name, for example `dead-code`.
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// What it matches and makes; nil only for a pass that says all in its summary.
  public let law: Law?
  /// How far results may differ.
  public let exactness: Exactness
  private let apply: @Sendable (Module) -> Outcome<Module>

  private init(
    _ name: String, _ summary: String, _ law: (String, String)?, _ exactness: Exactness,
    _ apply: @escaping @Sendable (Module) -> Outcome<Module>
  ) {
    (self.name, self.summary, self.exactness, self.apply) = (name, summary, exactness, apply)
    self.law = law.map { Law(matches: $0.0, makes: $0.1) }
  }

  /// A pass over whole modules.
  package init(
    _ name: String, _ summary: String, law: (String, String)? = nil, _ exactness: Exactness = .bitwise,
    module apply: @escaping @Sendable (Module) -> Module
  ) {
    self.init(name, summary, law, exactness) { Outcome(apply($0)) }
  }

  /// A pass over each function alone.
  package init(
    _ name: String, _ summary: String, law: (String, String)? = nil, _ exactness: Exactness = .bitwise,
    function: @escaping @Sendable (Function) -> Function
  ) {
    self.init(name, summary, law, exactness) { $0.mapFunctions { Outcome(function($0)) } }
  }

  /// A pass that looks at one instruction at a time; see `Rewriting.Rule`.
  package init(
    _ name: String, _ summary: String, law: (String, String)? = nil, _ exactness: Exactness = .bitwise,
    rule: @escaping @Sendable (Instruction, inout Rewriting) -> [Value]?
  ) {
    self.init(name, summary, law, exactness) { $0.mapFunctions { $0.rewriting(by: rule) } }
  }

  /// The program after the pass, its values numbered in order of appearance.
  public func callAsFunction(_ module: Module) -> Module { outcome(for: module).value }

  /// The program after the pass, numbered, and why it changed.
  func outcome(for module: Module) -> Outcome<Module> {
    var outcome = apply(module)
    if outcome.changed { outcome.value = outcome.value.renumbered() }
    return outcome
  }
}

/// What a step gave: a new value, and its reasons.
struct Outcome<Result: Sendable>: Sendable {
  var value: Result
  /// One sentence for each time the step found something worth telling.
  var reasons: [String] = []
  /// False where the step is sure to have changed nothing.
  var changed = true

  init(_ value: Result, reasons: [String] = [], changed: Bool = true) {
    (self.value, self.reasons, self.changed) = (value, reasons, changed)
  }
}

extension Module {
  /// The module after a step on each function.
  fileprivate func mapFunctions(_ step: (Function) -> Outcome<Function>) -> Outcome<Module> {
    let outcomes = functions.map(step)
    var module = self
    module.functions = outcomes.map(\.value)
    return Outcome(
      module, reasons: outcomes.flatMap(\.reasons), changed: outcomes.contains { $0.changed })
  }

  /// The module with the values of each function numbered in order of appearance.
  func renumbered() -> Module {
    var copy = self
    copy.functions = functions.map { $0.renumbered() }
    return copy
  }
}
