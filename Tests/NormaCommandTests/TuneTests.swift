import Foundation
import Testing

/// `norma tune`.
@Suite struct `The command tunes kernels` {
  /// A command that keeps what it finds in its own folder.
  private func command() -> Command {
    var command = Command(in: Folder())
    command.environment["NORMA_TUNED"] = command.folder.url("tuned").path()
    return command
  }

  /// What the file holds: one file, beside its lock.
  private func kept(by command: Command) throws -> [[String: Any]] {
    let folder = command.folder.url("tuned").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    guard let name = names.first else { return [] }
    let data = try Data(contentsOf: command.folder.url("tuned/\(name)"))
    let content = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(content["kernels"] as? [[String: Any]])
  }

  @Test func `it prints a table, keeps the winner, and the winner is used from then on`() throws {
    let command = command()
    let before = try command("explain l2norm --shape 8x40 --stage schedule").output
    #expect(before.hasPrefix("chosen: by the cost model, without measuring\n"))
    let outcome = try command("tune l2norm --shape 8x40 --threads 1")
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "l2norm  f32[8, 40]  epsilon 1e-12")
    #expect(lines.contains { $0.hasPrefix("  compiling: 0 of ") })
    #expect(lines.contains { $0.hasPrefix("norma_main_0: 8 rows of 40, 2.56 kB within the caches, limit ") })
    #expect(lines.contains { $0.hasSuffix("of limit  of cost model  state      schedule") })
    #expect(lines.contains { $0.contains(" times as fast as the cost model's schedule after ") })
    #expect(outcome.output.hasSuffix(".json\n"))
    #expect(try kept(by: command).count == 1)
    let after = try command("explain l2norm --shape 8x40 --stage schedule").output
    #expect(after.hasPrefix("chosen: by tuning, within the caches, on 20"))
    #expect(try command("doctor").output.replacing(/\s+/, with: " ").contains("tuned schedules 1 in /"))
    #expect(try command("run l2norm --input x.npy").errors != "")
  }

  @Test func `as JSON it tells every schedule and how much tuning gave`() throws {
    let command = command()
    let outcome = try command(
      "tune rmsnorm --shape 6x24 --dtype bf16 --direction backward --mode max-autotune --threads 1 --json")
    #expect(outcome.status == 0 && outcome.errors == "")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(report["mode"] as? String == "max-autotune" && report["threads"] as? Int == 1)
    #expect(report["subject"] as? String == "gradient of rmsnorm  bf16[6, 24]  epsilon 1e-06, weight")
    let kernels = try #require(report["kernels"] as? [[String: Any]])
    #expect(kernels.count == (try kept(by: command).count))
    for kernel in kernels {
      let candidates = try #require(kernel["candidates"] as? [[String: Any]])
      #expect(candidates.allSatisfy { ($0["median_seconds"] as? Double ?? 0) > 0 && $0["problem"] == nil })
      let (tuned, heuristic) = (kernel["tuned"] as? [String: Any], kernel["heuristic"] as? [String: Any])
      #expect(kernel["speedup"] as? Double == tuned?["speedup"] as? Double)
      #expect(heuristic?["speedup"] as? Double == 1)
      #expect((kernel["limit"] as? [String: Any])?["seconds"] as? Double != nil)
    }
  }

  @Test(
    arguments: [
      ("tune nothing", 64, "is neither a layer nor a program"),
      ("tune l2norm", 64, "add --shape"),
      ("tune l2norm --shape 8x40 --threads 0", 64, "--threads must be at least 1, and is 0"),
      ("tune l2norm --shape 8x40 --mode wild", 64, "The value 'wild' is invalid"),
      ("tune l2norm --shape 0x40", 1, "there is no kernel to tune"),
    ])
  func `what cannot be tuned is refused`(words: String, status: Int32, message: String) throws {
    let outcome = try command()(words)
    #expect(outcome.status == status && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `a place that cannot be used is refused before anything is measured`() throws {
    var command = command()
    command.environment["NORMA_TUNED"] = "none"
    #expect(try command("tune l2norm --shape 8x40").errors.contains("Let NORMA_TUNED name one."))
    command.environment["NORMA_TUNED"] = command.folder.url("file").path()
    try command.folder.write("", to: "file")
    let outcome = try command("tune l2norm --shape 8x40")
    #expect(outcome.status == 1 && outcome.output == "" && outcome.errors.contains("it is no folder"))
  }

  @Test func `a damaged file is told once, and the cost model chooses`() throws {
    let command = command()
    #expect(try command("tune l2norm --shape 8x40 --threads 1").status == 0)
    let folder = command.folder.url("tuned")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path())
    where name.hasSuffix("json") {
      try "{".write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    let outcome = try command("explain l2norm --shape 8x40 --stage schedule")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("chosen: by the cost model"))
    #expect(outcome.errors.hasPrefix("warning: the tuned schedules in "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try command("doctor").output.contains("missing  tuned schedules"))
  }

  /// A model's gradient has several kernels; the process is ended once the first is decided.
  @Test(arguments: [SIGINT, SIGKILL]) func `what is decided stays when it is ended`(signal: Int32) throws {
    let command = command()
    let process = try command.start(
      "exec norma tune residual-mlp --shape 512x64 --direction backward --threads 1")
    for _ in 0..<600 {
      if ((try? kept(by: command).count) ?? 0) > 0 { break }
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try kept(by: command).count >= 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: command.folder.url("tuned").path())
    #expect(names.allSatisfy { $0 == "lock" || $0.hasPrefix("schedules-") }, "\(names)")
  }

  @Test func `its help lists every option`() throws {
    let outcome = try Command(in: Folder())("tune --help")
    #expect(outcome.status == 0)
    for option in [
      "--shape <extents>", "--dtype <type>", "--direction <direction>", "--mode <mode>", "--threads <count>",
      "--json",
    ] {
      #expect(outcome.output.contains("\n  \(option)"), "\(option)")
    }
    let text = outcome.output.replacing(/\s+/, with: " ")
    #expect(text.contains("How hard to look. (values: default, max-autotune; default: default)"))
    #expect(text.contains("(values: forward, backward; default: forward)"))
  }
}
