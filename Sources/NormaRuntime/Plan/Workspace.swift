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

  init(arenaByteCount: Int, operandCount: Int) {
    unsafe arena = .allocate(byteCount: max(1, arenaByteCount), alignment: 64)
    unsafe operands = .allocate(capacity: max(1, operandCount))
    unsafe strides = .allocate(capacity: max(1, operandCount))
  }

  deinit {
    unsafe arena.deallocate()
    unsafe operands.deallocate()
    unsafe strides.deallocate()
  }
}

/// Workspaces that wait to be used again, so that a run in a loop allocates nothing.
final class WorkspacePool: Sendable {
  private let idle = Locked<[Workspace]>([])
  private let arenaByteCount: Int
  private let operandCount: Int

  init(arenaByteCount: Int, operandCount: Int) {
    (self.arenaByteCount, self.operandCount) = (arenaByteCount, operandCount)
  }

  /// A workspace that nobody else uses until it is given back.
  func take() -> Workspace {
    idle.withLock { $0.popLast() }
      ?? Workspace(arenaByteCount: arenaByteCount, operandCount: operandCount)
  }

  func giveBack(_ workspace: Workspace) { idle.withLock { $0.append(workspace) } }
}
