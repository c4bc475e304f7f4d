import NormaArrays
import NormaKernels
import NormaLayers
import StableHLO
import Testing

@testable import NormaRuntime

/// Which schedule a compiled program runs with.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct `A compiled program` {
  /// The C that a program is compiled from.
  private func sources(
    rows: Int, _ schedules: Schedules
  ) throws -> [String] {
    let folder = try scratchFolder()
    defer { discard(folder) }
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: folder)
    let module = try RMSNorm(64).program(for: TensorType(.f32, [rows, 64]))
    _ = try Executable(module, cache: cache, schedules: schedules)
    return try files(in: folder).filter { $0.hasSuffix(".c") }.map { name in
      String(decoding: try HostFile.contents(of: "\(folder)/\(name)") ?? [], as: UTF8.self)
    }
  }

  private func tuned(_ regime: SizeRegime) throws -> TunedSchedules {
    let kernel = try `The file of tuned schedules`.kernel()
    return TunedSchedules([`The file of tuned schedules`.entry(kernel, regime, unroll: 1)])
  }

  private static let mark = "#pragma clang loop unroll_count(1)"
  /// Rows of 512 bytes in and out that exceed the last cache.
  private static let manyRows = Processor.current.lastCacheByteCount / 512 + 1

  @Test func `takes the tuned schedule of its size, and of no other`() throws {
    #expect(try sources(rows: 4, .tuned(tuned(.withinCaches))).map { $0.contains(Self.mark) } == [true])
    #expect(try sources(rows: 4, .tuned(tuned(.beyondCaches))).map { $0.contains(Self.mark) } == [false])
    #expect(
      try sources(rows: Self.manyRows, .tuned(tuned(.beyondCaches))).map { $0.contains(Self.mark) } == [true])
    #expect(try sources(rows: 4, .tuned(TunedSchedules())).map { $0.contains(Self.mark) } == [false])
  }

  @Test func `for any number of rows it has a form for each size, and one where they are alike`() throws {
    let both = try sources(rows: 2, .tuned(tuned(.beyondCaches), forAnyRows: true))
    #expect(both.map { $0.contains(Self.mark) }.sorted { !$0 && $1 } == [false, true])
    #expect(try sources(rows: 2, .tuned(TunedSchedules(), forAnyRows: true)).count == 1)
  }

  @Test func `counts results twice that take new memory`() throws {
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: nil)
    let executable = try Executable(RMSNorm(64).program(for: TensorType(.f32, [4, 64])), cache: cache)
    guard case .kernel(let kernel) = executable.steps[0] else {
      Issue.record("the program is one kernel")
      return
    }
    #expect(kernel.bytesPerTask(resultsAreNew: false) == 2 * 64 * 4)
    #expect(kernel.bytesPerTask(resultsAreNew: true) == 3 * 64 * 4)
  }

  /// Runs the form for many rows, whose outputs go past the caches, and the one for few on the same rows.
  @Test func `for any number of rows it gives the same bits in either form`() throws {
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: nil)
    let module = try L2Norm().program(for: TensorType(.f32, [2, 64]))
    let plan = try Plan.standard(for: module)
    guard case .kernel(let step) = plan.steps[0] else { return }
    let entry = `The file of tuned schedules`.entry(step.kernel, .beyondCaches, unroll: 1)
    let executable = try Executable(
      module, cache: cache, schedules: .tuned(TunedSchedules([entry]), forAnyRows: true))
    let rows = Self.manyRows
    let x = NDArray((0..<64).map { Float($0 % 13) - 5 }, shape: [1, 64])
    let many = NDArray(uninitialized: .f32, shape: [rows, 64])
    unsafe many.withUnsafeMutableBytes { target in
      unsafe x.withUnsafeBytes { row in
        for start in stride(from: 0, to: target.count, by: row.count) {
          unsafe UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyMemory(from: row)
        }
      }
    }
    let (results, single) = (
      NDArray(uninitialized: .f32, shape: [rows, 64]), NDArray(uninitialized: .f32, shape: [1, 64])
    )
    unsafe executable.run(
      many.baseAddress, parameters: [], into: results.mutableBaseAddress, kernelRows: rows)
    unsafe executable.run(x.baseAddress, parameters: [], into: single.mutableBaseAddress, kernelRows: 1)
    let expected = single.elements(as: Float.self)
    for row in [0, 1, rows / 2, rows - 1] {
      #expect(results[row].elements(as: Float.self) == expected)
    }
  }
}

@Suite struct `The size of all rows` {
  @Test func `is within the caches up to five eighths of the last one's bytes`() {
    func regime(_ rows: Int, _ bytes: Int) -> SizeRegime {
      SizeRegime(rows: rows, bytesPerRow: bytes, lastCacheByteCount: 1600)
    }
    #expect(regime(10, 100) == .withinCaches && regime(11, 100) == .beyondCaches)
    #expect(regime(1_000_000, 0) == .withinCaches && regime(Int.max, 1 << 40) == .beyondCaches)
  }
}
