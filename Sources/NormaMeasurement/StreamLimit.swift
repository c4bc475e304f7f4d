internal import NormaArrays
package import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How fast this machine moves memory in so many streams: what a kernel that reads and writes them once can reach.
///
/// The fastest of what does nothing else, on the same threads and over as many bytes as the kernel it is compared with:
/// a loop with plain and with streaming stores, and for a copy the system's `memcpy` in place of the plain loop. A large
/// `memcpy` may stream too; the other one is measured as well so that the limit is the machine's and not the library's.
@safe package struct StreamLimit: ~Copyable {
  /// The bytes that one element takes in each array that is read, and in each that is written: `[4]` and `[4]` for a copy of
  /// f32, `[4, 4]` and `[4]` for a sum, `[4]` and `[1]` for a rounding to eight bits.
  package struct Streams: Hashable, Sendable {
    /// The bytes of an element: 1, 2, 4 or 8.
    package let read: [Int], written: [Int]

    /// Streams of so many bytes an element each.
    package init(read: [Int], written: [Int]) { (self.read, self.written) = (read, written) }

    /// As many bytes written as read.
    package static let copy = Streams(read: [4], written: [4])
    /// True where one array becomes another of as many bytes.
    var isCopy: Bool { read.count == 1 && read == written }
    /// All of them, those that are read first.
    var all: [Int] { read + written }
  }

  /// What is moved.
  package let streams: Streams
  /// The bytes that are moved: read and written.
  package let traffic: Int
  /// Memory as arrays have it: of huge pages where it is large.
  private let arrays: [TensorStorage]
  private let blocks: Int
  private let threads: RowParallelism
  private let kernels: [(name: String, kernel: LoadedKernel)]

  /// Elements of each stream that a step of the loop moves together, a row of what is shared among threads.
  static let blockElementCount = 1024

  /// Prepares to move `byteCount` bytes in all, rounded up to whole blocks. Without a cache of kernels, or without a
  /// compiler, there is nothing but `memcpy`.
  package init(
    _ streams: Streams, byteCount: Int, threads: RowParallelism = .standard, cache: KernelCache?
  ) {
    let block = streams.all.reduce(0, +) * Self.blockElementCount
    let blocks = max(1, (byteCount + block - 1) / block)
    arrays = streams.all.enumerated().map { index, size in
      let array = TensorStorage(TensorMemory(allocating: blocks * size * Self.blockElementCount))
      // Every page is touched, for a page never written is read from one shared page of zeros.
      _ = unsafe memset(
        array.memory.start, Self.pattern(ofArray: index, in: streams), blocks * size * Self.blockElementCount)
      return array
    }
    (self.streams, self.blocks, self.threads, traffic) = (streams, blocks, threads, blocks * block)
    kernels = Self.symbols.compactMap { name, symbol in
      (try? cache?.kernel(symbol, in: Self.source(streams))).map { (name, $0) }
    }
  }

  /// What is to be timed, by name, to run in turns with a kernel. Each keeps the memory that it moves.
  package func candidates() -> [(name: String, run: () -> Void)] {
    let loops = kernels.map { name, kernel in ("\(name)\(noun)", loop(kernel)) }
    return streams.isCopy ? [("memcpy", systemCopy)] + loops.dropFirst() : loops
  }

  /// `copy`, or `loop of 4+4 -> 4 bytes an element`.
  private var noun: String {
    if streams.isCopy { return "copy" }
    let sides = [streams.read, streams.written].map { $0.map { "\($0)" }.joined(separator: "+") }
    return "loop of \(sides.joined(separator: " -> ")) bytes an element"
  }

  private var systemCopy: () -> Void {
    let (arrays, threads, blocks) = (arrays, threads, blocks)
    let size = streams.read[0] * Self.blockElementCount
    return {
      threads.forEachRange(rows: blocks, bytesPerRow: 2 * size) { range in
        let (first, count) = (range.lowerBound * size, range.count * size)
        _ = unsafe memcpy(arrays[1].memory.start + first, arrays[0].memory.start + first, count)
      }
    }
  }

  private func loop(_ kernel: LoadedKernel) -> () -> Void {
    let (arrays, threads, blocks) = (arrays, threads, blocks)
    let sizes = streams.all.map { $0 * Self.blockElementCount }
    return {
      let operands = unsafe arrays.map { unsafe Optional($0.memory.start) }
      unsafe kernel.call(
        operands: operands, rowStrides: sizes.map { Int64($0) }, rows: blocks,
        bytesPerRow: sizes.reduce(0, +), on: threads)
      withExtendedLifetime(arrays) {}
    }
  }

  /// The fastest one's rate, from its median over so many rounds.
  package func measured(rounds: Int = 9) -> Bandwidth {
    let seconds = Stopwatch.compare(candidates(), rounds: rounds).map(\.seconds.median)
    return Bandwidth(bytes: traffic, seconds: seconds.min() ?? .infinity)
  }

  // MARK: - That bytes are moved

  /// The byte that fills an array: 1, 2, ... in those that are read, 0 in those that are written.
  private static func pattern(ofArray index: Int, in streams: Streams) -> Int32 {
    index < streams.read.count ? Int32(index + 1) : 0
  }

  /// True if every byte written is the sum of what was read for it.
  var isMoved: Bool {
    let smallest = streams.all.min() ?? 1
    let sum = streams.read.enumerated().reduce(0) { $0 + ($1.offset + 1) * ($1.element / smallest) }
    return zip(arrays, streams.all).dropFirst(streams.read.count).allSatisfy { array, size in
      let bytes = unsafe UnsafeRawBufferPointer(
        start: array.memory.start, count: blocks * size * Self.blockElementCount)
      return unsafe bytes.allSatisfy { $0 == UInt8(truncatingIfNeeded: sum) }
    }
  }

  /// Makes every byte that is written another one.
  func spoil() {
    for (array, size) in zip(arrays, streams.all).dropFirst(streams.read.count) {
      _ = unsafe memset(array.memory.start, 0, blocks * size * Self.blockElementCount)
    }
  }
}
