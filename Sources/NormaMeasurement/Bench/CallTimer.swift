/// Calls timed one by one, after one that does not count.
struct CallTimer {
  /// Calls that do not count last at least so long. A last cache that was full of something else takes to other data slowly:
  /// RMSNorm of 2048 x 1024 f32 takes 237 us after 0.2 ms of calls, 133 to 147 after 2 ms.
  private static let wakingTime = Duration.milliseconds(2)

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
