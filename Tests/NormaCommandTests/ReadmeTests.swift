import Foundation
import Testing

/// The examples that README.md shows.
@Suite struct `The examples of the README` {
  private static let onXLA = "--engine xla"

  @Test func `run as they stand, one after the other`() throws {
    let examples = try Self.examples().filter { !$0.contains(Self.onXLA) }
    try #require(examples.count >= 4)
    try run(examples)
  }

  @Test(.enabled(if: `The command runs on XLA`.hasPlugin, "no XLA plugin on this machine"))
  func `run on XLA, where they say so`() throws {
    let examples = try Self.examples()
    let first = try #require(examples.first { $0.contains("normalized.npy") })
    let onXLA = examples.filter { $0.contains(Self.onXLA) }
    try #require(!onXLA.isEmpty)
    try run([first] + onXLA)
  }

  private static func examples() throws -> [String] {
    let text = try String(contentsOf: Command.repository.appending(path: "README.md"), encoding: .utf8)
    return text.matches(of: /```sh\n(norma (?s:.*?))```/).map { String($0.1) }
  }

  private func run(_ examples: [String]) throws {
    var command = Command(in: Folder())
    command.environment["NORMA_TUNED"] = command.folder.url("tuned").path()
    try FileManager.default.createSymbolicLink(
      at: command.folder.url("Samples"), withDestinationURL: Command.repository.appending(path: "Samples"))
    for example in examples {
      let outcome = try command.shell("set -e\n" + example)
      #expect(outcome.status == 0, "\(example)\n\(outcome.errors)")
      #expect(outcome.errors == "")
    }
  }
}
