import NormaArrays
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct CompiledProgramsTests {
  private static func program(adding number: Double) throws -> Module {
    try trace(Input("x", TensorType(.f32, [2, 4]))) { x in x + number }
  }

  private static func programs() throws -> CompiledPrograms {
    CompiledPrograms(
      cache: KernelCache(compiler: try #require(hostCompiler), folder: HostSettings.current.cacheFolder))
  }

  @Test func `a program is compiled once for each number of threads and kind of rows`() throws {
    let programs = try Self.programs()
    let made = try programs.executable(for: try Self.program(adding: 1))
    #expect(try programs.executable(for: try Self.program(adding: 1)) === made)
    #expect(try programs.executable(for: try Self.program(adding: 1), threads: 1) !== made)
    #expect(try programs.executable(for: try Self.program(adding: 1), forAnyRows: true) !== made)
  }

  /// They have the same figures, so that only `==` tells them apart.
  @Test func `programs that look alike are not taken for each other`() throws {
    let programs = try Self.programs()
    let x = NDArray([Float](repeating: 1, count: 8), shape: [2, 4])
    for number in [1.0, 2, 3] {
      let module = try Self.program(adding: number)
      #expect(module.hashValue == (try Self.program(adding: 9)).hashValue)
      #expect(
        try programs.executable(for: module)([x])[0].values
          == [Double](repeating: 1 + number, count: 8))
    }
  }

  @Test func `what a cache kept can be removed`() throws {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: folder + "/kernels")
    _ = try CompiledPrograms(cache: cache).executable(for: try Self.program(adding: 1))
    #expect(files(in: folder + "/kernels").count == 2)
    cache.removeKept()
    #expect(files(in: folder) == [])
  }
}
