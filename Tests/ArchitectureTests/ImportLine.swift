/// An `import` in a source file: which module, how it is seen, and where it stands.
struct ImportLine: Equatable {
  var module: String
  var access: Access
  var attributes: [String]
  var line: Int

  /// The words that may stand before `import`; without one an import is internal.
  enum Access: String {
    case `public`, package, `internal`, `fileprivate`, `private`
  }

  init(_ module: String, access: Access = .internal, attributes: [String] = [], line: Int = 1) {
    (self.module, self.access, self.attributes, self.line) = (module, access, attributes, line)
  }
}

extension ImportLine {
  /// Every import of a source text; text inside `"""` literals and block comments is no code.
  static func all(in source: String) -> [ImportLine] {
    var inLiteral = false
    var inComment = false
    var found: [ImportLine] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !inLiteral, !inComment {
        found += line.split(separator: ";").compactMap { ImportLine(statement: $0, line: index + 1) }
      }
      if !inComment, !line.count(of: "\"\"\"").isMultiple(of: 2) { inLiteral.toggle() }
      if !inLiteral, line.contains("/*") { inComment = true }
      if line.contains("*/") { inComment = false }
    }
    return found
  }

  /// The import that a statement is, or nil where it is something else.
  init?(statement: Substring, line: Int) {
    var words = statement.split(whereSeparator: \.isWhitespace)[...]
    var attributes: [String] = []
    while let word = words.first, word.hasPrefix("@") {
      attributes.append(String(word))
      words.removeFirst()
    }
    let access = words.first.flatMap { Access(rawValue: String($0)) }
    if access != nil { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    if let word = words.first, Self.kinds.contains(word) { words.removeFirst() }
    guard let module = words.first?.split(separator: ".").first else { return nil }
    self.init(String(module), access: access ?? .internal, attributes: attributes, line: line)
  }

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}

extension Substring {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
