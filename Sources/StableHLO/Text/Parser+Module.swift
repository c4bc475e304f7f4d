extension Module {
  /// The program of a StableHLO text: a module, or functions alone.
  ///
  /// Values are numbered in the order of their definition. Types are checked where the text declares
  /// them twice; whether an operation may have such types is the verifier's to say.
  /// - Parameter file: the name that errors show.
  /// - Throws: `ParseError` at the first place that does not fit.
  public init(parsing text: String, file: String? = nil) throws(ParseError) {
    var parser = Parser(text, file: file)
    self = try parser.module()
  }

  /// The program of a StableHLO text, verified: every constraint of every operation holds.
  /// - Parameter file: the name that errors show.
  /// - Throws: `ParseError` at the first place that does not fit, or at the instruction that violates the
  ///   specification.
  public init(validating text: String, file: String? = nil) throws(ParseError) {
    var parser = Parser(text, file: file)
    self = try parser.module()
    do throws(VerificationError) { try verify() } catch { throw parser.error(error) }
  }
}

extension Parser {
  /// The whole text.
  mutating func module() throws(ParseError) -> Module {
    var module = Module(functions: [])
    try aliases(&module)
    if take(word: "module") || take(word: "builtin.module") {
      try prettyModule(&module)
    } else if token.kind == .string, tokenText == "\"builtin.module\"" {
      advance()
      try genericModule(&module)
    } else {
      try moduleItems(&module)
    }
    try aliases(&module)
    guard token.kind == .end else { throw unexpectedAtTop("the end of the text") }
    module.aliases = module.aliases.filter { !$0.isMesh } + module.aliases.filter(\.isMesh)
    try checkCalls(in: module.functions)
    return module
  }

  private mutating func prettyModule(_ module: inout Module) throws(ParseError) {
    if token.kind == .symbol { module.name = try symbol("a module name") }
    if take(word: "attributes") { module.attributes = try attributes() }
    try expect("{")
    try moduleItems(&module)
    try expect("}")
    module.location = try location()
  }

  /// Functions and aliases, up to what is neither.
  mutating func moduleItems(_ module: inout Module) throws(ParseError) {
    var names: Set<String> = []
    while true {
      try aliases(&module)
      let offset = token.range.lowerBound
      if let function = try functionIfNext() {
        guard names.insert(function.name).inserted else {
          throw error(
            at: offset, expected: "each function once", found: "`@\(shortened(function.name))` again")
        }
        module.functions.append(function)
      } else if !at(word: "sdy.mesh") {
        if at("}") || token.kind == .end { return }
        throw unexpectedAtTop("`func.func`")
      } else {
        module.aliases.append(try mesh())
      }
    }
  }

  private mutating func functionIfNext() throws(ParseError) -> Function? {
    if at(word: "func.func") { return try function() }
    guard token.kind == .string, tokenText == "\"func.func\"" else { return nil }
    advance()
    return try genericFunction()
  }

  /// `#loc1 = loc(...)`, any number of them.
  private mutating func aliases(_ module: inout Module) throws(ParseError) {
    while token.kind == .alias {
      let name = tokenText
      advance()
      try expect("=")
      module.aliases.append(Attribute(name, try attributeValue().text))
    }
  }

  /// `sdy.mesh @mesh = <["x"=2]>`, kept beside the aliases.
  private mutating func mesh() throws(ParseError) -> Attribute {
    advance()
    let name = try expect(.symbol, "the name of a mesh")
    try expect("=")
    var text = try attributeValue().text
    if at("{") { text += " " + (try attributeValue().text) }
    if let location = try location() { text += " loc(\(location))" }
    return Attribute("sdy.mesh " + name, text)
  }

  private func unexpectedAtTop(_ expected: String) -> ParseError {
    let advice: String? =
      at("{")
      ? "dialect resources are not supported" : at(word: "module") ? "one module stands in a text" : nil
    return unexpected(expected, advice: advice)
  }
}

extension Attribute {
  /// True for `sdy.mesh @mesh = ...`, which stands within a module; aliases stand before it.
  var isMesh: Bool { name.hasPrefix("sdy.mesh ") }
}
