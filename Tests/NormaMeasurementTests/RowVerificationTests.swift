import NormaArrays
import NormaLayers
import NormaMeasurement
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

/// Results judged row by row against float64.
@Suite struct `Rows are verified against float64` {
  /// Rows of noise around 3, of a layer and its result.
  private func example(
    _ layer: any Layer, _ scalar: ScalarType, rows: Int = 20, width: Int = 24
  ) throws -> (program: RowProgram, result: NDArray) {
    let elements = (0..<rows * width).map { 3 + Float(($0 * 7919) % 1009) / 1009 }
    let x = NDArray(elements, shape: [rows, width]).converted(to: scalar)
    let parameters = layer.parameters.compactMap(\.parameter.array)
    let program = try RowProgram(of: x, rowRank: 1, parameters: parameters) { try layer.program(for: $0) }
    let type = program.resultType(rows: rows)
    let result = NDArray(uninitialized: type.scalar, shape: type.shape)
    var run = try RowRun(program)
    try run.run(0..<rows, into: result)
    return (program, result)
  }

  private func verified(_ program: RowProgram, _ result: NDArray) throws -> RowVerification {
    var verification = try #require(RowVerification(of: program))
    try verification.compare(0..<program.rows, of: result, on: .standard)
    return verification
  }

  /// The result with one element replaced.
  private func changed(
    _ result: NDArray, at element: Int, _ change: (Double) -> Double
  ) -> NDArray {
    var elements = result.converted(to: .f64).elements(as: Double.self)
    elements[element] = change(elements[element])
    return NDArray(elements, shape: result.shape).converted(to: result.scalarType)
  }

  @Test(arguments: [ScalarType.f32, .f16, .bf16])
  func `a right result holds, and its error is some of a unit`(scalar: ScalarType) throws {
    let (program, result) = try example(LayerNorm(24), scalar)
    let verification = try verified(program, result)
    #expect(verification.holds)
    #expect(verification.rowsCompared == 20)
    let worst = try #require(verification.worst)
    #expect(worst.error > 0.1 && worst.error < 4)
  }

  @Test(arguments: [(ScalarType.f32, 6.0), (.f16, 3), (.bf16, 3)])
  func `a value that is off by some units breaks the bound, and is found`(
    scalar: ScalarType, units: Double
  ) throws {
    let (program, result) = try example(L2Norm(), scalar)
    let format = try #require(FloatFormat(scalar))
    let wrong = changed(result, at: 5 * 24 + 7) { $0 + units * format.unit(at: $0) }
    let verification = try verified(program, wrong)
    #expect(!verification.holds)
    #expect(verification.excess > 1)
    #expect(verification.worst?.row == 5 && verification.worst?.column == 7)
  }

  @Test func `NaN where float64 has a number breaks the bound`() throws {
    let (program, result) = try example(Softmax(), .f32)
    let verification = try verified(program, changed(result, at: 30) { _ in .nan })
    #expect(!verification.holds)
    #expect(verification.mismatch?.row == 1 && verification.mismatch?.column == 6)
  }

  @Test func `a program that rounds on its way is allowed that rounding, and says so`() throws {
    let (program, result) = try example(RMSNorm(24, convention: .llama, parameterType: .bf16), .bf16)
    let verification = try verified(program, result)
    #expect(verification.bound?.inner == .bf16)
    #expect(verification.bound?.words == "2 ULP of bf16, to which the program rounds on its way")
    #expect(verification.holds)
  }

  @Test func `float64 is compared but not judged, for no reference has more digits`() throws {
    let (program, result) = try example(LayerNorm(24), .f64)
    let verification = try verified(program, result)
    #expect(verification.bound == nil && verification.holds)
    #expect(try !verified(program, changed(result, at: 0) { _ in .infinity }).holds)
  }
}

/// Rows that are run block by block.
@Suite struct `Rows are run in blocks` {
  @Test(arguments: [(0, 4), (1, 4), (4, 4), (5, 4), (11, 4)])
  func `blocks cover every row once`(rows: Int, size: Int) {
    #expect(RowBlocks(rows: rows, size: size).flatMap { $0 } == Array(0..<rows))
  }

  @Test func `block by block or at once, the bits are the same`() throws {
    let (rows, width) = (37, 24)
    let x = NDArray((0..<rows * width).map { Float($0 % 1013) }, shape: [rows, width])
    let program = try RowProgram(of: x, rowRank: 1, parameters: [], partElementCount: 30) {
      try L2Norm().program(for: $0)
    }
    #expect(program.blocks.map(\.count) == [16, 16, 5])
    var run = try RowRun(program)
    let (whole, parts) = (NDArray(zeros: .f32, shape: x.shape), NDArray(zeros: .f32, shape: x.shape))
    try run.run(0..<rows, into: whole)
    var seen: [Range<Int>] = []
    let timing = try run.streamed(into: parts) { rows, _ in seen.append(rows) }
    #expect(seen == Array(program.blocks))
    #expect(timing.runs == 0 && timing.copy != nil)
    #expect(parts.isBitwiseEqual(to: whole))
    var kept: [Bool] = []
    _ = try run.streamed(into: nil) { rows, block in kept.append(block.isBitwiseEqual(to: whole[rows])) }
    #expect(kept == [true, true, true])
  }

  @Test func `a timed run counts every array's bytes once`() throws {
    let x = NDArray(zeros: .f32, shape: [64, 32])
    let layer = LayerNorm(32)
    let parameters = layer.parameters.compactMap(\.parameter.array)
    let program = try RowProgram(of: x, rowRank: 1, parameters: parameters) { try layer.program(for: $0) }
    #expect(program.byteCount == 2 * 64 * 32 * 4 + 2 * 32 * 4)
    var run = try RowRun(program, threads: 1)
    let result = NDArray(zeros: .f32, shape: [64, 32])
    var rows = 0
    let timing = try run.timed(into: result) { rows += $0 }
    #expect(rows == 64 && timing.runs >= 3 && timing.seconds > 0)
    #expect(timing.bandwidth == Bandwidth(bytes: program.byteCount, seconds: timing.seconds))
  }
}
