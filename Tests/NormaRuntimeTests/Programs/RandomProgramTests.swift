import NormaArrays
import StableHLO
import Testing

@testable import NormaRuntime

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Programs drawn by chance, compiled and interpreted. `NORMA_RANDOM_PROGRAMS` is how many, and
/// `NORMA_RANDOM_SEED` the first of them.
@Suite struct RandomProgramTests {
  private static func setting(_ name: String, otherwise: Int) -> Int {
    unsafe getenv(name).flatMap { unsafe Int(String(cString: $0)) } ?? otherwise
  }
  private static let first = setting("NORMA_RANDOM_SEED", otherwise: 0)
  private static let batches = Array(0..<max(1, setting("NORMA_RANDOM_PROGRAMS", otherwise: 40) / 10))

  /// Kernels compiled for a short compile: the optimiser is not what is tested here.
  private static let cache = hostCompiler.map { compiler in
    KernelCache(
      compiler: HostCompiler(path: compiler.path, flags: compiler.flags.map { $0 == "-O3" ? "-O0" : $0 }),
      folder: nil)
  }

  @Test(.enabled(if: hostCompiler != nil, "no C compiler on this machine"), arguments: batches)
  func `random programs run as they are meant`(batch: Int) throws {
    for seed in Self.first + batch * 10..<Self.first + batch * 10 + 10 {
      let program = RandomProgram(seed: UInt64(seed))
      do {
        let executable = try Executable(program.module, cache: Self.cache)
        try expect(executable(program.arguments), meant: program, by: "the compiled program", seed)
        try expect(
          Interpreter(program.module).run("main", program.arguments), meant: program, by: "the interpreter",
          seed)
      } catch { Issue.record("seed \(seed): \(error)\n\(program.module.text)") }
    }
  }

  private func expect(_ found: [NDArray], meant program: RandomProgram, by runner: String, _ seed: Int) {
    for (index, (array, meant)) in zip(found, program.results).enumerated() {
      let values = TensorValue(array.converted(to: meant.type.promotedToDouble.scalar)).doubles
      let pairs = zip(values, meant.value.doubles)
      let worst = pairs.map { abs($0 - $1) }.max { $0 < $1 || $1.isNaN } ?? 0
      #expect(
        worst <= meant.error,
        "seed \(seed), \(runner), result \(index): \(worst) is more than \(meant.error)\n\(program.module.text)"
      )
    }
    #expect(found.count == program.results.count)
  }
}
