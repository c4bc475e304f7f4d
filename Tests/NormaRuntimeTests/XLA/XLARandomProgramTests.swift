import NormaArrays
import NormaRuntime
import StableHLO
import Testing

/// Programs drawn by chance, run by XLA: those that the compiled engine and the interpreter are tested with.
@Suite(.needsXLA) struct XLARandomProgramTests {
  /// XLA's functions of f32 are good to about two units in the last place, where the bound of a program allows half
  /// of one for each operation; errors grow no faster than those they come from. In 400 programs the largest error
  /// was 3.03 times the bound, in all others but 29 results within it.
  private static let leeway = 4.0

  @Test(arguments: 0..<40)
  func `a random program runs on XLA as it is meant`(seed: Int) throws {
    let program = RandomProgram(seed: UInt64(seed))
    let found = try Executable(program.module, engine: .xla)(program.arguments)
    #expect(found.count == program.results.count)
    for (index, (array, meant)) in zip(found, program.results).enumerated() {
      let values = TensorValue(array.converted(to: meant.type.promotedToDouble.scalar)).doubles
      let worst = zip(values, meant.value.doubles).map { abs($0 - $1) }.max { $0 < $1 || $1.isNaN } ?? 0
      #expect(
        worst <= Self.leeway * meant.error,
        "seed \(seed), result \(index): \(worst) is more than \(meant.error)\n\(program.module.text)")
    }
  }
}
