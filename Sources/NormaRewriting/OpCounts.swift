public import StableHLO

/// How many operations a program has, those inside regions included.
public struct OpCounts: Hashable, Sendable {
  /// Reductions.
  public private(set) var reduces = 0
  /// Values that reductions give: a reduction of several inputs at once counts each of its results.
  public private(set) var reducedValues = 0
  /// Broadcasts.
  public private(set) var broadcasts = 0
  /// Operations of every kind, constants included.
  public private(set) var all = 0

  /// The counts of all functions of a module.
  public init(_ module: Module) {
    for function in module.functions { count(function.body) }
  }

  /// The counts of one function.
  public init(_ function: Function) { count(function.body) }

  private mutating func count(_ region: Region) {
    for instruction in region.instructions {
      all += 1
      if case .reduce = instruction.operation {
        reduces += 1
        reducedValues += instruction.results.count
      }
      if case .broadcastInDim = instruction.operation { broadcasts += 1 }
      instruction.operation.regions.forEach { count($0) }
    }
  }
}

extension OpCounts: CustomStringConvertible {
  /// The counts in words.
  public var description: String { "\(reduces) reduces, \(broadcasts) broadcasts, \(all) operations" }
}
