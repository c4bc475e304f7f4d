internal import NormaArrays

/// How a row kernel runs. No choice here changes a bit of any result: the reduction tree is fixed by
/// the width alone.
///
/// Its text as JSON is what the tuner keeps. A new field gets its candidates in `Schedule+Space`.
public struct Schedule: Hashable, Sendable, Codable {
  /// What is asked of memory before it is needed; nil leaves that to the processor.
  public var prefetch: Prefetch?
  /// When outputs are written past the caches.
  public var streaming: Streaming
  /// How many turns of a pass's loop stand one after another in the machine's code; nil leaves that to the compiler.
  public var unroll: Int?

  /// When two rows are worked on at once.
  public var pairs: Pairs

  /// A schedule of the given choices.
  public init(
    prefetch: Prefetch?, streaming: Streaming = .bySize, unroll: Int? = nil, pairs: Pairs = .never
  ) {
    (self.prefetch, self.streaming, self.unroll, self.pairs) = (prefetch, streaming, unroll, pairs)
  }

  /// When two rows are worked on at once, so that one computes while the other waits.
  public enum Pairs: String, Hashable, Sendable, CaseIterable, Codable {
    case never
    /// Where all rows together stay within the caches: beyond, longer bursts of reading and storing cost more.
    case whereCached = "where-cached"
    case always
  }

  /// When outputs are written past the caches, so that a line which is written whole need not be read first.
  public enum Streaming: String, Hashable, Sendable, CaseIterable, Codable {
    /// Where all rows together exceed the last cache, which is known when the kernel is called.
    case bySize = "by-size"
    case never, always
  }

  /// Rows that are on their way while another is worked on.
  public struct Prefetch: Hashable, Sendable, Codable {
    /// How many rows ahead of the one that is worked on, or tiles of rows that interleave; at least one.
    public var distance: Int
    /// The passes that ask.
    public var pass: Pass

    /// Which of a row's passes ask for another row.
    public enum Pass: String, Hashable, Sendable, CaseIterable, Codable {
      /// The first.
      case first
      /// The last, which stores.
      case last
      /// All before the last, which take turns of the cache lines.
      case allButLast = "all-but-last"
    }

    /// A prefetch of the row `distance` rows ahead.
    public init(distance: Int, pass: Pass) { (self.distance, self.pass) = (distance, pass) }
  }

  /// The choice made without measuring: the cost model.
  public static func heuristic(for kernel: RowKernel) -> Schedule {
    Schedule(prefetch: .heuristic(for: kernel), pairs: .heuristic(for: kernel))
  }
}

extension Schedule.Pairs {
  /// Bytes of a row of which two are in the nearest cache beside what their columns share.
  private static let longest = 16_384
  /// Bytes of a row whose burst of stores is short.
  private static let shortest = 2048

  /// A single pass waits for nothing. Two leave little to wait for, and are bound by memory beyond the caches.
  ///
  /// Measured on two threads, AVX-512, time with pairs to time without: LayerNorm of 1024 x 1024 f32 0.74, bf16 0.86, its
  /// gradient 0.73 and 0.74; of 65,536 x 1024, where each row alone is better but for bf16, f32 1.13, bf16 0.88.
  static func heuristic(for kernel: RowKernel) -> Schedule.Pairs {
    let bytes = kernel.longestInputRow
    if bytes > longest || kernel.sweeps.count < 2 { return .never }
    return bytes <= shortest && kernel.sweeps.count > 2 ? .always : .whereCached
  }
}

extension RowKernel {
  /// Bytes of the longest row that is read.
  fileprivate var longestInputRow: Int {
    inputs.map { $0.layout == .element ? width * $0.type.byteCount : 0 }.max() ?? 0
  }

  /// True where a row's elements take fewer bytes as they are written than as they are read.
  fileprivate var storesLess: Bool {
    let read = inputs.filter { $0.layout == .element }.map(\.type.byteCount)
    return outputs.filter { $0.layout == .element }.map(\.type.byteCount).reduce(0, +) < read.reduce(0, +)
  }
}

extension Schedule.Prefetch {
  /// Bytes of a row beyond which one that is two rows ahead would leave the nearest cache again.
  private static let farthest = 16_384

  /// Bytes of a row that is done before the next one has come, where it stores less than it reads.
  private static let short = 2048

  /// Bytes of a row below which the next one is too near to be worth asking for.
  private static let nearest = 1024

  /// Rows of at least four cache lines are worth a prefetch, short ones some rows ahead; shorter ones are found by the
  /// processor itself.
  ///
  /// With three passes those before the last ask for the next row, so that memory has work while nothing is stored. With
  /// two the first is too short for it, and the last asks for the row after the next: the next one would come too late.
  /// Measured on two threads, AVX-512, as a share of a streaming copy of f32: LayerNorm of 4096 x 4096 0.93, and 0.88 with
  /// the first pass alone, 0.66 with the last; of 65,536 x 1024 0.96, 0.91 and 0.84.
  ///
  /// A row that stores less than it reads is sooner done with its last pass, in which nothing is asked for: short ones ask for
  /// the row after the next. 65,536 x 1024 bf16 rounded to eight bits: RMSNorm 0.88 of such a copy, and 0.80 with the next row,
  /// LayerNorm 0.68 and 0.65.
  ///
  /// Rows that interleave are in no order that the processor could find by itself: the last pass asks for the next tile.
  /// Measured for RMSNorm over axis 1 of 4x64x256x256 f32, two threads, AVX-512: 0.90 of a streaming copy, and 0.57 without.
  static func heuristic(for kernel: RowKernel) -> Schedule.Prefetch? {
    if kernel.isInterleaved { return Schedule.Prefetch(distance: 1, pass: .last) }
    // Rows that are divided into segments ask for what comes in the same row.
    guard kernel.width >= 128, kernel.segments == nil else { return nil }
    if kernel.longestInputRow < nearest { return Schedule.Prefetch(distance: 4, pass: .last) }
    if kernel.sweeps.count > 2 {
      let isSoonDone = kernel.storesLess && kernel.longestInputRow <= short
      return Schedule.Prefetch(distance: isSoonDone ? 2 : 1, pass: .allButLast)
    }
    return Schedule.Prefetch(distance: kernel.longestInputRow <= farthest ? 2 : 1, pass: .last)
  }
}
