public import StableHLO

/// Why a pass changed something, and how often for this reason.
public struct RewritingReason: Hashable, Sendable {
  /// A sentence with the widths and element types that were found.
  public let text: String
  /// How often.
  public let count: Int

  /// A reason and how often it was found.
  public init(text: String, count: Int) { (self.text, self.count) = (text, count) }
}

/// What one run of a pass changed.
public struct PassRecord: Sendable {
  /// The pass's name.
  public let name: String
  /// What the pass does, in one sentence.
  public let summary: String
  /// What the pass matches and makes.
  public let law: Law?
  /// How far the pass lets results differ.
  public let exactness: Exactness
  /// Why it fired, each reason once, in order.
  public let reasons: [RewritingReason]
  /// The operations before and after it.
  public let before: OpCounts, after: OpCounts
  /// The program after it.
  public let module: Module

  init(of pass: Pass, reasons: [String], before: OpCounts, module: Module) {
    (name, summary, law, exactness) = (pass.name, pass.summary, pass.law, pass.exactness)
    (self.before, after, self.module) = (before, OpCounts(module), module)
    self.reasons = reasons.counted
  }
}

/// A program after a pipeline, and the steps that led there.
public struct RewrittenModule: Sendable {
  /// The program after all passes.
  public let module: Module
  /// One record for each run of a pass that changed something, in order.
  public let records: [PassRecord]
}

extension [String] {
  /// Each sentence once, in order of first appearance, with its count.
  fileprivate var counted: [RewritingReason] {
    var counts: [String: Int] = [:]
    var order = [String]()
    for text in self {
      if counts[text] == nil { order.append(text) }
      counts[text, default: 0] += 1
    }
    return order.map { RewritingReason(text: $0, count: counts[$0] ?? 0) }
  }
}
