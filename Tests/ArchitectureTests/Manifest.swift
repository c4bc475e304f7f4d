/// What `Package.swift` says about its targets: the part that the rules of the house speak of.
struct Manifest: Decodable, Equatable {
  var targets: [Target]

  /// A target, what it may import, and the settings it is compiled with.
  struct Target: Decodable, Equatable {
    var name: String
    var type: Kind
    var dependencies: [Dependency]
    var settings: [Setting]

    enum Kind: String, Decodable {
      case regular, executable, test
    }
  }

  /// A room (`byName`, `target`) or a package's product, by its name.
  struct Dependency: Equatable {
    var name: String
    var isProduct: Bool
  }

  /// One setting of one tool, for example `enableUpcomingFeature(ExistentialAny)` of `swift`.
  struct Setting: Equatable {
    var tool: String
    var text: String
  }
}

extension Manifest {
  /// The targets that are not tests, in the manifest's order.
  var rooms: [Target] { targets.filter { $0.type != .test } }

  /// The names of the test targets.
  var testNames: Set<String> { Set(targets.filter { $0.type == .test }.map(\.name)) }
}

// MARK: - Reading what `swift package dump-package` prints

extension Manifest.Dependency: Decodable {
  /// Reads `{"byName": [NAME, CONDITION]}` or `{"product": [NAME, PACKAGE, ALIASES, CONDITION]}`.
  init(from decoder: any Decoder) throws {
    let forms = try decoder.container(keyedBy: Name.self)
    guard let form = forms.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a dependency has a form, found none"))
    }
    var parts = try forms.nestedUnkeyedContainer(forKey: form)
    self.init(name: try parts.decode(String.self), isProduct: form.stringValue == "product")
  }
}

extension Manifest.Setting: Decodable {
  /// Reads `{"tool": TOOL, "kind": {NAME: {"_0": VALUE}}}`; a setting without a value is its name alone.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    let kinds = try fields.nestedContainer(keyedBy: Name.self, forKey: Name("kind"))
    let texts = try kinds.allKeys.map { kind in
      let payload = try kinds.nestedContainer(keyedBy: Name.self, forKey: kind)
      let value = try? payload.decode(String.self, forKey: Name("_0"))
      return value.map { "\(kind.stringValue)(\($0))" } ?? kind.stringValue
    }
    self.init(
      tool: try fields.decode(String.self, forKey: Name("tool")), text: texts.sorted().joined(separator: " "))
  }
}

/// A key of a JSON object whose keys are data.
private struct Name: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
