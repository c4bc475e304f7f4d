internal import NormaArrays

/// How a row kernel runs. No choice here changes a bit of any result: the reduction tree is fixed by
/// the width alone.
public struct Schedule: Hashable, Sendable {
  /// Keep values of costly functions (exp, tanh, ...) in a buffer on the stack when a later pass needs
  /// them again, instead of computing them twice.
  public var holdsCostlyValues: Bool
  /// What is asked of memory before it is needed; nil leaves that to the processor.
  public var prefetch: Prefetch?

  /// When two rows are worked on at once.
  public var pairs: Pairs

  /// A schedule of the given choices.
  public init(holdsCostlyValues: Bool, prefetch: Prefetch?, pairs: Pairs = .never) {
    self.holdsCostlyValues = holdsCostlyValues
    self.prefetch = prefetch
    self.pairs = pairs
  }

  /// When two rows are worked on at once, so that one computes while the other waits.
  public enum Pairs: String, Hashable, Sendable, CaseIterable {
    case never
    /// Where all rows together stay within the caches: beyond, longer bursts of reading and storing cost more.
    case whereCached
    case always
  }

  /// Rows that are on their way while another is worked on.
  public struct Prefetch: Hashable, Sendable {
    /// How many rows ahead of the one that is worked on; at least one.
    public var distance: Int
    /// The passes that ask.
    public var pass: Pass

    /// Which of a row's passes ask for another row.
    public enum Pass: String, Hashable, Sendable, CaseIterable {
      /// The first.
      case first
      /// The last, which stores.
      case last
      /// All before the last, which take turns of the cache lines.
      case allButLast
    }

    /// A prefetch of the row `distance` rows ahead.
    public init(distance: Int, pass: Pass) { (self.distance, self.pass) = (distance, pass) }
  }

  /// The choice made without measuring.
  ///
  /// Costly values are held while they fit 64 KiB of stack.
  public static func heuristic(for kernel: RowKernel) -> Schedule {
    Schedule(
      holdsCostlyValues: kernel.width * 8 <= 65_536, prefetch: .heuristic(for: kernel),
      pairs: .heuristic(for: kernel))
  }
}

extension Schedule.Pairs {
  /// Bytes of a row of which two are in the nearest cache beside what their columns share.
  private static let longest = 16_384
  /// Bytes of a row whose burst of stores is short.
  private static let shortest = 2048

  /// Two passes leave little to wait for, and are bound by memory beyond the caches.
  static func heuristic(for kernel: RowKernel) -> Schedule.Pairs {
    let bytes = kernel.longestInputRow
    if bytes > longest { return .never }
    return bytes <= shortest && kernel.sweeps.count > 2 ? .always : .whereCached
  }
}

extension RowKernel {
  /// Bytes of the longest row that is read.
  fileprivate var longestInputRow: Int {
    inputs.map { $0.layout == .element ? width * $0.type.byteCount : 0 }.max() ?? 0
  }
}

extension Schedule.Prefetch {
  /// Bytes of a row beyond which one that is two rows ahead would leave the nearest cache again.
  private static let farthest = 16_384

  /// Rows of at least 16 cache lines are worth a prefetch; shorter ones are found by the processor itself.
  ///
  /// With three passes those before the last ask for the next row, so that memory has work while nothing is stored. With
  /// two the first is too short for it, and the last asks for the row after the next: the next one would come too late.
  /// Measured on two threads, AVX-512, as a share of a streaming copy of f32: LayerNorm of 4096 x 4096 0.93, and 0.88 with
  /// the first pass alone, 0.66 with the last; of 65,536 x 1024 0.96, 0.91 and 0.84.
  static func heuristic(for kernel: RowKernel) -> Schedule.Prefetch? {
    guard kernel.width >= 256 else { return nil }
    if kernel.sweeps.count > 2 { return Schedule.Prefetch(distance: 1, pass: .allButLast) }
    return Schedule.Prefetch(distance: kernel.longestInputRow <= farthest ? 2 : 1, pass: .last)
  }
}

extension Schedule: CustomStringConvertible {
  /// The choices, a line each.
  public var description: String {
    let rows =
      prefetch.map {
        "the row \($0.distance) ahead is asked for in \($0.pass.words)"
      } ?? "left to the processor"
    return """
      costly values between passes: \(holdsCostlyValues ? "held on the stack" : "computed again")
      rows to come: \(rows)
      rows at once: \(pairs.words)
      outputs: past the caches where all rows together exceed the last one
      """
  }
}

extension Schedule.Prefetch.Pass {
  /// The passes, for a sentence.
  var words: String {
    switch self {
    case .first: "the first pass"
    case .last: "the last pass"
    case .allButLast: "the passes before the last"
    }
  }
}

extension Schedule.Pairs {
  /// How many, and when.
  var words: String {
    switch self {
    case .never: "one"
    case .whereCached: "two, and one where all rows together exceed the last cache"
    case .always: "two"
    }
  }
}
