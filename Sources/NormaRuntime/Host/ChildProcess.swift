#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs another program and waits for it: the one place that starts processes.
///
/// Why not a library: Foundation's `Process` loads all of Foundation with its ICU data before the
/// command can answer, and swift-subprocess is asynchronous throughout, so that calling it from the
/// compiler, a plain function, would block a thread of the cooperative pool.
struct ChildProcess {
  /// How the program ended.
  enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    case stopped
  }

  /// How it ended.
  var ending: Ending
  /// The first 64 KiB of what it wrote to standard output and standard error.
  var output: String

  /// Runs the program at `path` and waits for its end; after `limit` it is killed with all it started.
  static func run(
    _ path: String, _ arguments: [String], limit: Duration = .seconds(60)
  ) throws(HostError) -> ChildProcess {
    var pipe = try OutputPipe()
    let process = try spawn(path, arguments, output: pipe.writer)
    pipe.closeWriter()
    let deadline = ContinuousClock.now + limit
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now >= deadline {
        kill(-process, SIGKILL)
        while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return ChildProcess(ending: .stopped, output: pipe.text)
      }
      pipe.collect(forMilliseconds: 5)
    }
    pipe.collect(forMilliseconds: 0)
    // What it left running must not outlive the compile.
    kill(-process, SIGKILL)
    return ChildProcess(ending: Ending(status: status), output: pipe.text)
  }

  /// The variables a compiler gets: where to find its parts, not what would change its output unseen,
  /// because the cache does not know them (`CPATH`, `LIBRARY_PATH`, `CCC_OVERRIDE_OPTIONS`, ...).
  private static let passedOn = [
    "PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DEVELOPER_DIR", "SDKROOT",
  ]

  private static var environment: [String] {
    passedOn.compactMap { name in unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" } }
      + ["LC_ALL=C"]
  }

  private static func spawn(
    _ path: String, _ arguments: [String], output: Int32
  ) throws(HostError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that a compiler that hangs is stopped together with its passes.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var process: pid_t = 0
    let code = unsafe withCStrings([path] + arguments) { argumentList in
      unsafe withCStrings(environment) { variables in
        unsafe posix_spawn(&process, path, &actions, &attributes, argumentList, variables)
      }
    }
    guard code == 0 else {
      throw HostError(.notStarted(path: path, problem: unsafe String(cString: strerror(code))))
    }
    return process
  }
}

extension ChildProcess.Ending {
  /// Reads the status that `waitpid` gives: the low seven bits are the signal, the next eight the exit status.
  fileprivate init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}

/// Calls `body` with a null-terminated list of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var list = unsafe strings.map { unsafe strdup($0) }
  unsafe list.append(nil)
  defer { unsafe list.forEach { unsafe free($0) } }
  return unsafe list.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the list holds at least its end") }
    return unsafe body(base)
  }
}
