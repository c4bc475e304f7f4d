import Foundation
import NormaArrays
import Testing

/// `norma run FILE.mlir`.
@Suite struct `The command runs programs` {
  @Test(arguments: ["cpu", "interpreter"])
  func `results are printed in short, or written`(engine: String) throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.twoResults, to: "two.mlir")
    try NDArray((1...6).map(Float.init), shape: [2, 3]).write(npy: command.folder.url("x.npy").path())
    try NDArray([Int32(21)], shape: []).write(npy: command.folder.url("n.npy").path())
    let words = "run two.mlir --input x.npy --input n.npy --engine \(engine)"
    let way = engine == "cpu" ? "compiled" : "in the interpreter"
    #expect(
      try command(words).output.withoutMeasurements == """
        two.mlir
          time  <measured>  one run, \(way)
          result 1  f32[2, 3]  2.0 4.0 6.0 8.0 10.0 12.0
          result 2  i32[]  42

        """)
    #expect(try command(words + " --output a.npy --output s.safetensors:n").status == 0)
    #expect(try command.folder.array("a.npy").elements(as: Float.self) == [2, 4, 6, 8, 10, 12])
    let tensors = try SafetensorsFile(command.folder.url("s.safetensors").path())
    #expect(try tensors.array(named: "n").elements(as: Int32.self) == [42])
  }

  @Test func `the median of many runs is told`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.check(second: "2.0"), to: "check.mlir")
    let runs = try command("run check.mlir --repeat 5")
    #expect(runs.output.contains("median of 5 runs, ") && runs.output.contains(", compiled"))
    let report = try JSONSerialization.jsonObject(
      with: Data(command("run check.mlir --repeat 3 --json").output.utf8))
    let times = (report as? [String: Any])?["times"] as? [Double]
    #expect(times?.count == 3 && times == times?.sorted())
    let none = try command("run check.mlir --repeat 0")
    #expect(none.status == 64 && none.errors.contains("--repeat must be at least 1, and is 0"))
    try command.folder.writeRows(2, of: 8)
    let layer = try command("run l2norm --input x.npy --repeat 3")
    #expect(layer.status == 64 && layer.errors.contains("--repeat is for programs"))
  }

  /// A call that no pass writes out has no compiled form.
  @Test func `rewrites are chosen by name`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.call, to: "call.mlir")
    try NDArray([3] as [Float], shape: [1]).write(npy: command.folder.url("x.npy").path())
    #expect(try command("run call.mlir --input x.npy --without dead-code").output.hasSuffix(" 6.0\n"))
    #expect(try command("run call.mlir --input x.npy --with l2-norm").output.hasSuffix(" 6.0\n"))
    #expect(try command("run call.mlir --input x.npy --without inline-calls").status == 1)
    let wrong = try command("run call.mlir --input x.npy --without frobnicate")
    #expect(
      wrong.status == 64 && wrong.errors.contains("There is no rewrite `frobnicate`. The rewrites are: "))
    let engine = try command("run call.mlir --input x.npy --without dead-code --engine interpreter")
    #expect(engine.status == 64 && engine.errors.contains("the other engines apply none"))
    let layer = try command("run l2norm --input x.npy --with l2-norm")
    #expect(layer.status == 64 && layer.errors.contains("--with is for programs; `norma export l2norm`"))
  }

  private static let hasWideVectors =
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.contains("avx512vl") ?? false

  /// The doctor names the code that OpenBLAS chose.
  @Test(.enabled(if: hasWideVectors, "the processor has no AVX-512"))
  func `OpenBLAS uses what the processor has, unless the user chose`() throws {
    var command = Command(in: Folder())
    command.environment["OPENBLAS_CORETYPE"] = "Prescott"
    let chosen = try command("doctor --json").output
    if chosen.contains("OpenBLAS") { #expect(chosen.contains("Prescott")) }
    let found = try command.shell("unset OPENBLAS_CORETYPE; norma doctor --json").output
    #expect(!found.contains("Prescott") && !found.contains("Haswell") && !found.contains(" Zen "))
  }

  @Test func `a program comes from standard input too, and its checks are counted`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.check(second: "2.0"), to: "check.mlir")
    let outcome = try command.shell("norma run - < check.mlir")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.withoutMeasurements == "-\n  time  <measured>  one run, compiled\n  checks  1 holds\n")
  }

  @Test func `what explain traces, run runs: the same bits as the layer itself`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(5, of: 24)
    let script = """
      norma explain l2norm --shape 5x24 --stage traced > traced.mlir
      norma explain l2norm --shape 5x24 --stage rewritten > rewritten.mlir
      norma run traced.mlir --input x.npy --output a.npy
      norma run rewritten.mlir --input x.npy --output b.npy
      norma run l2norm --input x.npy --output c.npy
      """
    #expect(try command.shell("set -e\n" + script).status == 0)
    let layer = try command.folder.array("c.npy")
    #expect(try command.folder.array("a.npy").isBitwiseEqual(to: layer))
    #expect(try command.folder.array("b.npy").isBitwiseEqual(to: layer))
  }
}
