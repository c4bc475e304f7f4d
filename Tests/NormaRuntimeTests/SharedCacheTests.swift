import Dispatch
import Testing

@testable import NormaRuntime

#if os(Linux)
  import Glibc

  /// One cache folder and several processes: this test program, started again for one test.
  @Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
  struct SharedCacheTests {
    private static let shared = unsafe getenv("NORMA_TEST_SHARED_CACHE").map { unsafe String(cString: $0) }

    @Test(.enabled(if: shared != nil, "run by SharedCacheTests in processes of its own"))
    func `one process among several compiles and runs kernels`() throws {
      let cache = KernelCache(compiler: try #require(hostCompiler), folder: Self.shared)
      for factor in 2...5 {
        #expect(scaled(by: try cache.kernel("scale", in: scalingSource(by: factor)))[3] == Float(factor))
      }
    }

    @Test(.enabled(if: shared == nil, "only one process starts others"))
    func `several processes share a cache folder`() throws {
      let folder = try scratchFolder()
      defer { discard(folder) }
      let program = try #require(unsafe realpath("/proc/self/exe", nil).map { unsafe String(cString: $0) })
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let child = try? ChildProcess.run(
          "/usr/bin/env",
          [
            "NORMA_TEST_SHARED_CACHE=\(folder)", program, "--testing-library", "swift-testing", "--filter",
            "one process among several",
          ], limit: .seconds(60))
        #expect(child?.ending == .exited(0), "\(child?.output ?? "not started")")
        #expect(child?.output.contains("1 test ") == true)
      }
      #expect(files(in: folder).count == 8, "four entries of two files, no drafts")
    }
  }
#endif
