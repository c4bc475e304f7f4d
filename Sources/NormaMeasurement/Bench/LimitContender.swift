internal import NormaArrays
internal import NormaRuntime

/// A loop that moves as many bytes as a case in as many streams, on the same threads.
final class LimitContender: Contender {
  /// Which of them.
  enum Kind: String, CaseIterable {
    case plain, streaming
  }

  let isLimit = true
  private(set) var title: String
  private let kind: Kind
  private let loops: LimitLoops
  private let timer: CallTimer
  private var run: (() -> Void)?

  init(_ kind: Kind, _ loops: LimitLoops, timer: CallTimer) {
    (self.kind, self.loops, self.timer, title) = (kind, loops, timer, kind.rawValue)
  }

  func prepare(_ bench: BenchCase, _ arguments: [NDArray]) throws(ContenderError) -> [Way] {
    let candidates = loops.candidates(for: bench)
    let place = kind == .plain ? 0 : 1
    guard candidates.indices.contains(place) else {
      throw ContenderError("what is no plain copy needs a C compiler: `norma doctor` says more")
    }
    (title, run) = candidates[place]
    return [.into]
  }

  func seconds(_ way: Way, calls: Int, from cache: CacheState) throws(ContenderError) -> [Double] {
    guard let run else { throw ContenderError("there is no case to run") }
    return timer.seconds(calls: calls, from: cache, run)
  }

  func results(_ way: Way) throws(ContenderError) -> [NDArray] { [] }

  func release() {
    run = nil
    loops.release()
  }
}

/// The loops of the case at hand, which move the same memory.
///
/// A class because the limits share it.
final class LimitLoops {
  private let threads: RowParallelism
  private var current: (streams: StreamLimit.Streams, byteCount: Int, all: [(name: String, run: () -> Void)])?

  init(threads: RowParallelism) { self.threads = threads }

  /// The loops for a case.
  func candidates(for bench: BenchCase) -> [(name: String, run: () -> Void)] {
    if let current, current.streams == bench.streams, current.byteCount == bench.byteCount {
      return current.all
    }
    let limit = StreamLimit(
      bench.streams, byteCount: bench.byteCount, threads: threads, cache: try? KernelCache.standard.get())
    let all = limit.candidates()
    current = (bench.streams, bench.byteCount, all)
    return all
  }

  /// Lets go of the memory.
  func release() { current = nil }
}
