import Dispatch
import NormaArrays
import Synchronization
import Testing

@testable import NormaRuntime

@Suite(.serialized) struct WorkerTeamTests {
  private static let team = WorkerTeam()

  /// A helper that has not come after so long never will.
  private static let patience = Duration.seconds(60)

  /// Waits on the spot, as a kernel computes.
  private func wait(until isDone: () -> Bool) -> Bool {
    let start = ContinuousClock.now
    while !isDone() {
      if ContinuousClock.now - start > Self.patience { return false }
    }
    return true
  }

  @Test(arguments: [0, 1, 2, 5])
  func `each who takes part has a number of its own, and all are done when the caller goes on`(helpers: Int) {
    for _ in 0..<500 {
      let began = Locked<[Int]>([])
      let done = Atomic<Int>(0)
      let isShared = Self.team.share(with: helpers) { worker in
        began.withLock { $0.append(worker) }
        done.wrappingAdd(1, ordering: .relaxed)
      }
      #expect(isShared)
      let numbers = began.withLock { $0 }
      #expect(numbers.contains(0) && Set(numbers).count == numbers.count)
      #expect(numbers.allSatisfy { $0 <= helpers })
      #expect(done.load(ordering: .relaxed) == numbers.count)
    }
  }

  @Test func `helpers come, whether they were looking out, asleep or about to fall asleep`() {
    for pause in 0..<400 {
      let came = Atomic<Int>(0)
      let isShared = Self.team.share(with: 2) { _ in
        came.wrappingAdd(1, ordering: .relaxed)
        #expect(wait { came.load(ordering: .relaxed) == 3 }, "after \(pause) us")
      }
      #expect(isShared)
      let start = ContinuousClock.now
      while ContinuousClock.now - start < .microseconds(pause) {}
    }
  }

  @Test func `the caller waits for helpers that have begun`() {
    for _ in 0..<20 {
      let hasBegun = Atomic<Bool>(false)
      let isDone = Atomic<Bool>(false)
      let isShared = Self.team.share(with: 1) { worker in
        if worker == 0 {
          _ = wait { hasBegun.load(ordering: .relaxed) }
        } else {
          hasBegun.store(true, ordering: .relaxed)
          let start = ContinuousClock.now
          while ContinuousClock.now - start < .milliseconds(2) {}
          isDone.store(true, ordering: .relaxed)
        }
      }
      #expect(isShared && isDone.load(ordering: .relaxed))
    }
  }

  @Test func `a team that is taken says so`() {
    let refusals = Atomic<Int>(0)
    let isShared = Self.team.share(with: 2) { _ in
      if !Self.team.share(with: 2, { _ in }) { refusals.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(isShared && refusals.load(ordering: .relaxed) >= 1)
    #expect(Self.team.share(with: 2) { _ in })
  }

  @Test func `callers at the same time and within one another have all their rows done once`() {
    let done = (0..<8).map { _ in Locked(0) }
    DispatchQueue.concurrentPerform(iterations: done.count) { caller in
      for _ in 0..<50 {
        RowParallelism(threads: 3).forEachRange(rows: 64, bytesPerRow: 1 << 14) { outer in
          RowParallelism(threads: 2).forEachRange(rows: outer.count * 16, bytesPerRow: 1 << 14) { inner in
            done[caller].withLock { $0 += inner.count }
          }
        }
      }
    }
    #expect(done.allSatisfy { $0.withLock { $0 } == 50 * 64 * 16 })
  }
}
