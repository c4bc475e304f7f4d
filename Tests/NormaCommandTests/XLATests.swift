import Foundation
import NormaArrays
import Testing

/// `--engine xla`.
@Suite struct `The command runs on XLA` {
  /// True where the command finds a plugin.
  static let hasPlugin: Bool = {
    let report = try? Command(in: Folder())("doctor").output
    return report?.contains("ok       XLA plugin") == true
  }()

  private static let add = """
    func.func @main(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<i1>) {
      %0 = stablehlo.add %x, %x : tensor<2x3xf32>
      %1 = stablehlo.constant dense<true> : tensor<i1>
      return %0, %1 : tensor<2x3xf32>, tensor<i1>
    }
    """

  private func command(plugin: String? = nil) throws -> Command {
    var command = Command(in: Folder())
    command.environment = plugin.map { ["NORMA_PJRT_PLUGIN": $0] } ?? [:]
    try command.folder.write(Self.add, to: "add.mlir")
    try NDArray((1...6).map(Float.init), shape: [2, 3]).write(npy: command.folder.url("x.npy").path())
    return command
  }

  @Test(.enabled(if: hasPlugin, "no XLA plugin on this machine"))
  func `a program's results are XLA's`() throws {
    let command = try command()
    let words = "run add.mlir --input x.npy --engine xla"
    #expect(
      try command(words).output.withoutMeasurements == """
        add.mlir
          time  <measured>  one run, by XLA
          result 1  f32[2, 3]  2.0 4.0 6.0 8.0 10.0 12.0
          result 2  i1[]  true

        """)
    #expect(try command(words + " --json").output.contains(#""engine" : "xla""#))
    #expect(try command(words + " --output a.npy --output b.npy").status == 0)
    #expect(try command.folder.array("a.npy").elements(as: Float.self) == [2, 4, 6, 8, 10, 12])
  }

  @Test(.enabled(if: hasPlugin, "no XLA plugin on this machine"))
  func `a layer is timed and verified, and says whose threads worked`() throws {
    let command = try command()
    let text = try command("run layernorm --input x.npy --engine xla --verify").output
    #expect(text.contains("runs after a warm-up, by XLA") && text.contains("bound  holds"))
    let report = try command("run layernorm --input x.npy --engine xla --json").output
    #expect(report.contains(#""engine" : "xla""#) && !report.contains("threads"))
  }

  @Test(.enabled(if: hasPlugin, "no XLA plugin on this machine"))
  func `a check that does not hold ends with status 2`() throws {
    let command = try command()
    try command.folder.write(Program.check(second: "2.5"), to: "check.mlir")
    let outcome = try command("run check.mlir --engine xla")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: check.mlir:4:3: @main: check.expect_eq does not hold at [1]"))
  }

  @Test func `without a plugin it says what installs one`() throws {
    let command = try command(plugin: "/none.so")
    let outcome = try command("run add.mlir --input x.npy --engine xla")
    #expect(
      outcome
        == .init(
          status: 1, output: "",
          errors: "error: add.mlir: NORMA_PJRT_PLUGIN must name a PJRT plugin, a shared library, and "
            + "\"/none.so\" is no file. Set it to the library's full path, or unset it to have one found.\n"))
    let doctor = try command("doctor")
    #expect(doctor.status == 0 && doctor.output.contains("missing  XLA plugin"))
    #expect(doctor.output.contains("make setup"))
  }

  @Test func `the number of its threads is not ours to set`() throws {
    let outcome = try command()("run add.mlir --input x.npy --engine xla --threads 2")
    #expect(
      outcome
        == .init(
          status: 64, output: "",
          errors: "error: --threads: XLA runs on the threads of its plugin, which sets their number\n"))
  }
}
