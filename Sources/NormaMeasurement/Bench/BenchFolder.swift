internal import NormaArrays

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A folder for what is handed to peers and back.
///
/// A class because it is a folder: it goes when nobody holds it any more, and when the process is told to end.
final class BenchFolder {
  /// Where it stands.
  let path: String
  private var files: Set<String> = []

  init() throws(ContenderError) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/norma-bench-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw ContenderError("\(parent): no folder can be made there: \(SystemError.last.text)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    TemporaryFiles.add(path)
  }

  deinit {
    for file in files { forget(file) }
    forget(path)
  }

  private func forget(_ name: String) {
    _ = unsafe remove(name)
    TemporaryFiles.forget(name)
  }

  /// A file of the folder, which is taken away with it.
  func file(_ name: String) -> String {
    let file = "\(path)/\(name)"
    files.insert(file)
    TemporaryFiles.add(file)
    return file
  }

  /// Writes an array's elements to a file, little-endian, in row-major order.
  func write(_ array: NDArray, to path: String) throws(ContenderError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let contiguous = array.contiguous()
    let isWritten = unsafe contiguous.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = min(bytes.count - done, 1 << 30)
        let count = unsafe systemWrite(descriptor, bytes.baseAddress?.advanced(by: done), rest)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWritten else { throw failure(path) }
  }

  /// Reads an array's elements from a file.
  func read(_ path: String, as scalar: ScalarType, shape: Shape) throws(ContenderError) -> NDArray {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let array = NDArray(uninitialized: scalar, shape: shape)
    Poison.fill(array)
    unsafe array.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = min(bytes.count - done, 1 << 30)
        let count = unsafe systemRead(descriptor, bytes.baseAddress?.advanced(by: done), rest)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { break }
        done += count
      }
    }
    return array
  }

  private func failure(_ path: String) -> ContenderError {
    ContenderError("\(path): cannot be written or read: \(SystemError.last.text)")
  }
}

/// The system's calls, which inside the folder hide behind its methods.
private func systemWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, start, count)
}

private func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, start, count)
}
