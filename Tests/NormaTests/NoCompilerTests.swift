import Norma
import Testing

/// On a machine without a C compiler the interpreter gives the results, and says so once.
@Suite struct NoCompilerTests {
  @Test func `without a compiler the interpreter runs, with one warning`() throws {
    let (status, output) = try OwnProcess.run(
      suite: "WithoutCompiler", environment: ["NORMA_CC": "/nowhere/cc", withoutCompiler: "1"])
    #expect(status == 0, "\(output)")
    #expect(output.contains("2 tests"), "\(output)")
    let warnings = output.split(whereSeparator: \.isNewline).filter { $0.contains("warning") }
    #expect(warnings.count == 1, "\(output)")
    #expect(
      warnings.first?.hasSuffix(
        "programs run in the interpreter, which is slow: NORMA_CC must name a C compiler that can be run, and "
          + "\"/nowhere/cc\" is none. Set it to the compiler's full path, or unset it to have one found.")
        == true,
      "\(output)")
  }

  @Test func `the interpreter can be asked for`() throws {
    let program = try Softmax().program(for: TensorType(.f64, [2, 3]))
    let executable = try compile(program, engine: .interpreter)
    #expect(executable.plan == nil)
    let y = try executable([NDArray([1.0, 1, 1, 0, 0, 0], shape: [2, 3])])[0].elements(as: Double.self)
    #expect(y.allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
  }
}

/// Set in the process that finds no compiler.
private let withoutCompiler = "NORMA_TESTS_WITHOUT_COMPILER"

/// What runs in a process that finds no compiler.
@Suite(
  .enabled(if: OwnProcess.setting(withoutCompiler) != nil, "run by NoCompilerTests in a process of its own"))
struct WithoutCompiler {
  /// The interpreter rounds every operation to f32, where kernels round once: of rows of five, a few times.
  static let allowance = 4.0

  @Test func `layers run on arrays`() throws {
    let trial = Trial<Float>(.layerNorm, width: 5)
    let x = trial.rows(3)
    let found = try trial.results(x)
    for start in [0, 5, 10] {
      #expect(
        Judge.error(of: found[start..<start + 5], meant: trial.meant(x[start..<start + 5])) <= Self.allowance)
    }
  }

  @Test func `compiled layers run on spans`() throws {
    let trial = Trial<Float>(.rmsNorm, width: 5)
    let x = trial.rows(3)
    let compiled = try compile(trial.layer, rowShape: [5], of: Float.self)
    var y = [Float](repeating: 0, count: x.count)
    var span = y.mutableSpan
    try compiled(x.span, into: &span)
    for start in [0, 5, 10] {
      #expect(
        Judge.error(of: y[start..<start + 5], meant: trial.meant(x[start..<start + 5])) <= Self.allowance)
    }
  }
}
