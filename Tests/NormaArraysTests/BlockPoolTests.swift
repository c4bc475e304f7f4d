import Testing

@testable import NormaArrays

@Suite struct BlockPoolTests {
  private static let size = 4 << 20

  /// The address of memory that is freed again at once.
  private func address(_ byteCount: Int, _ pool: BlockPool) -> Int {
    let memory = TensorMemory(allocating: byteCount, from: pool)
    return unsafe Int(bitPattern: memory.start)
  }

  @Test func `freed memory is used again`() {
    let pool = BlockPool(limit: 64 << 20)
    let first = address(Self.size, pool)
    #expect(pool.idleByteCount == Self.size)
    #expect(address(Self.size, pool) == first)
    // A little less fits as well, and keeps its full size for the next use.
    #expect(address(Self.size - 4096, pool) == first)
    #expect(pool.idleByteCount == Self.size)
  }

  @Test func `memory that is in use is nobody else's`() {
    let pool = BlockPool(limit: 64 << 20)
    let one = TensorMemory(allocating: Self.size, from: pool)
    let other = TensorMemory(allocating: Self.size, from: pool)
    unsafe one.start.storeBytes(of: 1, as: Int.self)
    unsafe other.start.storeBytes(of: 2, as: Int.self)
    #expect(unsafe one.start.load(as: Int.self) == 1)
    #expect(pool.idleByteCount == 0)
  }

  @Test func `a block much larger than asked for waits for another use`() {
    let pool = BlockPool(limit: 64 << 20)
    _ = address(Self.size, pool)
    _ = address(Self.size / 2, pool)
    #expect(pool.idleByteCount == Self.size / 2 * 3)
  }

  @Test func `no more than the limit waits, and what was freed last stays`() {
    let pool = BlockPool(limit: 3 * Self.size)
    do {
      let blocks = (0..<5).map { _ in TensorStorage(TensorMemory(allocating: Self.size, from: pool)) }
      #expect(blocks.count == 5)
    }
    #expect(pool.idleByteCount == 3 * Self.size)
    let last = address(2 * Self.size, pool)
    #expect(pool.idleByteCount == 3 * Self.size)
    #expect(address(2 * Self.size, pool) == last)
    _ = address(4 * Self.size, pool)
    #expect(pool.idleByteCount == 3 * Self.size)
    pool.clear()
    #expect(pool.idleByteCount == 0)
  }

  @Test func `small memory is left to the system`() {
    let pool = BlockPool(limit: 64 << 20)
    _ = address(BlockPool.leastByteCount - 1, pool)
    #expect(pool.idleByteCount == 0)
    #expect(BlockPool.shared.limit >= 64 << 20)
  }

  @Test func `threads take and free at once`() async {
    let pool = BlockPool(limit: 8 * BlockPool.leastByteCount)
    await withTaskGroup(of: Bool.self) { group in
      for mark in 0..<8 {
        group.addTask {
          (0..<50).allSatisfy { round in
            let memory = TensorMemory(allocating: BlockPool.leastByteCount + mark * 64, from: pool)
            unsafe memory.start.storeBytes(of: mark * 1000 + round, as: Int.self)
            return unsafe memory.start.load(as: Int.self) == mark * 1000 + round
          }
        }
      }
      for await isOwn in group { #expect(isOwn) }
    }
    #expect(pool.idleByteCount <= pool.limit)
  }
}
