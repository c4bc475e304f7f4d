internal import NormaArrays

/// The memory one run of a plan needs besides its arguments and results.
///
/// A class because it is lent: one run at a time uses it, and gives it back.
@safe final class Workspace: @unchecked Sendable {
  /// Memory for the values between the steps.
  let arena: UnsafeMutableRawPointer
  /// Room for the pointers and row strides that one kernel is called with.
  let operands: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  let strides: UnsafeMutablePointer<Int64>
  /// Room for what the segments of wide rows leave in a pass.
  let partials: UnsafeMutablePointer<Double>

  init(arenaByteCount: Int, operandCount: Int, partialCount: Int) {
    unsafe partials = .allocate(capacity: max(1, partialCount))
    unsafe arena = .allocate(byteCount: max(1, arenaByteCount), alignment: 64)
    unsafe operands = .allocate(capacity: max(1, operandCount))
    unsafe strides = .allocate(capacity: max(1, operandCount))
  }

  deinit {
    unsafe arena.deallocate()
    unsafe operands.deallocate()
    unsafe strides.deallocate()
    unsafe partials.deallocate()
  }
}

/// Workspaces that wait to be used again, so that a run in a loop allocates nothing.
final class WorkspacePool: Sendable {
  private let idle = Locked<[Workspace]>([])
  private let arenaByteCount: Int
  private let operandCount: Int
  private let partialCount: Int

  init(arenaByteCount: Int, operandCount: Int = 0, partialCount: Int = 0) {
    (self.arenaByteCount, self.operandCount) = (arenaByteCount, operandCount)
    self.partialCount = partialCount
  }

  /// A workspace that nobody else uses until it is given back.
  func take() -> Workspace {
    idle.withLock { $0.popLast() }
      ?? Workspace(
        arenaByteCount: arenaByteCount, operandCount: operandCount, partialCount: partialCount)
  }

  func giveBack(_ workspace: Workspace) { idle.withLock { $0.append(workspace) } }
}
