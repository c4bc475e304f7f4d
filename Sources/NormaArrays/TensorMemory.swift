#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The one owner of tensor memory: it frees or unmaps what it holds, exactly once.
///
/// Memory is either allocated (64-byte aligned) or a mapped file. Arrays share it through `TensorStorage`. Large blocks
/// are kept for the next use when they are freed; see `BlockPool`.
@safe package struct TensorMemory: ~Copyable, @unchecked Sendable {
  /// The alignment of allocated memory, a cache line and the widest vector register.
  package static let alignment = 64

  /// The first byte.
  package let start: UnsafeMutableRawPointer
  /// The number of bytes.
  package let byteCount: Int
  /// False for a mapped input file: writing to it would be a fault.
  package let isWritable: Bool
  private let isMapped: Bool
  /// The pool that the memory goes back to, and with how many bytes; nil for small or mapped memory.
  private let pool: BlockPool?
  private let capacity: Int

  /// From this size on, memory asks for huge pages of 2 MiB. First touch of 64 MB: 17 GB/s with them, 1.9 GB/s without
  /// (Linux 6.18, Xeon with AVX-512, 2026-11).
  private static let hugeByteCount = 4 << 20
  private static let hugePage = 2 << 20

  /// Allocates so many bytes, not initialised.
  ///
  /// - Parameter pool: What large blocks are taken from and go back to.
  package init(allocating byteCount: Int, from pool: BlockPool = .shared) {
    let isLarge = byteCount >= BlockPool.leastByteCount
    let block = (isLarge ? pool.take(byteCount) : nil) ?? Self.newBlock(byteCount)
    unsafe start = unsafe block.start
    (self.byteCount, isWritable, isMapped) = (byteCount, true, false)
    (self.pool, capacity) = (isLarge ? pool : nil, block.byteCount)
  }

  private static func newBlock(_ byteCount: Int) -> BlockPool.Block {
    var start: UnsafeMutableRawPointer?
    let isHuge = byteCount >= Self.hugeByteCount
    let status = unsafe posix_memalign(&start, isHuge ? Self.hugePage : Self.alignment, max(byteCount, 1))
    guard status == 0, let start = unsafe start else {
      preconditionFailure("out of memory: an array of \(byteCount) bytes does not fit")
    }
    #if os(Linux)
      // Advice only: where it is refused, small pages serve as well.
      if isHuge { unsafe madvise(start, byteCount, MADV_HUGEPAGE) }
    #endif
    return unsafe BlockPool.Block(start: start, byteCount: byteCount)
  }

  /// Maps the first bytes of an open file; the file may be closed afterwards.
  ///
  /// - Parameters:
  ///   - descriptor: an open file that holds at least `byteCount` bytes, at least one.
  ///   - isWritable: whether what is written to memory goes to the file.
  /// - Throws: what the system reports when it refuses the mapping.
  package init(mapping descriptor: CInt, byteCount: Int, isWritable: Bool) throws(SystemError) {
    let protection = isWritable ? PROT_READ | PROT_WRITE : PROT_READ
    let start = unsafe mmap(nil, byteCount, protection, MAP_SHARED, descriptor, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { throw SystemError.last }
    unsafe self.start = start
    (self.byteCount, self.isWritable, isMapped) = (byteCount, isWritable, true)
    (pool, capacity) = (nil, byteCount)
  }

  deinit {
    if isMapped {
      unsafe munmap(start, byteCount)
    } else if let pool {
      unsafe pool.giveBack(BlockPool.Block(start: start, byteCount: capacity))
    } else {
      unsafe free(start)
    }
  }
}

/// Memory shared by an array and its views. A class because sharing needs identity.
package final class TensorStorage: Sendable {
  package let memory: TensorMemory

  package init(_ memory: consuming TensorMemory) { self.memory = memory }
}

/// An error number of the system, for example "No space left on device".
package struct SystemError: Error, Hashable, Sendable {
  package let number: CInt

  package init(number: CInt) { self.number = number }

  /// What the last failed system call of this thread reported.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's words for the number.
  package var text: String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }
}
