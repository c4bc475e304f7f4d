#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program about to be started: the one place that starts processes.
struct Launch {
  /// The program's file.
  let path: String
  /// What follows its name.
  let arguments: [String]
  /// Its variables, each `NAME=value`.
  let environment: [String]

  init(_ path: String, _ arguments: [String], environment: [String]) {
    (self.path, self.arguments, self.environment) = (path, arguments, environment)
  }

  /// Starts the program in a process group of its own, so that it can be stopped with all it started.
  ///
  /// - Parameter input: its standard input; nil for nothing to read.
  func start(input: Int32?, output: Int32, errors: Int32) throws(HostError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    Self.giveUsualSignals(&attributes)
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

  #if canImport(Darwin)
    private typealias Attributes = posix_spawnattr_t?
  #else
    private typealias Attributes = posix_spawnattr_t
  #endif

  /// A group of its own, and the signals that end a process as they are by default: this one may ignore them.
  private static func giveUsualSignals(_ attributes: inout Attributes) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
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
