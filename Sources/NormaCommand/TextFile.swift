internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A program's text.
enum TextFile {
  /// Programs are a few kilobytes; what is larger than this is something else.
  private static let byteLimit = 1 << 30

  /// True where there is something of that name.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The valid program in a file, `-` for standard input.
  static func module(at path: String) throws(Failure) -> Module {
    let name = path == "-" ? "<stdin>" : path
    let text = try contents(of: path)
    do throws(ParseError) { return try Module(validating: text, file: name) } catch {
      throw Failure(error as any Error)
    }
  }

  private static func contents(of path: String) throws(Failure) -> String {
    let descriptor = unsafe path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while bytes.count < byteLimit {
      let count = unsafe read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    guard bytes.count < byteLimit else { throw Failure("\(path): is larger than 1 GiB, which no program is") }
    guard !bytes.contains(0) else { throw Failure("\(path): is no text; a program is StableHLO text") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func failure(_ path: String) -> Failure {
    Failure("\(path): cannot be read: \(unsafe String(cString: strerror(errno)))")
  }
}
