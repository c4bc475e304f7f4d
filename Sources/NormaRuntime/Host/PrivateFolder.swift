#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that belongs to the user alone.
struct PrivateFolder: Sendable {
  /// Where it is, links resolved.
  let path: String

  /// Opens the folder, making it and its parents if there is none.
  ///
  /// - Parameter setting: the environment variable that names another one.
  /// - Throws: where it cannot be made, belongs to someone else, or is open to others.
  init(making path: String, setting: String) throws(HostError) {
    try Self.makeFolders(path)
    guard let real = realPath(path) else { throw HostFile.failure("open", path) }
    var status = stat()
    guard unsafe stat(real, &status) == 0 else { throw HostFile.failure("inspect", real) }
    if let problem = Self.problem(status) {
      throw HostError(.unsafeFolder(path: path, problem: problem, setting: setting))
    }
    self.path = real
  }

  private static func problem(_ status: stat) -> String? {
    if status.st_mode & S_IFMT != S_IFDIR { return "it is no folder" }
    if status.st_uid != geteuid() { return "it belongs to user \(status.st_uid)" }
    if status.st_mode & 0o077 == 0 { return nil }
    return "its mode \(String(status.st_mode & 0o777, radix: 8)) lets others in"
  }

  private static func makeFolders(_ path: String) throws(HostError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      guard unsafe mkdir(made, 0o700) != 0 else { continue }
      let error = HostFile.failure("create the folder", made)
      var status = stat()
      // Some systems refuse to make what is there with another reason than that it is there.
      guard unsafe stat(made, &status) == 0 else { throw error }
    }
  }
}
