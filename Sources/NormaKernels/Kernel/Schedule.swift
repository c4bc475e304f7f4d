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

  /// When several rows are worked on at once.
  public var pairs: Pairs

  /// A schedule of the given choices.
  public init(
    prefetch: Prefetch?, streaming: Streaming = .bySize, unroll: Int? = nil, pairs: Pairs = .never
  ) {
    (self.prefetch, self.streaming, self.unroll, self.pairs) = (prefetch, streaming, unroll, pairs)
  }

  /// When several rows are worked on at once, so that one computes while another waits: two, or sixteen short ones.
  public enum Pairs: String, Hashable, Sendable, CaseIterable, Codable {
    case never
    /// Where all rows together stay within the caches: beyond, longer bursts of reading and storing cost more.
    case whereCached = "where-cached"
    case always
  }

  /// When outputs are written past the caches, so that a line which is written whole need not be read first.
  public enum Streaming: String, Hashable, Sendable, CaseIterable, Codable {
    /// Where not all rows stay in the last cache together, which is known when the kernel is called.
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
      /// The last, and for every fourth cache line the first.
      case mostlyLast = "mostly-last"
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
  /// Columns whose sums over rows do not stay in the nearest cache.
  private static let manyColumns = 4096
  /// Bytes of a row whose burst of stores is short beside three passes.
  private static let shortInThreePasses = 2048

  /// A single pass waits for nothing. Long rows are bound by memory beyond the caches, where longer bursts of reading and
  /// storing cost more; short ones take more instructions than memory does.
  ///
  /// Measured on two threads, AVX-512, as shares of a streaming copy, one row and sixteen: LayerNorm of 131,072 x 256 f32
  /// 0.95 and 0.92, of 131,072 x 128 0.80 and 0.96, of 262,144 x 64 0.56 and 0.85; bf16 0.71 and 0.93, 0.40 and 0.78, 0.27
  /// and 0.57. Two rows of 1024 from memory, time to that of one: f32 1.13. With a third pass, two rows of up to 2 KiB are
  /// better from memory too: LayerNorm of 65,536 x 1024 bf16 rounded to eight bits 0.77, and 0.59 one by one.
  ///
  /// Where sums over rows are kept beside long rows, two rows read and write them once. LayerNorm's gradient, time to that of
  /// one row: 4096 x 4096 f32 0.91 to 0.95, bf16 0.89 to 0.97; 16,384 x 2048 f32 1.05.
  static func heuristic(for kernel: RowKernel) -> Schedule.Pairs {
    if kernel.longestInputRow > longest || kernel.sweeps.count < 2 { return .never }
    if kernel.keepsSumsOverRows, kernel.sweeps[0].isTakenInTurn, kernel.width >= manyColumns {
      return .always
    }
    let short = kernel.sweeps.count > 2 ? shortInThreePasses : Schedule.Prefetch.nearest - 1
    return kernel.longestInputRow <= short ? .always : .whereCached
  }
}

extension RowKernel {
  /// Bytes of the longest row that is read.
  var longestInputRow: Int {
    inputs.map { $0.layout == .element ? width * $0.type.byteCount : 0 }.max() ?? 0
  }

  /// True where a row's elements take fewer bytes as they are written than as they are read.
  fileprivate var storesLess: Bool {
    let read = inputs.filter { $0.layout == .element }.map(\.type.byteCount)
    return outputs.filter { $0.layout == .element }.map(\.type.byteCount).reduce(0, +) < read.reduce(0, +)
  }
}

extension RowKernel {
  /// True where sums over rows are added to at whole vectors.
  fileprivate var keepsSumsOverRows: Bool { !columnOutputs.isEmpty && width % CEmitter.lanes == 0 }

  /// Bytes of what is read for each column.
  fileprivate var bytesOfColumns: Int {
    inputs.reduce(0) { $0 + ($1.layout == .column ? width * $1.type.byteCount : 0) }
  }
}

