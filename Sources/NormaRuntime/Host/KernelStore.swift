import Logging

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compiled kernels kept on disk between runs, in a folder of the user's own.
///
/// An entry is `KEY.so`, the library with a seal behind it, and `KEY.c`, its source for people to
/// read. Entries appear in one step (written under another name, then renamed), so any number of
/// processes may share a folder: the last writer of equal work wins.
struct KernelStore: Sendable {
  /// The folder, links resolved.
  let path: String
  /// The bytes that entries may take together; the oldest go first.
  let limit: Int

  /// Opens the folder, making it if there is none.
  ///
  /// Throws if it cannot be made, belongs to someone else, or is open to others.
  init(at path: String, limit: Int = 256 << 20) throws(HostError) {
    let folder = try PrivateFolder(making: path, setting: "NORMA_CACHE")
    (self.path, self.limit) = (folder.path, limit)
  }

  /// The library kept for a key, checked; nil if there is none or it is damaged (then it is dropped).
  func library(for key: KernelKey) -> [UInt8]? {
    let file = "\(path)/\(key).so"
    do throws(HostError) {
      guard let sealed = try HostFile.contents(of: file) else { return nil }
      guard let library = KernelSeal.opened(sealed, key: key) else {
        kernelLog.warning("dropped a damaged cache entry, compiling again: \(file)")
        HostFile.remove(file)
        return nil
      }
      // The time of last use decides what goes first when the folder is full.
      _ = unsafe utimes(file, nil)
      return library
    } catch {
      kernelLog.warning("cannot use a cache entry: \(error)")
      return nil
    }
  }

  /// Keeps a library and its source, then makes room if the folder has grown over its limit.
  func keep(_ library: [UInt8], source: String, for key: KernelKey) throws(HostError) {
    try place(Array(source.utf8), as: "\(key).c")
    try place(KernelSeal.sealed(library, key: key), as: "\(key).so")
    evict()
  }

  private func place(_ bytes: [UInt8], as name: String) throws(HostError) {
    let draft = "\(path)/draft-\(HostFile.uniqueName())"
    try HostFile.create(draft, bytes)
    do throws(HostError) {
      try HostFile.move(draft, to: "\(path)/\(name)")
    } catch {
      HostFile.remove(draft)
      throw error
    }
  }
}

/// The log of the runtime, shared with the rest of Norma.
let kernelLog = Logger(label: "norma")
