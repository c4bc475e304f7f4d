import Foundation
import Testing

/// The examples that README.md shows.
@Suite struct `The examples of the README` {
  @Test func `run as they stand, one after the other`() throws {
    let text = try String(contentsOf: Command.repository.appending(path: "README.md"), encoding: .utf8)
    let examples = text.matches(of: /```sh\n(norma (?s:.*?))```/).map { String($0.1) }
    try #require(examples.count >= 4)
    let command = Command(in: Folder())
    try FileManager.default.createSymbolicLink(
      at: command.folder.url("Samples"), withDestinationURL: Command.repository.appending(path: "Samples"))
    for example in examples {
      let outcome = try command.shell("set -e\n" + example)
      #expect(outcome.status == 0, "\(example)\n\(outcome.errors)")
      #expect(outcome.errors == "")
    }
  }
}
