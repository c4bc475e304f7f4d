/// Calls timed one by one, after one that does not count.
struct CallTimer {
  private let flush: CacheFlush

  init(flush: CacheFlush) { self.flush = flush }

  /// The seconds of so many calls. From warm caches one call goes before them, which also wakes the threads.
  func seconds(calls: Int, from cache: CacheState, _ call: () -> Void) -> [Double] {
    if cache == .warm { call() }
    return (0..<max(1, calls)).map { _ in
      if cache == .cold { flush.run() }
      return Stopwatch.seconds(of: call)
    }
  }
}
