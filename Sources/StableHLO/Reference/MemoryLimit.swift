#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How large a tensor may become before running out of memory would end the process.
enum MemoryLimit {
  /// The elements of eight bytes that fill half of the machine's memory.
  static let elements: Int = {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages / 16 * size : 1 << 30
  }()
}
