#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension KernelStore {
  /// Removes the entries used longest ago until the rest fit, and what killed processes left behind.
  func evict() {
    let files = listing().sorted { $0.time < $1.time }
    let now = time(nil)
    // Other processes may have a compile under way; the sources of failed ones are kept for a day.
    for file in files where file.isDraft && now - file.time > 86_400 { HostFile.remove(file.path) }
    let kept = files.filter { !$0.isDraft }
    var total = kept.reduce(0) { $0 + $1.size }
    for file in kept where total > limit {
      HostFile.remove(file.path)
      total -= file.size
    }
  }

  /// Removes all entries, and the folder if nothing else is there.
  func removeAll() {
    for file in listing() { HostFile.remove(file.path) }
    _ = unsafe rmdir(path)
  }

  private struct Entry {
    var path: String, size: Int, time: Int
    var isDraft: Bool
  }

  private func listing() -> [Entry] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let item = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      let isDraft = ["draft-", "load-", "kernel-"].contains { name.hasPrefix($0) }
      guard isDraft || name.hasSuffix(".so") || name.hasSuffix(".c") else { continue }
      var status = stat()
      guard unsafe lstat("\(path)/\(name)", &status) == 0 else { continue }
      #if canImport(Darwin)
        let time = status.st_mtimespec.tv_sec
      #else
        let time = status.st_mtim.tv_sec
      #endif
      entries.append(
        Entry(path: "\(path)/\(name)", size: Int(status.st_size), time: time, isDraft: isDraft))
    }
    return entries
  }
}
