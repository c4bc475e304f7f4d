public import StableHLO

/// Passes in order, run again and again until none changes anything.
///
/// Every pass takes away what no other puts back, and so lowers a count that cannot fall for ever: `inline-calls` calls;
/// `dead-code`, `common-subexpressions`, `identity-movement`, `neutral-elements` and `non-negative-maximum` operations that a
/// result depends on; `constant-folding` those that are no constants; `movement-chains` and `transposed-products` steps of
/// movement in a row; `sink-reshapes` operations after a reshape; `size-one-reductions`, `nested-reductions` and
/// `centred-sum` axes that are summed, or terms; `scaled-sums` operations on elements under a sum; `variance-form`,
/// `clamped-variance-gradient` and `centred-gradient` the forms they are named for. (`plain-variance`, which makes what
/// `variance-form` takes, never runs beside it.) So they come to rest; should two passes undo each other's work all the
/// same, an error after `roundLimit` rounds says which one still moved.
public struct Pipeline: Sendable {
  /// The passes in order.
  public let passes: [Pass]
  /// Whether the program is verified after each pass; by default in debug builds.
  public let verifiesEachPass: Bool

  /// How often all passes may run over one program. The programs in the tests need 4 to 6 rounds.
  public static let roundLimit = 64

  /// A pipeline of the given passes.
  public init(_ passes: [Pass], verifiesEachPass: Bool = Pipeline.isDebugBuild) {
    (self.passes, self.verifiesEachPass) = (passes, verifiesEachPass)
  }

  /// Calls gone, nothing computed twice or for nothing, movement of data at its shortest, sums that are
  /// known to be zero gone. Passes that are not exact in floating point state their bound.
  public static let standard = Pipeline([
    .inlineCalls, .deadCode, .constantFolding, .commonSubexpressions, .identityMovement, .movementChains,
    .sinkReshapes, .sizeOneReductions, .nestedReductions, .neutralElements, .transposedProducts,
    .varianceForm, .nonNegativeMaximum, .clampedVarianceGradient, .centredGradient, .centredSum, .scaledSums,
    .deadCode,
  ])

  /// The rewritten program and what each pass did.
  ///
  /// - Throws: the pass that broke the program, where passes are verified; the pass that found no end.
  public func callAsFunction(_ module: Module) throws(RewritingError) -> RewrittenModule {
    var run = PipelineRun(module)
    for _ in 0..<Self.roundLimit {
      let before = run.records.count
      for pass in passes { try run.apply(pass, in: self) }
      if run.records.count == before { return RewrittenModule(module: run.module, records: run.records) }
    }
    throw RewritingError(
      pass: run.records.last?.name ?? "", reason: .endless(rounds: Self.roundLimit))
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

/// A program on its way through a pipeline.
private struct PipelineRun {
  private(set) var module: Module
  private(set) var records: [PassRecord] = []
  private var counts: OpCounts
  /// The passes that changed nothing since the program last changed.
  private var resting: Set<String> = []

  init(_ module: Module) {
    self.module = module.renumbered()
    counts = OpCounts(module)
  }

  mutating func apply(_ pass: Pass, in pipeline: Pipeline) throws(RewritingError) {
    guard !resting.contains(pass.name) else { return }
    let outcome = pass.outcome(for: module)
    guard outcome.changed, outcome.value != module else {
      resting.insert(pass.name)
      return
    }
    try pipeline.verify(outcome.value, after: pass)
    let record = PassRecord(of: pass, reasons: outcome.reasons, before: counts, module: outcome.value)
    (module, counts, resting) = (record.module, record.after, [])
    records.append(record)
  }
}
