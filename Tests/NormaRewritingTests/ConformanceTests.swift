import Foundation
import NormaRewriting
import StableHLO
import Testing

/// The folder of conformance cases that the environment names.
private let folder = ProcessInfo.processInfo.environment["NORMA_STABLEHLO_TESTDATA"]

@Suite struct ConformanceTests {
  @Test(.enabled(if: folder != nil, "NORMA_STABLEHLO_TESTDATA names no folder"))
  func `rewritten conformance programs still pass their own checks`() throws {
    let directory = URL(fileURLWithPath: try #require(folder))
    let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
    let cases = files.filter { $0.pathExtension == "mlir" }
    #expect(!cases.isEmpty)
    for file in cases {
      let module = try Module(
        parsing: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
      let rewritten = try Pipeline.standard(module).module
      #expect(rewritten.functions.map(\.name) == ["main"], "\(file.lastPathComponent)")
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try Interpreter(rewritten).run("main", []) }
    }
  }
}
