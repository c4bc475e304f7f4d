internal import NormaArrays

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A bar on standard error for work that takes over a second, where a person looks at it.
///
/// A class because it is one line of one terminal, advanced from any thread.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var isShown = false
    var lastDrawn: ContinuousClock.Instant
  }

  private static let delay = Duration.seconds(1), pause = Duration.milliseconds(100)
  private static let width = 30

  private let name: String
  private let total: Int
  private let start = ContinuousClock.now
  private let isOn = isatty(STDERR_FILENO) == 1
  private let state: Locked<State>

  /// A bar for so many pieces of work; nothing is shown yet.
  init(_ name: String, of total: Int) {
    (self.name, self.total) = (name, max(1, total))
    state = Locked(State(lastDrawn: start))
  }

  /// More pieces are done.
  func advance(_ count: Int) {
    state.withLock { state in
      state.done += count
      let now = ContinuousClock.now
      guard isOn, now - start >= Self.delay, now - state.lastDrawn >= Self.pause else { return }
      (state.isShown, state.lastDrawn) = (true, now)
      StandardError.write("\r" + line(state.done, after: now - start))
    }
  }

  /// Takes the bar off the terminal.
  func clear() {
    state.withLock { state in
      if state.isShown { StandardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func line(_ done: Int, after time: Duration) -> String {
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * Double(Self.width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    let left = share > 0 ? (time / .seconds(1)) * (1 - share) / share : 0
    let percent = "\(Int(share * 100))".padded(from: 3)
    return "\(name.padded(to: 9)) [\(bar)] \(percent) %  \(Figure.seconds(max(left, 0.1))) left\u{1B}[K"
  }
}
