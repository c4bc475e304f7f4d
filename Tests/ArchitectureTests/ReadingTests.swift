import Foundation
import Testing

/// What the rules are fed: import lines out of source text, the manifest out of JSON.
@Suite struct `Reading sources and the manifest` {
  @Test(arguments: [
    ("import Lower", ImportLine("Lower")),
    ("public import Lower", ImportLine("Lower", access: .public)),
    ("package import struct Lower.Shape", ImportLine("Lower", access: .package)),
    ("  import func Glibc.memcpy", ImportLine("Glibc")),
    ("@_exported public import Lower", ImportLine("Lower", access: .public, attributes: ["@_exported"])),
    ("@testable import Lower // why", ImportLine("Lower", attributes: ["@testable"])),
  ])
  func `an import is read with its access and attributes`(text: String, expected: ImportLine) {
    #expect(ImportLine.all(in: text) == [expected])
  }

  @Test(arguments: [
    "// import Lower", "#if canImport(Lower)", "let important = 1", "importing()",
    "let text = \"\"\"\nimport Lower\n\"\"\"", "/*\nimport Lower\n*/",
  ])
  func `what only looks like an import is none`(text: String) {
    #expect(ImportLine.all(in: text) == [])
  }

  @Test func `every import is found, with its line`() {
    let text = "/// A file.\nimport A; import B\n\n#if os(Linux)\n  import C\n#endif\n"
    #expect(
      ImportLine.all(in: text) == [
        ImportLine("A", line: 2), ImportLine("B", line: 2), ImportLine("C", line: 5),
      ])
  }

  @Test func `the manifest is read from the package manager's JSON`() throws {
    let json = """
      {"targets": [{"name": "Top", "type": "regular",
        "dependencies": [
          {"byName": ["Lower", {"platformNames": ["linux"]}]}, {"product": ["Numbers", "swift-numbers", null, null]}],
        "settings": [
          {"tool": "swift", "kind": {"strictMemorySafety": {}}},
          {"tool": "swift", "kind": {"swiftLanguageMode": {"_0": "6"}}}]}]}
      """
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(json.utf8))
    #expect(
      manifest.targets == [
        Manifest.Target(
          name: "Top", type: .regular,
          dependencies: [.init(name: "Lower", isProduct: false), .init(name: "Numbers", isProduct: true)],
          settings: [
            .init(tool: "swift", text: "strictMemorySafety"),
            .init(tool: "swift", text: "swiftLanguageMode(6)"),
          ])
      ])
  }
}
