/// How a row kernel runs. No choice here changes a bit of any result: the reduction tree is fixed by
/// the width alone.
public struct Schedule: Hashable, Sendable {
  /// Keep values of costly functions (exp, tanh, ...) in a buffer on the stack when a later pass needs
  /// them again, instead of computing them twice.
  public var holdsCostlyValues: Bool
  /// Ask for the next row while the last pass stores this one.
  public var prefetchesNextRow: Bool
  /// Rows that one task takes at least, so that a task costs more than handing it over.
  public var rowsPerTask: Int

  /// A schedule of the given choices.
  public init(holdsCostlyValues: Bool, prefetchesNextRow: Bool, rowsPerTask: Int) {
    self.holdsCostlyValues = holdsCostlyValues
    self.prefetchesNextRow = prefetchesNextRow
    self.rowsPerTask = rowsPerTask
  }

  /// The choice made without measuring.
  ///
  /// Costly values are held while they fit 64 KiB of stack. Rows of at least 16 cache lines are worth
  /// a prefetch; shorter ones are found by the processor itself. A task takes at least 16 Ki elements,
  /// about 5 us of work against the 0.6 us that a parallel region costs.
  public static func heuristic(for kernel: RowKernel) -> Schedule {
    Schedule(
      holdsCostlyValues: kernel.width * 8 <= 65_536,
      prefetchesNextRow: kernel.width >= 256,
      rowsPerTask: max(1, 16_384 / max(1, kernel.width)))
  }
}

extension Schedule: CustomStringConvertible {
  /// The choices, a line each.
  public var description: String {
    """
    costly values between passes: \(holdsCostlyValues ? "held on the stack" : "computed again")
    next row: \(prefetchesNextRow ? "prefetched while this one is stored" : "left to the processor")
    rows per task: at least \(rowsPerTask)
    """
  }
}