extension Schedule.Prefetch {
  /// Bytes of a row beyond which one that is two rows ahead would leave the nearest cache again.
  private static let farthest = 16_384

  /// Bytes of a row that is done before the next one has come, where it stores less than it reads.
  private static let soonDone = 4096

  /// Bytes of a short row.
  fileprivate static let nearest = 1024

  /// Rows of at least 64 columns are worth a prefetch; shorter ones are found by the processor itself.
  ///
  /// With three passes those before the last ask for the next row, so that memory has work while nothing is stored. With
  /// two the first is too short for it, and the last asks for the row after the next: the next one would come too late. But
  /// where a long row is met by more than its own bytes in the last pass, some of what that asks for is evicted before it is
  /// used, and the first pass asks for a fourth of the lines, the last for the others. Measured on two threads, AVX-512, as
  /// shares of a streaming copy, in the last pass and in the first: RMSNorm of 4096 x 4096 f32 0.99 and 0.72, of
  /// 16,384 x 8191 0.89 and 0.72; LayerNorm of 16,384 x 2048 f32 0.87 and 0.77. In the last, in both, and in the first:
  /// LayerNorm of 4096 x 4096 0.91, 0.94 and 0.87, of 4096 x 5000 0.81, 0.88 and 0.82, of 8192 x 8191 0.77, 0.83 and 0.80
  /// where memory is what bounds a copy (50 to 60 GB/s); 0.72, 0.78 and 0.92 for the first of them where it is not (80 to
  /// 100 GB/s).
  ///
  /// The first pass alone asks where sums over rows are read and written beside a long row, time to that of the last asking:
  /// RMSNorm's gradient of 4096 x 8192 f32 0.85, LayerNorm's 0.92 to 0.97; of 4096 x 4096 0.96 to 1.0, two rows at once 0.93
  /// to 0.98.
  ///
  /// A row that stores less than it reads is sooner done with its last pass, in which nothing is asked for: short ones ask for
  /// the row after the next. 65,536 x 1024 rounded to eight bits, of a loop over as many bytes: LayerNorm f32 0.70, and 0.62 with
  /// the next row, RMSNorm 0.70 and 0.53, bf16 0.88 and 0.80.
  ///
  /// Rows that interleave are in no order that the processor could find by itself: the last pass asks for the next tile.
  /// Measured for RMSNorm over axis 1 of 4x64x256x256 f32, two threads, AVX-512: 0.90 of a streaming copy, and 0.57 without.
  static func heuristic(for kernel: RowKernel) -> Schedule.Prefetch? {
    if kernel.isInterleaved { return Schedule.Prefetch(distance: 1, pass: .last) }
    // Rows that are divided into segments ask for what comes in the same row.
    guard kernel.width >= RowKernel.narrowestInSingle, kernel.segments == nil else { return nil }
    if kernel.longestInputRow < nearest { return Schedule.Prefetch(distance: 2, pass: .last) }
    if kernel.sweeps.count > 2 {
      let isSoonDone = kernel.storesLess && kernel.longestInputRow <= soonDone
      return Schedule.Prefetch(distance: isSoonDone ? 2 : 1, pass: .allButLast)
    }
    if meetsSumsOverRows(kernel) { return Schedule.Prefetch(distance: 1, pass: .first) }
    if kernel.longestInputRow >= farthest, kernel.bytesOfColumns > kernel.longestInputRow {
      return Schedule.Prefetch(distance: 1, pass: .mostlyLast)
    }
    return Schedule.Prefetch(distance: kernel.longestInputRow <= farthest ? 2 : 1, pass: .last)
  }

  /// True where the last pass over a long row meets sums over rows.
  private static func meetsSumsOverRows(_ kernel: RowKernel) -> Bool {
    let row = kernel.longestInputRow
    guard row >= farthest, kernel.keepsSumsOverRows, kernel.sweeps.count == 2 else { return false }
    return row > farthest || kernel.sweeps[0].isTakenInTurn
  }
}
