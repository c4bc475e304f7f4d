internal import NormaArrays
internal import NormaMeasurement

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The table of the kernel at work: drawn again and again on a terminal, plain lines anywhere else.
///
/// A class because it is some lines of one terminal, drawn from any thread.
final class TuneProgress: Sendable {
  private struct State {
    var drawnLines = 0
    var lastDrawn: ContinuousClock.Instant?
    var lastLine = ""
  }

  private static let pause = Duration.milliseconds(100)
  private static let candidates = 12

  private let isOnTerminal = isatty(STDERR_FILENO) == 1
  private let printsLines: Bool
  private let state = Locked(State())

  /// - Parameter printsLines: whether there are lines on standard output where no terminal is.
  init(printsLines: Bool) { self.printsLines = printsLines }

  /// Shows how far it is.
  func show(_ result: TuningResult) {
    state.withLock { state in
      if isOnTerminal { draw(result, &state) } else if printsLines { Self.printLine(result, &state) }
    }
  }

  /// Takes the table off the terminal.
  func clear() {
    state.withLock { state in
      if state.drawnLines > 0 { StandardError.write("\u{1B}[\(state.drawnLines)A\r\u{1B}[J") }
      state.drawnLines = 0
    }
  }

  private func draw(_ result: TuningResult, _ state: inout State) {
    let now = ContinuousClock.now
    if let last = state.lastDrawn, now - last < Self.pause { return }
    let width = Self.terminalWidth
    let lines = (TuneTable(result, .plain).lines(atMost: Self.candidates) + ["  " + result.stage])
      .map { String($0.prefix(width - 1)) }
    let up = state.drawnLines > 0 ? "\u{1B}[\(state.drawnLines)A" : ""
    StandardError.write(up + lines.map { "\r\($0)\u{1B}[K\n" }.joined() + "\u{1B}[J")
    (state.drawnLines, state.lastDrawn) = (lines.count, now)
  }

  /// A line whenever compiling begins or ends, and when a candidate has left.
  private static func printLine(_ result: TuningResult, _ state: inout State) {
    let waiting = result.candidates.count { $0.state == .waiting }
    guard waiting == 0 || waiting == result.candidates.count else { return }
    let line = result.rounds == 0 ? result.stage : "\(result.left) left"
    guard line != state.lastLine else { return }
    state.lastLine = line
    StandardOutput.write("  \(result.stage)\n")
    // What cannot be written is told when the report is.
    try? StandardOutput.finish()
  }

  private static var terminalWidth: Int {
    var size = winsize()
    let found = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return found && size.ws_col > 20 ? Int(size.ws_col) : 80
  }
}

extension TuningResult {
  /// The candidates that are still timed.
  fileprivate var left: Int { candidates.count(where: \.isIn) }

  /// What is being done.
  fileprivate var stage: String {
    let waiting = candidates.count { $0.state == .waiting }
    if waiting > 0 { return "compiling: \(candidates.count - waiting) of \(candidates.count) schedules" }
    if rounds == 0 { return "comparing the results of \(candidates.count) schedules" }
    let fastest = candidates.filter(\.isIn).compactMap(\.seconds).min()
    return "round \(rounds): \(left) of \(candidates.count) schedules left"
      + (fastest.map { ", the fastest \(Figure.seconds($0))" } ?? "")
  }
}
