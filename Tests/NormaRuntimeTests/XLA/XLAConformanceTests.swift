import NormaRuntime
import StableHLO
import Testing

/// StableHLO's own cases, run by XLA: each ends in checks of its results.
@Suite(.needsXLA) struct XLAConformanceTests {
  @Test(
    .enabled(
      if: ConformanceTests.folder != nil, "NORMA_STABLEHLO_TESTDATA names no folder of conformance cases"),
    arguments: ConformanceTests.files)
  func `XLA passes the case`(file: String) throws {
    let text = try #require(ConformanceTests.contents(of: "\(ConformanceTests.folder ?? "")/\(file)"))
    let executable = try Executable(Module(parsing: text, file: file), engine: .xla)
    do { _ = try executable([]) } catch { Issue.record("\(file): \(error)") }
  }
}
