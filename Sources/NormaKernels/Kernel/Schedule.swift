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

  /// A schedule of the given choices.
  public init(prefetch: Prefetch?, streaming: Streaming = .bySize, unroll: Int? = nil) {
    (self.prefetch, self.streaming, self.unroll) = (prefetch, streaming, unroll)
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
    /// The pass that asks: the first, or the last, which stores.
    public var pass: Pass

    /// Which of a row's passes asks for another row.
    public enum Pass: String, Hashable, Sendable, CaseIterable, Codable {
      case first, last
    }

    /// A prefetch of the row `distance` rows ahead.
    public init(distance: Int, pass: Pass) { (self.distance, self.pass) = (distance, pass) }
  }

  /// The choice made without measuring: the cost model.
  public static func heuristic(for kernel: RowKernel) -> Schedule {
    Schedule(prefetch: .heuristic(for: kernel))
  }
}

extension Schedule.Prefetch {
  /// Bytes of a row beyond which one that is two rows ahead would leave the nearest cache again.
  private static let farthest = 16_384

  /// Rows of at least 16 cache lines are worth a prefetch; shorter ones are found by the processor itself.
  ///
  /// The row after the next: the next one alone is too late for a pass that takes less time than memory. With three
  /// passes the first asks, so that memory has work while nothing is stored; with two the first is too short for it.
  /// Measured for 16,384 rows of 1024 f32, one thread, AVX-512, as a share of a streaming copy: LayerNorm 0.76 with the
  /// next row in the last pass, 0.83 with the one after it, 0.90 with that in the first pass; RMSNorm 0.91, 0.95, 0.70.
  ///
  /// Rows that interleave are in no order that the processor could find by itself: the last pass asks for the next tile.
  /// Measured for RMSNorm over axis 1 of 4x64x256x256 f32, two threads, AVX-512: 0.90 of a streaming copy, and 0.57 without.
  static func heuristic(for kernel: RowKernel) -> Schedule.Prefetch? {
    if kernel.isInterleaved { return Schedule.Prefetch(distance: 1, pass: .last) }
    // Rows that are divided into segments ask for what comes in the same row.
    guard kernel.width >= 256, kernel.segments == nil else { return nil }
    let bytes = kernel.inputs.map { $0.layout == .element ? kernel.width * $0.type.byteCount : 0 }.max() ?? 0
    return Schedule.Prefetch(
      distance: bytes <= farthest ? 2 : 1, pass: kernel.sweeps.count > 2 ? .first : .last)
  }
}
