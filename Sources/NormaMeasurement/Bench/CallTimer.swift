/// Calls timed one by one, after one that does not count.
struct CallTimer {
  private let flush: CacheFlush
  /// How long calls that do not count last at least.
  private let waking: Duration

  /// A timer whose calls from warm caches follow others for so long.
  ///
  /// A last cache that was full of something else takes to other data slowly, and has that to write back: RMSNorm of
  /// 2048 x 1024 f32 takes 237 us after 0.2 ms of calls, 133 to 147 after 2 ms; LayerNorm of 4096 x 5000 reaches 0.93 (bf16) and
  /// 0.78 (f32) of the limit after 2 ms, 0.97 and 0.81 after 40.
  init(flush: CacheFlush, waking: Duration = .milliseconds(2)) { (self.flush, self.waking) = (flush, waking) }

  /// The seconds of so many calls. From warm caches others go before them, which wake the threads too.
  func seconds(calls: Int, from cache: CacheState, _ call: () -> Void) -> [Double] {
    let start = ContinuousClock.now
    while cache == .warm {
      call()
      if ContinuousClock.now - start > waking { break }
    }
    return (0..<max(1, calls)).map { _ in
      if cache == .cold { flush.run() }
      return Stopwatch.seconds(of: call)
    }
  }
}
