#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs another program and waits for it.
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
    let process = try Launch(path, arguments, environment: environment)
      .start(input: nil, output: pipe.writer, errors: pipe.writer)
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
}

extension ChildProcess.Ending {
  /// Reads the status that `waitpid` gives: the low seven bits are the signal, the next eight the exit status.
  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}
