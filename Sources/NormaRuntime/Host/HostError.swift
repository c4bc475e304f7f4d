/// Why source could not become running code on this host.
package struct HostError: Error, Hashable, Sendable {
  /// The kinds of failure.
  package enum Reason: Hashable, Sendable {
    /// No compiler stands at any of the places searched.
    case noCompiler(searched: [String])
    /// `NORMA_CC` names nothing that can be run.
    case wrongSetting(value: String)
    /// The compiler could not be started: the system's reason.
    case notStarted(path: String, problem: String)
    /// The compiler left with a non-zero status.
    case compileFailed(command: String, status: Int32, diagnostic: String, source: String)
    /// The compiler was ended by a signal.
    case compilerKilled(command: String, signal: Int32, source: String)
    /// The compiler did not end in time and was stopped.
    case compilerHung(command: String, seconds: Double, source: String)
    /// The compiler said it succeeded, but left no shared library.
    case noLibrary(command: String, problem: String, source: String)
    /// The system's loader refused a library.
    case notLoaded(problem: String)
    /// A loaded library does not define a symbol.
    case missingSymbol(String)
    /// A file operation failed.
    case file(operation: String, path: String, problem: String)
    /// A folder that others could change.
    case unsafeFolder(path: String, problem: String, setting: String)
    /// The file of tuned schedules is not one of this machine's.
    case tunedFile(path: String, problem: String)
    /// There is no place for tuned schedules.
    case noTunedFolder
  }

  /// What happened.
  package let reason: Reason

  init(_ reason: Reason) { self.reason = reason }
}

extension HostError: CustomStringConvertible {
  /// What must hold, what was found, what to do.
  package var description: String {
    switch reason {
    case .noCompiler(let searched):
      "a C compiler is needed, and none was found (looked for \(searched.joined(separator: ", "))). "
        + "Install clang, or let NORMA_CC name a compiler."
    case .wrongSetting(let value):
      "NORMA_CC must name a C compiler that can be run, and \"\(value)\" is none. "
        + "Set it to the compiler's full path, or unset it to have one found."
    case .notStarted(let path, let problem):
      "the C compiler \(path) could not be started: \(problem). Let NORMA_CC name another one."
    case .compileFailed(let command, let status, let diagnostic, let source):
      """
      the C compiler refused a kernel (exit status \(status)): \(diagnostic)
        command: \(command)
        source kept in: \(source)
      """
    case .compilerKilled(let command, let signal, let source):
      """
      the C compiler was ended by signal \(signal); the machine may be short of memory
        command: \(command)
        source kept in: \(source)
      """
    case .compilerHung(let command, let seconds, let source):
      """
      the C compiler did not finish within \(seconds) s and was stopped
        command: \(command)
        source kept in: \(source)
      """
    case .noLibrary(let command, let problem, let source):
      """
      the C compiler reported success but left no usable shared library: \(problem)
        command: \(command)
        source kept in: \(source)
      """
    case .notLoaded(let problem):
      "a compiled kernel could not be loaded: \(problem)"
    case .missingSymbol(let symbol):
      "the compiled kernel must define \"\(symbol)\" and does not"
    case .file(let operation, let path, let problem):
      "cannot \(operation) \(path): \(problem)"
    case .unsafeFolder(let path, let problem, let setting):
      "the folder \(path) must belong to you alone, and \(problem). "
        + "Run `chmod 700` on it, remove it, or let \(setting) name another folder."
    case .tunedFile(let path, let problem):
      "the tuned schedules in \(path) are not used: \(problem). "
        + "`norma tune` writes the file anew; or remove it."
    case .noTunedFolder:
      "tuned schedules need a folder to be kept in, and NORMA_TUNED, NORMA_CACHE and HOME name none. "
        + "Let NORMA_TUNED name one."
    }
  }
}
