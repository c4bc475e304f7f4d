/// The order of the rooms and the rules they keep; each rule returns what breaks it, one sentence each.
struct House {
  /// From data at rest to the command: a room imports only rooms that stand before it.
  var order: [String]

  /// The rooms of this package, in the order of a tensor's way through them.
  static let norma = House(order: [
    "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers", "NormaRewriting",
    "NormaKernels", "NormaRuntime", "NormaMeasurement", "Norma", "NormaCommand",
  ])

  /// Modules of the toolchain and the system that any room may import.
  static let system: Set<String> = [
    "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Swift", "Synchronization",
  ]

  /// The longest a source file may be, in lines.
  static let lineLimit = 300
}

/// A source file as the rules see it.
struct SourceFile: Equatable {
  var room: String
  var path: String
  var imports: [ImportLine]
  var lineCount = 1
}

// MARK: - Rules about the manifest

extension House {
  /// The targets that are not tests are exactly the rooms, listed in their order.
  func rooms(in manifest: Manifest) -> [String] {
    let found = manifest.rooms.map(\.name)
    let missing = order.filter { !found.contains($0) }.map { "the room \($0) is missing from Package.swift" }
    let unknown = found.filter { !order.contains($0) }.map {
      "Package.swift declares \($0), which is no room of the house: give it a place in House.order"
    }
    let known = found.filter(order.contains)
    let disorder =
      known == order.filter(known.contains)
      ? [] : ["Package.swift lists the rooms as \(known), not in the order \(order)"]
    return missing + unknown + disorder
  }

  /// A room declares only rooms that stand above it.
  func declaredEdges(in manifest: Manifest) -> [String] {
    manifest.rooms.flatMap { room in
      room.dependencies.filter { !$0.isProduct && !isAbove($0.name, room.name) }.map {
        "\(room.name) declares a dependency on \($0.name), which does not stand above it"
      }
    }
  }

  /// Every room has its tests.
  func mirroredTests(in manifest: Manifest) -> [String] {
    order.filter { !manifest.testNames.contains($0 + "Tests") }.map { "\($0) has no test target \($0)Tests" }
  }

  /// Every target is compiled with the same strict settings.
  func settings(in manifest: Manifest) -> [String] {
    manifest.targets.flatMap { target in
      let found = target.settings.filter { $0.tool == "swift" }.map(\.text)
      return Self.strict.filter { !found.contains($0) }.map { "\(target.name) is compiled without \($0)" }
    }
  }

  static let strict = [
    "swiftLanguageMode(6)", "strictMemorySafety", "treatAllWarnings(error)",
    "enableUpcomingFeature(ExistentialAny)", "enableUpcomingFeature(InternalImportsByDefault)",
    "enableUpcomingFeature(MemberImportVisibility)",
  ]
}

// MARK: - Rules about source files

extension House {
  /// Everything imported is a room above, a declared product, or part of the system.
  func imports(of files: [SourceFile], in manifest: Manifest) -> [String] {
    files.flatMap { file in
      let declared = manifest.rooms.first { $0.name == file.room }?.dependencies.map(\.name) ?? []
      return file.imports.compactMap { line in
        complaint(about: line.module, from: file.room, declared: declared).map { "\(file.at(line)): \($0)" }
      }
    }
  }

  /// Only the facade re-exports, and only from the file that lists what users get; nothing is `@testable`.
  func attributes(of files: [SourceFile]) -> [String] {
    files.flatMap { file in
      file.imports.flatMap { line in
        line.attributes.filter { !isAllowed($0, in: file) }.map {
          "\(file.at(line)): \($0) import of \(line.module) is allowed only as @_exported in Exports.swift"
        }
      }
    }
  }

  /// No room shows a package's types to users: such modules are never imported publicly.
  func publicImports(of files: [SourceFile]) -> [String] {
    files.flatMap { file in
      file.imports.filter { $0.access == .public && !order.contains($0.module) && !file.isCommand }
        .filter { !Self.system.contains($0.module) }
        .map { "\(file.at($0)): public import of \($0.module) makes a dependency part of the API" }
    }
  }

  /// No source file is longer than anyone reads.
  func lengths(of files: [SourceFile]) -> [String] {
    files.filter { $0.lineCount > Self.lineLimit }.map {
      "\($0.path) has \($0.lineCount) lines; split it by idea, \(Self.lineLimit) is the most"
    }
  }

  /// A room with no file in it.
  func emptyRooms(among files: [SourceFile]) -> [String] {
    order.filter { room in !files.contains { $0.room == room } }.map { "the room \($0) has no source file" }
  }
}

// MARK: - What the rules ask

extension House {
  private func isAbove(_ upper: String, _ lower: String) -> Bool {
    guard let first = order.firstIndex(of: upper), let second = order.firstIndex(of: lower) else {
      return false
    }
    return first < second
  }

  private func complaint(about module: String, from room: String, declared: [String]) -> String? {
    if order.contains(module), !isAbove(module, room) {
      return "\(room) imports \(module), which does not stand above it"
    }
    if declared.contains(module) || Self.system.contains(module) { return nil }
    return "\(room) imports \(module), which Package.swift does not declare for it"
  }

  private func isAllowed(_ attribute: String, in file: SourceFile) -> Bool {
    attribute == "@_exported" && file.path.hasSuffix("/Norma/Exports.swift")
  }
}

extension SourceFile {
  fileprivate var isCommand: Bool { room == "NormaCommand" }

  fileprivate func at(_ line: ImportLine) -> String { "\(path):\(line.line)" }
}
