#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The C compiler of this machine.
package struct HostCompiler: Hashable, Sendable {
  /// Where it stands.
  package let path: String
  /// The options of every compile. They keep IEEE results: no contraction into fused
  /// multiply-adds that the source does not ask for, and no `-ffast-math`.
  package var flags: [String]
  /// How long one compile may take.
  package var limit: Duration

  /// The compiler at a path, with the options for the machine it runs on.
  package init(path: String, flags: [String] = Self.standardFlags, limit: Duration = .seconds(60)) {
    (self.path, self.flags, self.limit) = (path, flags, limit)
  }

  /// The options used when none are given.
  package static var standardFlags: [String] {
    #if arch(x86_64)
      let tuning = "-march=native"
    #else
      let tuning = "-mcpu=native"
    #endif
    return ["-O3", tuning, "-ffp-contract=off", "-fno-math-errno", "-std=c11", "-shared", "-fPIC"]
  }

  /// The first line that the compiler prints about itself.
  ///
  /// Throws a `HostError` if it cannot be started, does not end, or fails.
  package func version() throws(HostError) -> String {
    let child = try ChildProcess.run(path, ["--version"], limit: .seconds(10))
    guard child.ending == .exited(0), let line = child.output.split(separator: "\n").first else {
      throw HostError(.notStarted(path: path, problem: "`--version` \(child.ending.words)"))
    }
    return String(line)
  }

  /// What tells this compiler from any other or later one: its real path, size and time of change.
  /// The version is no part of it: asking costs a process, and the file changes with the version.
  var identity: String {
    var status = stat()
    let found = unsafe stat(path, &status) == 0
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(path) \(found ? "\(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)" : "gone")"
  }

  /// Compiles a source file into a shared library; throws with the command and the first diagnostic.
  /// The source file is left where it is.
  func compile(_ source: String, into library: String) throws(HostError) {
    let arguments = flags + ["-x", "c", "-o", library, source, "-lm"]
    let command = ([path] + arguments).joined(separator: " ")
    let child = try ChildProcess.run(path, arguments, limit: limit)
    switch child.ending {
    case .exited(0): return
    case .exited(let status):
      throw HostError(
        .compileFailed(
          command: command, status: status, diagnostic: child.firstDiagnostic, source: source))
    case .signalled(let signal):
      throw HostError(.compilerKilled(command: command, signal: signal, source: source))
    case .stopped:
      throw HostError(.compilerHung(command: command, seconds: limit / .seconds(1), source: source))
    }
  }
}

extension ChildProcess {
  /// The first line with an error in it, or the first line at all.
  fileprivate var firstDiagnostic: String {
    let lines = output.split(separator: "\n")
    return String(lines.first { $0.contains("error") } ?? lines.first ?? "(it printed nothing)")
  }
}

extension ChildProcess.Ending {
  /// The ending in words that follow the name of what was run.
  fileprivate var words: String {
    switch self {
    case .exited(let status): "left with status \(status)"
    case .signalled(let signal): "was ended by signal \(signal)"
    case .stopped: "did not end"
    }
  }
}
