#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A source compiled and loaded: the library, and its bytes for the cache.
struct KernelBuild {
  /// The loaded library.
  let library: KernelLibrary
  /// The file it was loaded from, byte for byte.
  let bytes: [UInt8]

  /// Compiles in a folder and leaves nothing there, but for the source if the compile fails.
  init(_ source: String, with compiler: HostCompiler, in folder: String) throws(HostError) {
    let name = "\(folder)/kernel-\(HostFile.uniqueName())"
    let (text, output) = (name + ".c", name + ".so")
    try HostFile.create(text, Array(source.utf8))
    defer { HostFile.remove(output) }
    try compiler.compile(text, into: output)
    do throws(HostError) {
      bytes = try HostFile.contents(of: output) ?? []
      library = try KernelLibrary(at: output)
    } catch {
      let command = "\(compiler.path) ... -o \(output) \(text)"
      throw HostError(.noLibrary(command: command, problem: error.description, source: text))
    }
    HostFile.remove(text)
  }

  /// Compiles in a new folder for temporary files, which is removed unless the compile fails.
  static func inTemporaryFolder(
    _ source: String, with compiler: HostCompiler
  ) throws(HostError) -> KernelBuild {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/norma-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let folder = made else { throw HostFile.failure("create a temporary folder in", place) }
    let build = try KernelBuild(source, with: compiler, in: folder)
    _ = unsafe rmdir(folder)
    return build
  }
}
