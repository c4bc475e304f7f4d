import Testing

@testable import NormaRuntime

@Suite struct ProcessorTests {
  @Test(arguments: [("sse2", 16), ("sse2 avx avx2", 32), ("avx avx512f", 64)])
  func `the vector width follows the widest extension`(flags: String, width: Int) {
    let report = "processor\t: 0\nmodel name\t: A CPU\nstepping\t: 2\nflags\t\t: \(flags)"
    let processor = Processor(report: report, architecture: "x86_64", cores: 2)
    #expect(processor.vectorByteCount == width)
    #expect(processor.model == "A CPU, stepping 2")
  }

  @Test func `a report without known fields still names the architecture`() {
    let processor = Processor(report: "", architecture: "arm64", cores: 1)
    #expect(processor.model == "arm64")
    #expect(processor.vectorByteCount == 16)
  }

  @Test func `threads share a cache as processors do`() {
    let own = Processor.Cache(level: 2, byteCount: 1 << 20, sharedBy: 1)
    let shared = Processor.Cache(level: 3, byteCount: 1 << 25, sharedBy: 4)
    #expect(own.byteCount(threads: 3) == 3 << 20)
    #expect([1, 4, 5].map(shared.byteCount) == [1 << 25, 1 << 25, 1 << 26])
    #expect(Processor.caches.allSatisfy { $0.byteCount > 0 && $0.sharedBy > 0 })
  }

  @Test func `this machine has at least one processor`() {
    #expect(Processor.current.cores >= 1)
    #expect(!Processor.current.model.isEmpty)
  }
}
