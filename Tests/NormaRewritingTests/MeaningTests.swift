import NormaArrays
import NormaRewriting
import StableHLO
import Testing

@Suite struct MeaningTests {
  static let passes: [Pass] = [
    .inlineCalls, .deadCode, .commonSubexpressions, .identityMovement, .movementChains, .sizeOneReductions,
    .constantFolding, .sinkReshapes, .neutralElements,
  ]

  @Test(arguments: passes.map(\.name))
  func `a pass keeps the meaning of random programs`(name: String) throws {
    let pass = try #require(Self.passes.first { $0.name == name })
    for seed in 0..<30 {
      let program = RandomProgram(seed: UInt64(seed))
      try expectSameMeaning(program, Pipeline([pass], verifiesEachPass: true), "\(name), seed \(seed)")
    }
  }

  @Test func `all passes together keep the meaning of random programs, and shorten them`() throws {
    var (before, after) = (0, 0)
    for seed in 1000..<1060 {
      let program = RandomProgram(seed: UInt64(seed))
      let rewritten = try expectSameMeaning(program, .standard, "seed \(seed)")
      before += OpCounts(program.module).all
      after += OpCounts(rewritten).all
    }
    #expect(after * 2 < before)
  }

  @discardableResult
  private func expectSameMeaning(
    _ program: RandomProgram, _ pipeline: Pipeline, _ comment: String
  ) throws -> Module {
    let rewritten = try pipeline(program.module).module
    let expected = try Interpreter(program.module).run("main", program.inputs)
    let found = try Interpreter(rewritten).run("main", program.inputs)
    for (left, right) in zip(expected, found) {
      // A sum over one element starts from 0 and so makes -0 to 0, the reshape in its place does not.
      #expect(left.shape == right.shape && left.scalarType == right.scalarType)
      let pairs = zip(
        left.converted(to: .f64).elements(as: Double.self),
        right.converted(to: .f64).elements(as: Double.self))
      #expect(pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(comment)\n\(program.module.text)")
    }
    return rewritten
  }
}
