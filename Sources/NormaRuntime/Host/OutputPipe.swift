#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a child process writes, read while it runs so that it never waits for a full pipe.
struct OutputPipe: ~Copyable {
  /// The most that is kept, in bytes; the rest is read and dropped.
  static let limit = 1 << 16

  private let reader: Int32
  private(set) var writer: Int32
  private var bytes: [UInt8] = []

  /// Opens a pipe that no other child inherits.
  init() throws(HostError) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw HostFile.failure("open", "a pipe") }
    (reader, writer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(reader, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(reader)
    if writer >= 0 { close(writer) }
  }

  /// Closes the end that the child writes to.
  mutating func closeWriter() {
    close(writer)
    writer = -1
  }

  /// Takes what has been written, waiting up to the given time for more.
  mutating func collect(forMilliseconds wait: Int32) {
    var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, wait) > 0 else { return }
    var part = [UInt8](repeating: 0, count: Self.limit)
    let count = unsafe part.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, $0.count) }
    if count > 0 { bytes += part.prefix(min(count, Self.limit - bytes.count)) }
    // The child closed its output and is about to end: do not spin until it is gone.
    if count == 0 && wait > 0 { usleep(500) }
  }

  /// What has been collected, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
