import Dispatch
import Synchronization

/// How rows are spread over threads.
///
/// The division never shows in results: a kernel computes each row alone, and what it sums over
/// rows it sums in fixed chunks (`multiple`) that no task divides.
package struct RowParallelism: Hashable, Sendable {
  /// How many threads may work at once, the caller's included.
  package let threads: Int

  /// At most `threads` threads, at least one.
  package init(threads: Int) { self.threads = max(1, threads) }

  /// What `NORMA_THREADS` asks for, or one thread for each processor this process may use.
  package static let standard = RowParallelism(
    threads: HostSettings.current.threads ?? Processor.current.cores)

  /// Work of fewer bytes stays on the caller's thread: a parallel region costs 1 to 1.5 us, about as much as two threads
  /// save on so many bytes within the cache. A quarter of them is worth a task.
  package static let smallByteCount = 256 << 10

  /// Calls `body` with ranges that together are `0..<rows`, each starting at a multiple of `multiple`.
  ///
  /// `bytesPerRow` is what one row reads and writes; it decides how many rows make a task.
  /// Small work is one call on the caller's thread and allocates nothing. Returns when all is done.
  package func forEachRange(
    rows: Int, bytesPerRow: Int, multiple: Int = 1, _ body: @Sendable (Range<Int>) -> Void
  ) {
    guard rows > 0 else { return }
    let bytes = rows.multipliedReportingOverflow(by: max(bytesPerRow, 1))
    let total = bytes.overflow ? Int.max : bytes.partialValue
    guard threads > 1, rows > multiple, total >= Self.smallByteCount else { return body(0..<rows) }
    share(rows, inTasksOf: rowsPerTask(rows, total: total, multiple: multiple), body)
  }

  /// Several tasks for each thread, so that a thread the system interrupts delays only one of them;
  /// but none so small that taking it costs more than doing it.
  private func rowsPerTask(_ rows: Int, total: Int, multiple: Int) -> Int {
    let smallest = Self.smallByteCount / 4 / max(1, total / rows)
    let wanted = max(rows / (threads * 8), smallest, 1)
    return (wanted + multiple - 1) / multiple * multiple
  }

  /// Threads take the next task until none is left; the caller works too and never waits for a
  /// thread that has not started.
  private func share(_ rows: Int, inTasksOf size: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let tasks = RowTasks(rows: rows, size: size)
    let wanted = min(threads, tasks.count)
    // Calls from several threads at once: the team is one caller's, the others ask the system for threads.
    if !WorkerTeam.shared.share(with: wanted - 1, { tasks.take(as: $0, body) }) {
      DispatchQueue.concurrentPerform(iterations: wanted) { tasks.take(as: $0, body) }
    }
  }
}

/// Rows in tasks, each of which one thread takes.
private struct RowTasks: ~Copyable, Sendable {
  private let rows: Int, size: Int
  let count: Int
  /// How many were taken at the front, and 2^32 times how many at the back.
  private let taken = Atomic<UInt64>(0)

  init(rows: Int, size: Int) {
    (self.rows, self.size) = (rows, size)
    count = (rows + size - 1) / size
  }

  /// Takes tasks until none is left.
  ///
  /// The caller and every second thread take them from the front, the others from the back: of two threads each meets the
  /// rows again that are in its own cache from the last call.
  func take(as worker: Int, _ body: (Range<Int>) -> Void) {
    let isFirst = worker % 2 == 0
    while true {
      let (back, front) = taken.wrappingAdd(isFirst ? 1 : 1 << 32, ordering: .relaxed).oldValue
        .quotientAndRemainder(dividingBy: 1 << 32)
      guard front + back < count else { return }
      let task = isFirst ? Int(front) : count - 1 - Int(back)
      body(task * size..<min(rows, (task + 1) * size))
    }
  }
}
