import Foundation
import Testing

/// `norma latency`, with as few rounds as it takes: what it measures is no test's business.
@Suite struct LatencyTests {
  @Test func `the report names what was measured and what is wanted`() throws {
    let outcome = try Command(in: Folder())(
      "latency layernorm --width 100 --dtype bf16 --rounds 2 --compiles 1")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("layernorm, a row of 100 bf16, medians:\n"))
    for line in [
      "kernel", "call", "difference", "compiled first", "from disk", "from memory", "traced again",
    ] {
      #expect(outcome.output.contains("\n  \(line) "), "\(line)")
    }
  }

  @Test func `machines read the same in seconds`() throws {
    let outcome = try Command(in: Folder())("latency --width 64 --rounds 1 --compiles 1 --json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(report["layer"] as? String == "rmsnorm" && report["width"] as? Int == 64)
    for key in ["kernel", "call", "first_compile", "from_disk", "from_memory", "traced_again"] {
      #expect(try #require(report["\(key)_seconds"] as? Double, "\(key)") > 0)
    }
    #expect(report["overhead_seconds"] is Double)
  }

  @Test func `nothing of its own is left behind`() throws {
    var command = Command(in: Folder())
    command.environment["TMPDIR"] = command.folder.url("temporary").path()
    try FileManager.default.createDirectory(
      at: command.folder.url("temporary"), withIntermediateDirectories: true)
    #expect(try command("latency --width 64 --rounds 1 --compiles 2").status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: command.folder.url("temporary").path()).isEmpty)
  }

  @Test(arguments: [
    (
      "latency residual-mlp",
      "latency measures layers of one tensor whose rows do not depend on each other; not residual-mlp"
    ),
    ("latency --width 0", "--width, --rounds and --compiles must be at least 1"),
  ])
  func `what cannot be measured is refused`(words: String, message: String) throws {
    let outcome = try Command(in: Folder())(words)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
  }
}
