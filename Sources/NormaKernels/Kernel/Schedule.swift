/// How a row kernel runs. No choice here changes a bit of any result: the reduction tree is fixed by
/// the width alone.
public struct Schedule: Hashable, Sendable {
  /// Keep values of costly functions (exp, tanh, ...) in a buffer on the stack when a later pass needs
  /// them again, instead of computing them twice.
  public var holdsCostlyValues: Bool
  /// Ask for the next row while the last pass stores this one.
  public var prefetchesNextRow: Bool

  /// A schedule of the given choices.
  public init(holdsCostlyValues: Bool, prefetchesNextRow: Bool) {
    self.holdsCostlyValues = holdsCostlyValues
    self.prefetchesNextRow = prefetchesNextRow
  }

  /// The choice made without measuring.
  ///
  /// Costly values are held while they fit 64 KiB of stack. Rows of at least 16 cache lines are worth
  /// a prefetch; shorter ones are found by the processor itself.
  public static func heuristic(for kernel: RowKernel) -> Schedule {
    Schedule(
      holdsCostlyValues: kernel.width * 8 <= 65_536,
      prefetchesNextRow: kernel.width >= 256)
  }
}

extension Schedule: CustomStringConvertible {
  /// The choices, a line each.
  public var description: String {
    """
    costly values between passes: \(holdsCostlyValues ? "held on the stack" : "computed again")
    next row: \(prefetchesNextRow ? "prefetched while this one is stored" : "left to the processor")
    outputs: past the caches where all rows together exceed the last one
    """
  }
}
