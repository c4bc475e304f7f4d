import Testing

/// The rules themselves: each must find what it is there to find, and nothing else.
@Suite struct `The rules of the house` {
  let house = House(order: ["Lower", "Middle", "Top"])

  @Test func `a sound house breaks no rule`() {
    let files = [
      SourceFile(room: "Lower", path: "Sources/Lower/A.swift", imports: [ImportLine("Glibc")]),
      SourceFile(
        room: "Middle", path: "Sources/Middle/B.swift",
        imports: [ImportLine("Lower", access: .public), ImportLine("Numbers")]),
      SourceFile(room: "Top", path: "Sources/Top/C.swift", imports: [ImportLine("Middle")]),
    ]
    let manifest = Manifest.sound
    #expect(house.rooms(in: manifest) == [])
    #expect(house.declaredEdges(in: manifest) == [])
    #expect(house.mirroredTests(in: manifest) == [])
    #expect(house.settings(in: manifest) == [])
    #expect(house.imports(of: files, in: manifest) == [])
    #expect(house.attributes(of: files) == [])
    #expect(house.publicImports(of: files) == [])
    #expect(house.lengths(of: files) == [])
    #expect(house.emptyRooms(among: files) == [])
  }

  @Test func `a missing room is named`() {
    var manifest = Manifest.sound
    manifest.targets.removeAll { $0.name == "Middle" }
    #expect(house.rooms(in: manifest) == ["the room Middle is missing from Package.swift"])
  }

  @Test func `a target that is no room is named`() {
    var manifest = Manifest.sound
    manifest.targets.append(.room("Cellar"))
    #expect(
      house.rooms(in: manifest) == [
        "Package.swift declares Cellar, which is no room of the house: give it a place in House.order"
      ])
  }

  @Test func `rooms listed out of order are found`() {
    var manifest = Manifest.sound
    manifest.targets.swapAt(0, 1)
    #expect(
      house.rooms(in: manifest) == [
        #"Package.swift lists the rooms as ["Middle", "Lower", "Top"], "#
          + #"not in the order ["Lower", "Middle", "Top"]"#
      ])
  }

  @Test(arguments: ["Top", "Middle"])
  func `a declared edge to a room below or to itself is found`(target: String) {
    var manifest = Manifest.sound
    manifest.targets[1].dependencies.append(.init(name: target, isProduct: false))
    #expect(
      house.declaredEdges(in: manifest) == [
        "Middle declares a dependency on \(target), which does not stand above it"
      ])
  }

  @Test func `a room without tests is found`() {
    var manifest = Manifest.sound
    manifest.targets.removeAll { $0.name == "TopTests" }
    #expect(house.mirroredTests(in: manifest) == ["Top has no test target TopTests"])
  }

  @Test(arguments: House.strict)
  func `a target without a strict setting is found`(setting: String) {
    var manifest = Manifest.sound
    manifest.targets[2].settings.removeAll { $0.text == setting }
    #expect(house.settings(in: manifest) == ["Top is compiled without \(setting)"])
  }

  @Test(arguments: [
    ("Top", "Middle imports Top, which does not stand above it"),
    ("Middle", "Middle imports Middle, which does not stand above it"),
    ("Elsewhere", "Middle imports Elsewhere, which Package.swift does not declare for it"),
  ])
  func `an upward or undeclared import is found`(module: String, complaint: String) {
    let file = SourceFile(
      room: "Middle", path: "Sources/Middle/B.swift", imports: [ImportLine(module, line: 7)])
    let expected = ["Sources/Middle/B.swift:7: " + complaint]
    #expect(house.imports(of: [file], in: .sound) == expected)
  }

  @Test func `a room above that is not declared may not be imported`() {
    let file = SourceFile(room: "Top", path: "Sources/Top/C.swift", imports: [ImportLine("Lower")])
    #expect(
      house.imports(of: [file], in: .sound) == [
        "Sources/Top/C.swift:1: Top imports Lower, which Package.swift does not declare for it"
      ])
  }

  @Test(arguments: ["@_exported", "@testable", "@preconcurrency"])
  func `an attribute on an import is found`(attribute: String) {
    let line = ImportLine("Lower", attributes: [attribute], line: 2)
    let file = SourceFile(room: "Middle", path: "Sources/Middle/B.swift", imports: [line])
    #expect(
      house.attributes(of: [file]) == [
        "Sources/Middle/B.swift:2: \(attribute) import of Lower is allowed only as @_exported in Exports.swift"
      ])
  }

  @Test func `the facade re-exports from its list`() {
    let line = ImportLine("Lower", attributes: ["@_exported"])
    let file = SourceFile(room: "Norma", path: "Sources/Norma/Exports.swift", imports: [line])
    #expect(house.attributes(of: [file]) == [])
  }

  @Test func `a package shown to users is found`() {
    let line = ImportLine("Numbers", access: .public, line: 3)
    let file = SourceFile(room: "Middle", path: "Sources/Middle/B.swift", imports: [line])
    #expect(
      house.publicImports(of: [file]) == [
        "Sources/Middle/B.swift:3: public import of Numbers makes a dependency part of the API"
      ])
  }

  @Test(arguments: [(300, 0), (301, 1)])
  func `a file over three hundred lines is found`(lineCount: Int, complaints: Int) {
    let file = SourceFile(room: "Top", path: "Sources/Top/C.swift", imports: [], lineCount: lineCount)
    #expect(house.lengths(of: [file]).count == complaints)
  }

  @Test func `an empty room is found`() {
    #expect(House(order: ["Lower"]).emptyRooms(among: []) == ["the room Lower has no source file"])
  }
}

extension Manifest {
  /// Three rooms, each on the one above it, with their tests.
  fileprivate static let sound = Manifest(targets: [
    .room("Lower"),
    .room("Middle", uses: .init(name: "Lower", isProduct: false), .init(name: "Numbers", isProduct: true)),
    .room("Top", uses: .init(name: "Middle", isProduct: false)),
    .tests("LowerTests"), .tests("MiddleTests"), .tests("TopTests"),
  ])
}

extension Manifest.Target {
  fileprivate static func room(_ name: String, uses: Manifest.Dependency...) -> Self {
    Self(name: name, type: .regular, dependencies: uses, settings: .strict)
  }

  fileprivate static func tests(_ name: String) -> Self {
    Self(name: name, type: .test, dependencies: [], settings: .strict)
  }
}

extension [Manifest.Setting] {
  fileprivate static var strict: Self { House.strict.map { .init(tool: "swift", text: $0) } }
}
