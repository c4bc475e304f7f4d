#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file being written beside its target, which it replaces in one step when complete.
///
/// On Linux the file has no name until then, so a killed process leaves nothing behind. Where nameless files are not
/// possible it is a hidden file with a random name, removed when the value goes without `commit`.
struct OutputFile: ~Copyable {
  /// The target as the caller named it.
  let path: String
  /// Open for reading and writing.
  let descriptor: CInt
  private let target: String
  private let temporaryPath: String
  private var hasName: Bool

  /// Creates the temporary file, nameless where the system has such files and they are wanted.
  init(replacing path: String, namelessly: Bool = true) throws(ArrayError) {
    let target = Self.followingLinks(path)
    try Self.checkTarget(target, namedBy: path)
    let split = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    let directory = split == target.startIndex ? "./" : String(target[..<split])
    let name = "\(directory).norma-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    let nameless = namelessly ? Self.nameless(in: directory) : nil
    let descriptor = unsafe nameless ?? open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw ArrayError(.unwritable, path, "cannot be written: \(SystemError.last.text)")
    }
    if nameless == nil { TemporaryFiles.add(name) }
    (self.path, self.target, temporaryPath) = (path, target, name)
    (self.descriptor, hasName) = (descriptor, nameless == nil)
  }

  deinit {
    close(descriptor)
    if hasName {
      unsafe unlink(temporaryPath)
      TemporaryFiles.forget(temporaryPath)
    }
  }

  /// Gives the file its target's name; what stood there before is replaced.
  mutating func commit() throws(ArrayError) {
    if !hasName {
      let source = "/proc/self/fd/\(descriptor)"
      TemporaryFiles.add(temporaryPath)
      let status = unsafe linkat(AT_FDCWD, source, AT_FDCWD, temporaryPath, AT_SYMLINK_FOLLOW)
      guard status == 0 else { throw failure(SystemError.last) }
      hasName = true
    }
    guard unsafe rename(temporaryPath, target) == 0 else { throw failure(SystemError.last) }
    TemporaryFiles.forget(temporaryPath)
    hasName = false
  }

  /// The error for a failed system call, with the disk's fullness told apart.
  borrowing func failure(_ error: SystemError) -> ArrayError {
    switch error.number {
    case ENOSPC, EDQUOT, EFBIG:
      ArrayError(.noSpace, path, "is not written, for there is no room: \(error.text)")
    default:
      ArrayError(.unwritable, path, "cannot be written: \(error.text)")
    }
  }
}

// MARK: - Creating

extension OutputFile {
  /// The file a link leads to, so that the link itself stays.
  private static func followingLinks(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Only a regular file may be replaced, and only by who may write it.
  private static func checkTarget(_ target: String, namedBy path: String) throws(ArrayError) {
    var facts = stat()
    guard unsafe stat(target, &facts) == 0 else { return }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw ArrayError(.unwritable, path, "is not a regular file, and only a regular file can be replaced")
    }
    guard unsafe access(target, W_OK) == 0 else {
      throw ArrayError(.unwritable, path, "cannot be replaced: \(SystemError.last.text)")
    }
  }

  /// A file without a name that can be given one later, where the system has such files.
  private static func nameless(in directory: String) -> CInt? {
    #if os(Linux)
      let temporaryFile: CInt = 0o20_000_000 | O_DIRECTORY  // O_TMPFILE, a macro that Swift does not import
      let descriptor = unsafe open(directory, temporaryFile | O_RDWR | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return nil }
      guard unsafe access("/proc/self/fd/\(descriptor)", F_OK) == 0 else {
        close(descriptor)
        return nil
      }
      return descriptor
    #else
      return nil
    #endif
  }
}
