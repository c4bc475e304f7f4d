import NormaRuntime
import StableHLO
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// StableHLO's own cases, run by the compiled engine: each ends in checks of its results.
@Suite struct ConformanceTests {
  static let folder = unsafe getenv("NORMA_STABLEHLO_TESTDATA").map { unsafe String(cString: $0) }

  static let files: [String] = {
    guard let folder, let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasSuffix(".mlir") { names.append(name) }
    }
    return names.sorted()
  }()

  @Test(
    .enabled(if: folder != nil, "NORMA_STABLEHLO_TESTDATA names no folder of conformance cases"),
    arguments: files)
  func `the compiled engine passes the case`(file: String) throws {
    let text = try #require(Self.contents(of: "\(Self.folder ?? "")/\(file)"))
    let executable = try Executable(Module(parsing: text, file: file))
    do { _ = try executable([]) } catch { Issue.record("\(file): \(error)") }
  }

  static func contents(of path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = unsafe fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
