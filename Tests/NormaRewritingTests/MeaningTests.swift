import NormaArrays
import NormaRewriting
import StableHLO
import Testing

@Suite struct MeaningTests {
  static let passes: [Pass] = [
    .inlineCalls, .deadCode, .commonSubexpressions, .identityMovement, .movementChains, .sizeOneReductions,
    .constantFolding, .sinkReshapes, .neutralElements, .nonNegativeMaximum,
  ]

  @Test(arguments: passes.map(\.name))
  func `a pass keeps the meaning of random programs`(name: String) throws {
    let pass = try #require(Self.passes.first { $0.name == name })
    for seed in 0..<30 {
      let program = RandomProgram(seed: UInt64(seed))
      try expectSameMeaning(program, Pipeline([pass], verifiesEachPass: true), "\(name), seed \(seed)")
    }
  }

  /// The passes that are exact in real arithmetic; in float64 they differ by far less than this.
  static let boundedPasses: [Pass] = [
    .nestedReductions, .scaledSums, .centredSum, .varianceForm, .plainVariance,
  ]
  /// A program of 40 operations on sums of at most 24 numbers: 10^4 times the error of one.
  static let tolerance = 1e-11

  @Test(arguments: boundedPasses.map(\.name))
  func `a pass that is exact in real arithmetic keeps the meaning of random programs`(name: String) throws {
    let pass = try #require(Self.boundedPasses.first { $0.name == name })
    var firings = 0
    for seed in 0..<60 {
      let program = RandomProgram(seed: UInt64(seed))
      let pipeline = Pipeline([pass, .deadCode], verifiesEachPass: true)
      firings += try pipeline(program.module).records.filter { $0.name == name }.count
      try expectNearMeaning(program, pipeline, "\(name), seed \(seed)")
    }
    #expect(firings > 5)
  }

  @Test func `all passes together keep the meaning of random programs, and shorten them`() throws {
    var (before, after) = (0, 0)
    for seed in 1000..<1060 {
      let program = RandomProgram(seed: UInt64(seed))
      let rewritten = try expectNearMeaning(program, .standard, "seed \(seed)")
      before += OpCounts(program.module).all
      after += OpCounts(rewritten).all
    }
    #expect(after * 2 < before)
  }

  /// Runs both in float64 and compares to a share of each result's greatest element.
  @discardableResult
  private func expectNearMeaning(
    _ program: RandomProgram, _ pipeline: Pipeline, _ comment: String
  ) throws -> Module {
    let module = promotedToDouble(program.module)
    let rewritten = try pipeline(module).module
    let inputs = program.inputs.map { $0.converted(to: .f64) }
    for (left, right) in zip(
      try Interpreter(module).run("main", inputs), try Interpreter(rewritten).run("main", inputs))
    {
      let (left, right) = (left.elements(as: Double.self), right.elements(as: Double.self))
      let scale = max(1, left.map(abs).max() ?? 0)
      #expect(
        zip(left, right).allSatisfy {
          abs($0 - $1) <= Self.tolerance * scale || ($0.isNaN && $1.isNaN) || $0 == $1
        },
        "\(comment)\n\(module.text)")
    }
    return rewritten
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
