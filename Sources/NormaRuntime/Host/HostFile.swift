import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The few file operations that compiling and caching need, each with one clear error.
///
/// Foundation has them all, but loading it takes longer than a warm start of the command may.
enum HostFile {
  /// The system's words for the last failed call.
  static var lastProblem: String { unsafe String(cString: strerror(errno)) }

  /// The bytes of a file, read once through one descriptor; nil if there is none.
  static func contents(of path: String) throws(HostError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 && errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("inspect", path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      transferred(buffer.count) { offset in
        unsafe read(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
    }
    guard let count else { throw failure("read", path) }
    return count == bytes.count ? bytes : Array(bytes.prefix(count))
  }

  /// Writes a file that must not exist yet, for its owner alone; removes it again on failure.
  static func create(_ path: String, _ bytes: [UInt8]) throws(HostError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o700)
    guard descriptor >= 0 else { throw failure("create", path) }
    let count = unsafe bytes.withUnsafeBytes { buffer in
      transferred(buffer.count) { offset in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
    }
    var problem = count == bytes.count ? nil : lastProblem
    if close(descriptor) != 0 && problem == nil { problem = lastProblem }
    guard let problem else { return }
    remove(path)
    throw HostError(.file(operation: "write", path: path, problem: problem))
  }

  /// Gives a file another name in one step, taking the place of any file of that name.
  static func move(_ path: String, to target: String) throws(HostError) {
    guard unsafe rename(path, target) == 0 else { throw failure("rename", path) }
  }

  /// Removes a file; it does not matter if there is none.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// A name that no other call, thread or living process gives out.
  static func uniqueName() -> String {
    "\(getpid())-\(counter.wrappingAdd(1, ordering: .relaxed).newValue)"
  }

  /// The error of a failed call, with the system's reason.
  static func failure(_ operation: String, _ path: String) -> HostError {
    HostError(.file(operation: operation, path: path, problem: lastProblem))
  }

  // MARK: -

  private static let counter = Atomic<Int>(0)

  /// Repeats a call that may move fewer bytes than asked; nil if it fails.
  private static func transferred(_ total: Int, _ step: (Int) -> Int) -> Int? {
    var done = 0
    while done < total {
      let count = step(done)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      done += count
    }
    return done
  }
}
