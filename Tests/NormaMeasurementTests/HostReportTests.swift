import NormaRuntime
import Testing

@testable import NormaMeasurement

private let cache = (try? HostCompiler.found()).map { KernelCache(compiler: $0, folder: nil) }

@Suite struct HostReportTests {
  @Test func `what is missing comes with the command that installs it`() throws {
    let report = HostReport(settings: HostSettings { $0 == "NORMA_CC" ? "/none" : nil }, linearAlgebra: nil)
    #expect(
      report.items.map(\.name) == [
        "processor", "C compiler", "kernel cache", "tuned schedules", "BLAS", "XLA plugin",
      ])
    #expect(report.items.map(\.isFound) == [true, false, false, false, false, false])
    #expect(report.items[1].detail.contains("NORMA_CC must name a C compiler"))
    #expect(report.items[2].detail.hasSuffix("neither NORMA_CACHE nor HOME is set"))
    #expect(report.items[3].detail.hasSuffix("Let NORMA_TUNED name one."))
    #expect(report.items[1].remedy != nil && report.items[4].remedy != nil)
    #expect(
      report.items[5].detail.hasPrefix("programs do not run on XLA: XLA runs programs through a PJRT plugin"))
    #expect(report.items[5].remedy == "make setup")
  }

  @Test(.enabled(if: cache != nil, "no C compiler on this machine"))
  func `what is found is described`() {
    let items = HostReport().items
    #expect(items[1].isFound && items[1].remedy == nil && !items[1].detail.isEmpty)
  }
}
