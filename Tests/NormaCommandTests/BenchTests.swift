import Foundation
import Testing

/// `norma bench`, with peers of a few lines of shell.
@Suite struct `The command measures layers beside others` {
  private func command(_ manners: [FakePeer.Manner] = []) throws -> (Command, FakePeer) {
    let peer = try FakePeer(manners)
    var command = Command(in: Folder())
    command.environment["NORMA_PEERS"] = peer.folder.path()
    return (command, peer)
  }

  @Test func `the table has a line for each implementation`() throws {
    let (command, peer) = try command([.right, .wrong, .crash, .refuse])
    defer { withExtendedLifetime(peer) {} }
    let outcome = try command("bench softmax --shape 4x1 --rounds 1 --patience 20")
    #expect(outcome.status == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count > 6)
    #expect(lines[0].hasPrefix("softmax forward f32 4x1  32 B, limit "))
    #expect(
      lines[1].split(separator: " ").map(String.init).joined(separator: " ")
        == "call GB/s into GB/s of limit to peers error")
    #expect(lines[2].hasPrefix("  Norma ") && lines[2].hasSuffix(" ULP"))
    #expect(lines[3].hasPrefix("  Fake right ") && lines[3].contains("1.00 ms"))
    #expect(lines[4].contains("WRONG: ") && lines[4].hasSuffix("times the error allowed"))
    #expect(lines[5].hasSuffix("crashed: it left with status 3: something broke"))
    #expect(lines[6].hasSuffix("has no such layer"))
    #expect(outcome.output.contains("Fake right (Fake 1.0)"))
    #expect(outcome.output.contains("the bytes of every argument and every result once, parameters included"))
  }

  @Test func `a peer that hangs is stopped and left out of the next case`() throws {
    let (command, peer) = try command([.hang])
    defer { withExtendedLifetime(peer) {} }
    let outcome = try command("bench softmax --shape 4x1 --shape 8x1 --rounds 1 --patience 0.3")
    #expect(outcome.status == 0)
    #expect(outcome.output.components(separatedBy: "Fake hang  ").count == 2)
    #expect(outcome.output.contains("\nFake hang: did not answer within 0.3 s and was stopped.\n"))
  }

  @Test func `figures are written as JSON and as CSV, pictures as SVG`() throws {
    let (command, peer) = try command([.right])
    defer { withExtendedLifetime(peer) {} }
    let outcome = try command(
      "bench softmax --shape 4x1 --shape 4x8 --shape 16x8 --rounds 1 --json b.json --csv b.csv --svg pictures"
    )
    #expect(outcome.status == 0)
    let data = try Data(contentsOf: command.folder.url("b.json"))
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(report["cases"] as? [[String: Any]])
    #expect(cases.map { $0["bytes"] as? Int } == [32, 256, 1024])
    let first = try #require(cases[0]["implementations"] as? [[String: Any]])
    #expect(first.map { $0["title"] as? String } == ["Norma", "Fake right"])
    #expect((first[1]["call"] as? [String: Any])?["median_seconds"] as? Double == 0.001)
    let rows = try String(contentsOf: command.folder.url("b.csv"), encoding: .utf8).split(separator: "\n")
    // The limit, Norma in two ways and the peer in one, for each of three shapes.
    #expect(rows.count == 1 + 3 * 4)
    #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 14 })
    let pictures = try FileManager.default.contentsOfDirectory(atPath: command.folder.url("pictures").path())
    #expect(
      pictures.sorted() == [
        "softmax-forward-f32-rows-4.svg", "softmax-forward-f32-width-8.svg", "softmax-forward-f32.svg",
      ])
    for name in pictures {
      let picture = try String(contentsOf: command.folder.url("pictures/\(name)"), encoding: .utf8)
      let lines = picture.matches(of: /<polyline [^>]*data-name="([^"]*)"/).map { String($0.1) }
      #expect(lines.prefix(2) == ["limit", "Norma"])
    }
  }

  @Test func `a list names all cases`() throws {
    let command = Command(in: Folder())
    let list = """
      [{"layers": ["softmax", "rmsnorm"], "shapes": ["4x8"], "dtypes": ["f32", "bf16"]},
       {"layers": ["rmsnorm"], "shapes": ["4x8"], "directions": ["backward"]},
       {"layers": ["add-layernorm"], "shapes": ["2x3x8"]},
       {"layers": ["rmsnorm"], "rows_up_to": ["6x8"]}]
      """
    try command.folder.write(list, to: "list.json")
    let outcome = try command("bench --cases list.json --rounds 1 --peers none --json b.json --svg pictures")
    #expect(outcome.status == 0 && outcome.errors == "")
    let data = try Data(contentsOf: command.folder.url("b.json"))
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cases = try #require(report["cases"] as? [[String: Any]])
    #expect(
      cases.map { $0["layer"] as? String } == ["softmax", "softmax"] + Array(repeating: "rmsnorm", count: 3)
        + ["add-layernorm"])
    #expect(cases.map { $0["bytes"] as? Int } == [256, 128, 288, 144, 3 * 128 + 64, 4 * 192 + 64])
    let sweep = try #require((report["sweeps"] as? [[String: Any]])?.first)
    let points = try #require(sweep["points"] as? [[String: Any]])
    #expect(points.map { $0["rows"] as? Int } == [1, 2, 4, 6])
    #expect(outcome.output.contains("rmsnorm forward f32, 1 to 6 rows of 8\n"))
    #expect(
      outcome.output.contains("  Linear: beyond 64 rows no step of more than 15 % per row within one level"))
    let picture = try String(
      contentsOf: command.folder.url("pictures/rmsnorm-forward-f32-rows-to-6x8.svg"), encoding: .utf8)
    #expect(picture.contains("<polyline ") && picture.components(separatedBy: "<circle ").count == 5)
  }

  @Test(arguments: ["{}", "[{}]", "no JSON", #"[{"layers": [1]}]"#])
  func `what is no list of cases is refused`(text: String) throws {
    let command = Command(in: Folder())
    try command.folder.write(text, to: "list.json")
    let outcome = try command("bench --cases list.json --peers none")
    #expect(
      outcome.status == 1
        && outcome.errors.hasPrefix("error: list.json: must be a JSON array of objects with `layers`"))
  }

  @Test(
    arguments: [
      ("bench nothing", "is neither a layer nor a program"),
      ("bench linear", "rows do not depend on each other"),
      ("bench --shape 12", "a shape must have rows and a width, none of them 0, and is 12"),
      ("bench --rows-up-to 0x8", "a shape must have rows and a width, none of them 0, and is 0x8"),
      ("bench rmsnorm-int8 --direction backward", "rmsnorm-int8 rounds to integers and has no backward"),
      ("bench --cases list.json --shape 8x8", "--cases names all that is measured; without --shape, please"),
      ("bench --rounds 0", "--rounds must be at least 1, and is 0"),
      ("bench --threads 0", "--threads must be at least 1, and is 0"),
      ("bench --patience 0", "--patience must be more than 0"),
      ("bench --peers jaxx", "there is no peer 'jaxx'; there are right, all and none"),
    ])
  func `what makes no bench is refused`(words: String, message: String) throws {
    let (command, peer) = try command([.right])
    defer { withExtendedLifetime(peer) {} }
    let outcome = try command(words)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [
    "--json nowhere/b.json", "--csv nowhere/b.csv", "--html nowhere/b.html", "--svg nowhere/b",
  ])
  func `a file that cannot be written is refused before anything is measured`(option: String) throws {
    let outcome = try Command(in: Folder())("bench --peers none \(option)")
    let message = "error: \(option): nothing can be written to nowhere: No such file or directory\n"
    #expect(outcome == .init(status: 1, output: "", errors: message))
  }

  @Test func `its help lists every option and what is measured without any`() throws {
    let outcome = try Command(in: Folder())("bench --help")
    #expect(outcome.status == 0)
    let words = outcome.output.replacing(/\s+/, with: " ")
    #expect(
      words.contains(
        "gelu, gelu-tanh, silu, add-layernorm, add-rmsnorm, layernorm-int8, rmsnorm-int8."))
    let options = [
      "--shape <extents>", "--dtype <type>", "--direction <direction>", "--threads <count>",
      "--rounds <count>", "--rows-up-to <extents>", "--cases <file>",
      "--peers <names>", "--cache <cache>", "--patience <seconds>", "--json <file>", "--csv <file>",
      "--html <file>", "--svg <folder>",
    ]
    for option in options { #expect(outcome.output.contains("\n  \(option)")) }
    #expect(outcome.output.contains("--direction <direction> A direction. (values: forward, backward)"))
    #expect(words.contains("(values: warm, cold; default: warm)"))
  }

  @Test func `without a list of peers it says how to get them`() throws {
    var command = Command(in: Folder())
    command.environment["NORMA_PEERS"] = ""
    let outcome = try command("bench softmax --shape 4x1 --rounds 1")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("or let NORMA_PEERS name its folder Peers.\n"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends the peers too`(signal: Int32) throws {
    var (command, peer) = try command([.hang])
    defer { withExtendedLifetime(peer) {} }
    command.environment["FAKE_PEER_PID"] = command.folder.url("pid").path()
    command.environment["TMPDIR"] = command.folder.root.path()
    let process = try command.start("exec norma bench softmax --shape 4x1 --rounds 1")
    Thread.sleep(forTimeInterval: 2)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    let text = try String(contentsOf: command.folder.url("pid"), encoding: .utf8)
    let peerProcess = try #require(Int32(text.split(separator: "\n").first ?? ""))
    #expect(try command.folder.names == ["pid"])
    // A process that has ended may stay in the list until its new parent looks at it.
    let state = try command.shell("ps -o stat= -p \(peerProcess)").output
    #expect(state.isEmpty || state.hasPrefix("Z"), "the peer is in state \(state)")
  }
}
