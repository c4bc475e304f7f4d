internal import NormaArrays

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where results go. Text is kept until `finish`, so that a failure on the way prints no half report.
enum StandardOutput {
  private static let pending = Locked([UInt8]())

  /// Adds text.
  static func write(_ text: String) { pending.withLock { $0 += text.utf8 } }

  /// Writes everything out; throws where the system refuses, for example on a full disk.
  static func finish() throws(Failure) {
    let bytes = pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
    guard let number = writeAll(bytes, to: STDOUT_FILENO) else { return }
    throw Failure("cannot write to standard output: \(unsafe String(cString: strerror(number)))")
  }
}

/// Where messages and progress go. What cannot be written there is lost: there is no other place to say so.
enum StandardError {
  /// Writes text at once.
  static func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}

/// Writes all bytes; the system's error number where it does not take them.
private func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
  unsafe bytes.withUnsafeBytes { bytes -> CInt? in
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let written = unsafe write(descriptor, rest.baseAddress, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return errno }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return nil
  }
}
