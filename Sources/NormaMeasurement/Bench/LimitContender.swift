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
    let candidates =
      switch bench.direction {
      case .forward:
        CopyLimit(byteCount: bench.byteCount / 2, threads: threads, cache: cache).candidates()
      case .backward:
        SumLimit(byteCount: bench.byteCount / 3, threads: threads, cache: cache).candidates()
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
