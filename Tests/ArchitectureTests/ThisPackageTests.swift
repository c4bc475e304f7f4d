import Foundation
import Testing

/// The rules, applied to this package as it stands on disk.
@Suite struct `This package keeps the rules of the house` {
  let house = House.norma

  @Test func `its manifest lists the rooms, each on rooms above it, each with tests and strict settings`()
    throws
  {
    let manifest = try Manifest.ofThisPackage()
    #expect(house.rooms(in: manifest) == [])
    #expect(house.declaredEdges(in: manifest) == [])
    #expect(house.mirroredTests(in: manifest) == [])
    #expect(house.settings(in: manifest) == [])
  }

  @Test func `its files import only what is declared and stands above them`() throws {
    let files = try SourceFile.ofThisPackage()
    #expect(house.imports(of: files, in: try Manifest.ofThisPackage()) == [])
    #expect(house.attributes(of: files) == [])
    #expect(house.publicImports(of: files) == [])
  }

  @Test func `its rooms are furnished and no file is longer than anyone reads`() throws {
    let files = try SourceFile.ofThisPackage()
    #expect(house.emptyRooms(among: files) == [])
    #expect(house.lengths(of: files) == [])
  }
}

/// The folder of `Package.swift`.
private let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension Manifest {
  fileprivate static func ofThisPackage() throws -> Manifest { try dumped.get() }

  /// What `swift package dump-package` prints, read once.
  ///
  /// `swift test` holds the lock of its scratch folder while tests run; a folder of its own keeps this
  /// call from waiting for it for ever.
  private static let dumped = Result {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "norma-architecture-tests")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", packageRoot.path(), "--scratch-path", scratch.path(),
      "dump-package",
    ]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "`swift package dump-package` must succeed")
    return try JSONDecoder().decode(Manifest.self, from: data)
  }
}

extension SourceFile {
  /// Every Swift file below `Sources`.
  fileprivate static func ofThisPackage() throws -> [SourceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: packageRoot.appending(path: "Sources").path())
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let url = packageRoot.appending(path: "Sources").appending(path: path)
      let text = try String(contentsOf: url, encoding: .utf8)
      return SourceFile(
        room: path.split(separator: "/").first.map(String.init) ?? "", path: "Sources/" + path,
        imports: ImportLine.all(in: text), lineCount: text.count { $0 == "\n" })
    }
  }
}
