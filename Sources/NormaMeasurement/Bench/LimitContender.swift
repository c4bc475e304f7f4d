internal import NormaArrays
internal import NormaRuntime

/// A copy or a sum that moves as many bytes as a case, on the same threads.
final class LimitContender: Contender {
  /// Which of them.
  enum Kind: String, CaseIterable {
    case plain, streaming
  }

  let isLimit = true
  private(set) var title: String
  private let kind: Kind
  private let threads: RowParallelism
  private let timer: CallTimer
  private var run: (() -> Void)?

  init(_ kind: Kind, threads: RowParallelism, timer: CallTimer) {
    (self.kind, self.threads, self.timer, title) = (kind, threads, timer, kind.rawValue)
  }

  func prepare(_ bench: BenchCase, _ arguments: [NDArray]) throws(ContenderError) -> [Way] {
    let cache = try? KernelCache.standard.get()
    let candidates: [(name: String, run: () -> Void)]
    switch bench.direction {
    case .forward: candidates = Copies(bench.byteCount / 2, threads, cache).candidates
    case .backward: candidates = Sums(bench.byteCount / 3, threads, cache).candidates
    }
    let place = kind == .plain ? 0 : 1
    guard candidates.indices.contains(place) else {
      throw ContenderError("a streaming copy needs a C compiler: `norma doctor` says more")
    }
    (title, run) = candidates[place]
    return [.into]
  }

  func seconds(_ way: Way, calls: Int, from cache: CacheState) throws(ContenderError) -> [Double] {
    guard let run else { throw ContenderError("there is no case to run") }
    return timer.seconds(calls: calls, from: cache, run)
  }

  func results(_ way: Way) throws(ContenderError) -> [NDArray] { [] }

  func release() { run = nil }
}

/// Copies whose memory lives as long as any of them. A class because closures share it.
private final class Copies {
  private let limit: CopyLimit

  init(_ byteCount: Int, _ threads: RowParallelism, _ cache: KernelCache?) {
    limit = CopyLimit(byteCount: byteCount, threads: threads, cache: cache)
  }

  var candidates: [(name: String, run: () -> Void)] {
    limit.candidates().map { candidate in
      (candidate.name, { withExtendedLifetime(self) { candidate.run() } })
    }
  }
}

/// The same for sums.
private final class Sums {
  private let limit: SumLimit

  init(_ byteCount: Int, _ threads: RowParallelism, _ cache: KernelCache?) {
    limit = SumLimit(byteCount: byteCount, threads: threads, cache: cache)
  }

  var candidates: [(name: String, run: () -> Void)] {
    limit.candidates().map { candidate in
      (candidate.name, { withExtendedLifetime(self) { candidate.run() } })
    }
  }
}
