import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Threads that take part in the caller's work, and look out for more of it before they sleep.
///
/// A kernel that moves a megabyte is done in 10 us. A processor that sleeps needs 5 to 30 us to be woken, which Dispatch
/// does for each region anew; with a thread that still looks out a region costs 1 us. So calls that follow each other, as
/// those of a model do, are shared by threads from 32 rows of 1024 on.
///
/// The caller never waits for a thread that has not begun.
final class WorkerTeam: Sendable {
  /// The team of this process.
  static let shared = WorkerTeam()

  /// What all threads look at.
  private let state = Atomic<UInt64>(0)
  /// True while a caller has the team.
  private let isTaken = Atomic<Bool>(false)
  /// The work of the round that is open. Written by the caller that has the team, before a round opens and after all
  /// workers have left it; read by workers within.
  nonisolated(unsafe) private var job: Job?
  /// The threads so far, of numbers from 1. Only the caller that has the team looks at them.
  nonisolated(unsafe) private var workers: [Worker] = []

  /// Calls `body` with 0 on the caller's thread and with numbers from 1 up to `helpers` on others that come in time.
  ///
  /// - Returns: False, having called nothing, where another caller has the team, or this one from within its own work.
  func share(with helpers: Int, _ body: (_ worker: Int) -> Void) -> Bool {
    guard !isTaken.exchange(true, ordering: .acquiring) else { return false }
    defer { isTaken.store(false, ordering: .releasing) }
    while unsafe workers.count < helpers {
      unsafe workers.append(Worker(number: workers.count + 1, of: self))
    }
    withoutActuallyEscaping(body) { body in
      unsafe job = Job(work: body)
      let round = Round(state.load(ordering: .relaxed)).next(seats: helpers)
      state.store(round.bits, ordering: .sequentiallyConsistent)
      for worker in unsafe workers.prefix(helpers) { worker.wake() }
      body(0)
      close()
      unsafe job = nil
    }
    return true
  }

  /// Lets nobody else in, and waits for those who are.
  private func close() {
    state.bitwiseAnd(~Round.open, ordering: .acquiringAndReleasing)
    while lookOut(for: { Round(state.load(ordering: .acquiring)).inside == 0 ? true : nil }) == nil {}
  }

  // MARK: - Workers

  /// The round that is open, if it is a later one than `last`.
  fileprivate func round(after last: UInt64) -> Round? {
    let round = Round(state.load(ordering: .sequentiallyConsistent))
    return round.isOpen && round.number != last ? round : nil
  }

  /// Does the work of a round, unless it is over or has no seat for this worker.
  fileprivate func takePart(in round: Round, as worker: Int) {
    guard worker <= round.seats else { return }
    var now = Round(state.load(ordering: .relaxed))
    while now.isOpen, now.number == round.number {
      let (entered, found) = state.weakCompareExchange(
        expected: now.bits, desired: now.bits + 1, successOrdering: .acquiring, failureOrdering: .relaxed)
      if entered {
        work(as: worker)
        state.wrappingSubtract(1, ordering: .releasing)
        return
      }
      now = Round(found)
    }
  }

  /// A function of its own, so that the work is let go before the worker leaves.
  @inline(never)
  private func work(as worker: Int) { unsafe job?.work(worker) }
}

/// The work of a round. In a structure, because a function in an optional would be boxed.
private struct Job {
  let work: (_ worker: Int) -> Void
}

/// What is known of a round of work, in one word: its number, whether it is open, how many may take part and how many do.
private struct Round {
  var bits: UInt64

  static let open: UInt64 = 1 << 32

  init(_ bits: UInt64) { self.bits = bits }

  var inside: UInt64 { bits & 0xffff }
  var seats: Int { Int(bits >> 16 & 0xffff) }
  var isOpen: Bool { bits & Self.open != 0 }
  var number: UInt64 { bits >> 33 }

  /// The round after this one, open and with nobody inside.
  func next(seats: Int) -> Round {
    Round((number + 1) << 33 | Self.open | UInt64(min(seats, 0xffff)) << 16)
  }
}

/// One thread of a team.
private final class Worker: Sendable {
  let number: Int
  private let isAsleep = Atomic<Bool>(false)
  private let alarm = DispatchSemaphore(value: 0)

  /// How long a thread without work looks out for some.
  private static let lookout: UInt64 = 100_000

  init(number: Int, of team: WorkerTeam) {
    self.number = number
    // A serial queue has a thread of its own for as long as its block runs, which this one always does.
    DispatchQueue(label: "norma.worker.\(number)", qos: .userInitiated).async { self.run(team) }
  }

  /// Wakes the thread if it sleeps.
  func wake() {
    if isAsleep.load(ordering: .sequentiallyConsistent),
      isAsleep.exchange(false, ordering: .sequentiallyConsistent)
    {
      alarm.signal()
    }
  }

  private func run(_ team: WorkerTeam) {
    var last: UInt64 = 0
    while true {
      let round = nextRound(of: team, after: last)
      team.takePart(in: round, as: number)
      last = round.number
    }
  }

  private func nextRound(of team: WorkerTeam, after last: UInt64) -> Round {
    while true {
      let deadline = DispatchTime.now().uptimeNanoseconds + Self.lookout
      repeat {
        if let round = lookOut(for: { team.round(after: last) }) { return round }
      } while DispatchTime.now().uptimeNanoseconds < deadline
      sleep(unless: { team.round(after: last) != nil })
    }
  }

  /// Sleeps until woken. Whoever opens a round does so before asking who sleeps, and who falls asleep says so before asking
  /// for a round: one of them sees the other.
  private func sleep(unless isNeeded: () -> Bool) {
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    if isNeeded(), isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
    alarm.wait()
  }
}

/// Looks for about a microsecond, then lets another thread have the processor if one wants it, and gives nil.
private func lookOut<Found>(for find: () -> Found?) -> Found? {
  for _ in 0..<500 {
    if let found = find() { return found }
  }
  sched_yield()
  return nil
}
