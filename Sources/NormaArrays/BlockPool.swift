#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Large blocks of memory that were freed and wait to be used again: the system would have to clear their pages anew, which
/// takes longer than a norm over them.
///
/// The blocks that wait are never more than `limit` bytes together; the one freed longest ago goes first. A class because
/// all memory that comes from it goes back to it, from any thread.
@safe package final class BlockPool: Sendable {
  /// A block of memory that nobody uses.
  @safe struct Block: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    let byteCount: Int
  }

  /// The pool of this process: at most an eighth of the memory that it may use.
  package static let shared = BlockPool(limit: usableByteCount / 8)

  /// Smaller blocks are left to `malloc`, which keeps them itself.
  package static let leastByteCount = 1 << 20

  /// Bytes that may wait.
  package let limit: Int
  /// The blocks that wait, the one freed last at the end.
  private let idle = Locked<[Block]>([])

  /// A pool that keeps at most so many bytes.
  package init(limit: Int) { self.limit = limit }

  deinit { clear() }

  /// Bytes that wait.
  package var idleByteCount: Int { idle.withLock { Self.byteCount(of: $0) } }

  /// Frees all blocks that wait.
  package func clear() {
    let blocks = idle.withLock { idle in
      defer { idle = [] }
      return idle
    }
    for block in blocks { unsafe free(block.start) }
  }

  /// A block that waits and fits: at least so many bytes, at most a quarter more. Of several the one freed last.
  func take(_ byteCount: Int) -> Block? {
    idle.withLock { idle in
      let fitting = idle.lastIndex { byteCount...byteCount + byteCount / 4 ~= $0.byteCount }
      return fitting.map { idle.remove(at: $0) }
    }
  }

  /// Lets a block wait, or frees it where it alone exceeds the limit.
  func giveBack(_ block: Block) {
    guard block.byteCount <= limit else { return unsafe free(block.start) }
    let dropped = idle.withLock { idle in
      idle.append(block)
      var excess = Self.byteCount(of: idle) - limit
      let count = idle.prefix { block in
        defer { excess -= block.byteCount }
        return excess > 0
      }.count
      defer { idle.removeFirst(count) }
      return Array(idle.prefix(count))
    }
    for block in dropped { unsafe free(block.start) }
  }

  private static func byteCount(of blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.byteCount } }

  // MARK: - The machine

  /// The machine's memory, or what this process's control group may use of it.
  private static var usableByteCount: Int {
    let physical = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return controlGroupLimit().map { min($0, physical) } ?? physical
  }

  /// What Linux writes as a number, or as `max`.
  private static func controlGroupLimit() -> Int? {
    let descriptor = unsafe open("/sys/fs/cgroup/memory.max", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    return Int(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self))
  }
}
