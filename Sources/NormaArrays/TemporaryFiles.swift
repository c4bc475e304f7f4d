#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The unfinished files of this process that have a name, so that a process that is told to end can take
/// them away first.
package enum TemporaryFiles {
  private static let names = Locked<Set<String>>([])

  /// A file, or a folder of such files, that is to be taken away unless it is forgotten first.
  package static func add(_ path: String) { names.withLock { _ = $0.insert(path) } }

  /// A file that is gone, or has the name it was made for.
  package static func forget(_ path: String) { names.withLock { _ = $0.remove(path) } }

  /// Takes all of them away; what is still being written is lost. For use before the process ends.
  package static func removeAll() {
    let names = names.withLock { $0 }
    // What stands in a folder has a longer name, and goes before it.
    for name in names.sorted(by: { $0.utf8.count > $1.utf8.count }) { _ = unsafe remove(name) }
  }
}
