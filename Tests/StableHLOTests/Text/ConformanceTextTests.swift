import StableHLO
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder of conformance cases that the environment names.
enum ConformanceFolder {
  /// The path, or nil where `NORMA_STABLEHLO_TESTDATA` is not set.
  static let path: String? = unsafe getenv("NORMA_STABLEHLO_TESTDATA").map { unsafe String(cString: $0) }

  /// The texts of the folder by name.
  static func texts() -> [(name: String, text: String)] {
    guard let path, let directory = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasSuffix(".mlir") { names.append(name) }
    }
    return names.sorted().map { ($0, text(of: path + "/" + $0)) }
  }

  private static func text(of path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite struct ConformanceTextTests {
  @Test(.enabled(if: ConformanceFolder.path != nil, "NORMA_STABLEHLO_TESTDATA names no folder"))
  func `every conformance file parses, and its printed form parses to the same program`() throws {
    let cases = ConformanceFolder.texts()
    #expect(!cases.isEmpty)
    for (name, text) in cases {
      let module = try Module(parsing: text, file: name)
      let again = try Module(parsing: module.text, file: name)
      #expect(again == module, "\(name)")
    }
  }
}
