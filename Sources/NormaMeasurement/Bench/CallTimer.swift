/// Calls timed one by one, after one that does not count.
struct CallTimer {
  /// Calls that do not count last at least so long.
  private static let wakingTime = Duration.microseconds(200)

  private let flush: CacheFlush

  init(flush: CacheFlush) { self.flush = flush }

  /// The seconds of so many calls. From warm caches others go before them, which wake the threads too.
  func seconds(calls: Int, from cache: CacheState, _ call: () -> Void) -> [Double] {
    let start = ContinuousClock.now
    while cache == .warm {
      call()
      if ContinuousClock.now - start > Self.wakingTime { break }
    }
    return (0..<max(1, calls)).map { _ in
      if cache == .cold { flush.run() }
      return Stopwatch.seconds(of: call)
    }
  }
}
