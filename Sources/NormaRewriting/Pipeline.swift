public import StableHLO

/// What one run of a pass changed.
public struct PassRecord: Sendable {
  /// The pass's name.
  public let name: String
  /// What the pass does, in one sentence.
  public let summary: String
  /// How far the pass lets results differ.
  public let exactness: Exactness
  /// The operations before and after it.
  public let before: OpCounts, after: OpCounts
  /// The program after it.
  public let module: Module
}

/// A program after a pipeline, and the steps that led there.
public struct RewrittenModule: Sendable {
  /// The program after all passes.
  public let module: Module
  /// One record for each run of a pass that changed something, in order.
  public let records: [PassRecord]
}

/// Passes in order, run again and again until none changes anything.
public struct Pipeline: Sendable {
  /// The passes in order.
  public let passes: [Pass]
  /// Whether the program is verified after each pass; by default in debug builds.
  public let verifiesEachPass: Bool

  /// A pipeline of the given passes.
  public init(_ passes: [Pass], verifiesEachPass: Bool = Pipeline.isDebugBuild) {
    (self.passes, self.verifiesEachPass) = (passes, verifiesEachPass)
  }

  /// Calls gone, nothing computed twice or for nothing, movement of data at its shortest. Every pass in
  /// it is exact.
  public static let standard = Pipeline([
    .inlineCalls, .deadCode, .commonSubexpressions, .identityMovement, .movementChains,
    .sinkReshapes, .sizeOneReductions, .constantFolding, .deadCode,
  ])

  /// The rewritten program and what each pass did.
  ///
  /// - Throws: the pass that broke the program, where passes are verified.
  public func callAsFunction(_ module: Module) throws(RewritingError) -> RewrittenModule {
    var (current, records) = (module.renumbered(), [PassRecord]())
    var changed = true
    while changed {
      changed = false
      for pass in passes {
        let next = pass(current)
        guard next != current else { continue }
        try verify(next, after: pass)
        records.append(PassRecord(of: pass, from: current, to: next))
        (current, changed) = (next, true)
      }
    }
    return RewrittenModule(module: current, records: records)
  }

  /// True where this library was built for debugging.
  public static var isDebugBuild: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }
}

extension PassRecord {
  fileprivate init(of pass: Pass, from old: Module, to new: Module) {
    (name, summary, exactness) = (pass.name, pass.summary, pass.exactness)
    (before, after, module) = (OpCounts(old), OpCounts(new), new)
  }
}

extension Module {
  /// The module with the values of each function numbered in order of appearance.
  func renumbered() -> Module {
    var copy = self
    copy.functions = functions.map { $0.renumbered() }
    return copy
  }
}
