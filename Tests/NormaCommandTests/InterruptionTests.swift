import Foundation
import NormaArrays
import Testing

/// What is left when a run does not reach its end.
@Suite struct `The command leaves no half-written file` {
  /// A run that takes seconds: the interpreter over many rows.
  private static let slow =
    "exec norma run softmax --input x.npy --engine interpreter --verify --output y.npy"

  private static let isUnderThreadSanitizer = unsafe dlsym(nil, "__tsan_init") != nil

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT])
  func `a run that is ended by a signal leaves the folder as it was`(signal: Int32) throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(20_000, of: 100)
    let process = try command.start(Self.slow)
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try command.folder.names == ["x.npy"])
  }

  @Test(
    .disabled(if: Self.isUnderThreadSanitizer, "the thread sanitizer does not work under a file size limit"))
  func `what stood at the target stays when a run fails`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(1024, of: 256)
    try command.folder.write("mine", to: "y.npy")
    // Compiled before the limit holds, for compiling writes a file too.
    #expect(try command("run l2norm --input x.npy").status == 0)
    let outcome = try command.shell("ulimit -f 512; norma run l2norm --input x.npy --output y.npy")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "error: y.npy: is not written, for there is no room: File too large\n")
    #expect(try String(contentsOf: command.folder.url("y.npy"), encoding: .utf8) == "mine")
    #expect(try command.folder.names == ["x.npy", "y.npy"])
  }

  @Test func `a program whose check fails writes nothing`() throws {
    let command = Command(in: Folder())
    try command.folder.write(
      """
      func.func @main() -> tensor<2xf32> {
        %0 = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf32>
        %1 = stablehlo.constant dense<[1.0, 3.0]> : tensor<2xf32>
        stablehlo.custom_call @check.expect_eq(%0, %1) {has_side_effect = true} : (tensor<2xf32>, tensor<2xf32>) -> ()
        return %0 : tensor<2xf32>
      }
      """, to: "check.mlir")
    #expect(try command("run check.mlir --output y.npy").status == 2)
    #expect(try command.folder.names == ["check.mlir"])
  }
}
