internal import NormaArrays

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that answers lines with lines.
///
/// A class because it is a process: it is stopped, with all it started, when nobody holds it any more.
package final class Conversation {
  /// Why there is no answer.
  package enum Silence: Error, Hashable, Sendable {
    /// It ended: in words, with the last line of its errors.
    case ended(String)
    /// It did not answer within so many seconds, and was stopped.
    case hung(seconds: Double)
  }

  /// An answer of more bytes is none.
  private static let lineLimit = 1 << 20

  private let process: pid_t
  private let writer: Int32
  private let reader: Int32
  private let errors: String
  private var pending: [UInt8] = []
  private var isRunning = true

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - variables: What it finds in its environment beside this process's own.
  ///   - errors: The file that its standard error goes to.
  /// - Throws: `HostError` where it cannot be started.
  package init(
    _ path: String, _ arguments: [String], variables: [String: String], errors: String
  ) throws(HostError) {
    let log = unsafe open(errors, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard log >= 0 else { throw HostFile.failure("write", errors) }
    defer { close(log) }
    let (questions, answers) = (try Self.openPipe(), try Self.openPipe())
    defer {
      close(questions.reader)
      close(answers.writer)
    }
    let launch = Launch(path, arguments, environment: Self.environment(with: variables))
    process = try launch.start(input: questions.reader, output: answers.writer, errors: log)
    (writer, reader, self.errors) = (questions.writer, answers.reader, errors)
    Self.running.withLock { _ = $0.insert(process) }
  }

  deinit {
    stop()
    close(writer)
    close(reader)
  }

  /// Says a line and waits for one. Between questions the program is halted: threads of its that wait for more
  /// work in a loop would slow down whoever is asked next.
  package func ask(_ line: String, limit: Duration) throws(Silence) -> String {
    guard isRunning else { throw .ended("it has ended before") }
    kill(-process, SIGCONT)
    defer { if isRunning { kill(-process, SIGSTOP) } }
    let deadline = ContinuousClock.now + limit
    guard say(line) else { throw silence() }
    while true {
      if let answer = takeLine() { return answer }
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else {
        stop()
        throw .hung(seconds: limit / .seconds(1))
      }
      guard pending.count < Self.lineLimit, collect(within: Int32(min(left.rounded(.up), 1e6))) else {
        throw silence()
      }
    }
  }

  // MARK: - Lines

  /// False where nobody reads any more.
  private func say(_ line: String) -> Bool {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(writer, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func takeLine() -> String? {
    guard let end = pending.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { pending.removeFirst(end + 1) }
    return String(decoding: pending[..<end], as: UTF8.self)
  }

  /// Takes what has been written; false at the end of it.
  private func collect(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, milliseconds) > 0 else { return true }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe part.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, $0.count) }
    if count > 0 { pending += part[..<count] }
    return count > 0 || (count < 0 && errno == EINTR)
  }

  // MARK: - Ends

  /// The processes that answer at present.
  private static let running = Locked<Set<pid_t>>([])

  /// Stops all of them, with all they started. For use before this process ends.
  package static func stopAll() {
    for process in running.withLock({ $0 }) { kill(-process, SIGKILL) }
  }

  private func silence() -> Silence {
    var words = "it closed its output"
    if let ending = stop() { words = ending }
    return .ended([words, lastError].compactMap { $0 }.joined(separator: ": "))
  }

  /// Stops the program; how it had ended, where it had.
  @discardableResult private func stop() -> String? {
    guard isRunning else { return nil }
    isRunning = false
    let status = endedStatus()
    kill(-process, SIGKILL)
    var ignored: Int32 = 0
    if status == nil { while unsafe waitpid(process, &ignored, 0) < 0 && errno == EINTR {} }
    Self.running.withLock { _ = $0.remove(process) }
    guard let status else { return nil }
    switch ChildProcess.Ending(status: status) {
    case .exited(let code): return "it left with status \(code)"
    case .signalled(let number): return "it was ended by signal \(number)"
    case .stopped: return nil
    }
  }

  /// The status of a program that has ended, which it may be about to where its output is closed.
  private func endedStatus() -> Int32? {
    var status: Int32 = 0
    for _ in 0..<20 {
      if unsafe waitpid(process, &status, WNOHANG) == process { return status }
      usleep(5000)
    }
    return nil
  }

  /// The last line that it wrote to its standard error.
  private var lastError: String? {
    guard let bytes = try? HostFile.contents(of: errors) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).last {
      !$0.allSatisfy(\.isWhitespace)
    }
    .map { String($0.prefix(300)) }
  }

  // MARK: - Starting

  private static func openPipe() throws(HostError) -> (reader: Int32, writer: Int32) {
    // A write to a program that has ended is an error to be told, not the end of this process.
    _ = signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw HostFile.failure("open", "a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func environment(with variables: [String: String]) -> [String] {
    var (own, place) = ([String](), unsafe environ)
    while let entry = unsafe place.pointee {
      own.append(unsafe String(cString: entry))
      unsafe place += 1
    }
    let kept = own.filter { entry in
      entry.firstIndex(of: "=").map { variables[String(entry[..<$0])] == nil } ?? false
    }
    return kept + variables.map { "\($0.key)=\($0.value)" }.sorted()
  }
}
