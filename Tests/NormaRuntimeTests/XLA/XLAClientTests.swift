import Dispatch
import NormaArrays
import StableHLO
import Testing

@testable import NormaRuntime

/// The one device of a process, and what it keeps.
@Suite(.needsXLA) struct XLAClientTests {
  private let text = "module {\n  func.func public @main() {\n    return\n  }\n}\n"

  @Test func `equal texts are compiled once`() throws {
    let client = try XLAClient.standard.get()
    let programs = Locked<[LoadedProgram]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if let program = try? client.program(text, resultCount: 0) { programs.withLock { $0.append(program) } }
    }
    let made = programs.withLock { $0 }
    #expect(made.count == 8 && made.allSatisfy { $0 === made[0] })
    #expect(try client.program(text + "\n", resultCount: 0) !== made[0])
  }

  @Test func `what XLA says of a program it refuses is passed on`() throws {
    let client = try XLAClient.standard.get()
    let error = #expect(throws: XLAError.self) {
      try client.program("func.func @main() {\n  chlo.nope\n}", resultCount: 0)
    }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("XLA could not compile the program: "))
    #expect(message.contains("'chlo.nope'") && message.last != "\n")
  }

  @Test func `a program of other results than stated is not run`() throws {
    let client = try XLAClient.standard.get()
    let error = #expect(throws: XLAError.self) { try client.program(text + " ", resultCount: 1) }
    #expect(error?.reason == .resultCount(expected: 1, found: 0))
  }

  @Test func `the plugin tells its device and versions`() throws {
    let client = try XLAClient.standard.get()
    #expect(!client.platform.isEmpty)
    #expect(client.plugin.version.major == 0 && client.plugin.version.minor > 0)
    let version = try #require(client.plugin.versionAttribute("stablehlo_current_version"))
    #expect(version.split(separator: ".").compactMap { Int($0) }.count == 3)
    #expect(client.plugin.versionAttribute("no such attribute") == nil)
  }
}
