extension Parser {
  /// `"builtin.module"() <{sym_name = "m"}> ({ ... }) {...} : () -> () loc(...)` after its name.
  mutating func genericModule(_ module: inout Module) throws(ParseError) {
    try expectEmptyParentheses()
    var dictionary = AttributeDictionary(entries: try properties(), end: token.range.lowerBound)
    try expect("(")
    try expect("{")
    if token.kind == .block { _ = try blockParameters() }
    try moduleItems(&module)
    try expect("}")
    try expect(")")
    dictionary.entries += try attributeEntries()
    try expectNothingToNothing()
    if dictionary.contains("sym_name") {
      module.name = try read("sym_name", &dictionary) { p throws(ParseError) in try p.quotedText() }
    }
    module.attributes = dictionary.entries.map(\.attribute)
    module.location = try location()
  }

  /// `"func.func"() <{function_type = ..., sym_name = "f"}> ({ ... }) : () -> ()` after its name.
  mutating func genericFunction() throws(ParseError) -> Function {
    let offset = token.range.lowerBound
    try expectEmptyParentheses()
    var dictionary = AttributeDictionary(entries: try properties(), end: offset)
    try expect("(")
    try expect("{")
    var header = try genericHeader(&dictionary)
    header.parameters = try blockParameters()
    try checkParameters(of: header, at: offset)
    var function = try functionBody(header)
    try expect(")")
    dictionary.entries += try attributeEntries()
    try expectNothingToNothing()
    function.attributes = dictionary.entries.map(\.attribute)
    function.location = try location()
    return function
  }

  /// The header as its attributes tell it; the declared parameter types are kept in `declared`.
  private mutating func genericHeader(
    _ dictionary: inout AttributeDictionary
  ) throws(ParseError) -> FunctionHeader {
    let name = try read("sym_name", &dictionary) { p throws(ParseError) in try p.quotedText() }
    let type = try read("function_type", &dictionary) { p throws(ParseError) in try p.functionType() }
    var header = FunctionHeader(name: name)
    header.results = type.results ?? []
    header.declaredParameters = type.inputs
    header.parameterAttributes = type.inputs.map { _ in [] }
    header.resultAttributes = header.results.map { _ in [] }
    if dictionary.contains("sym_visibility") {
      header.isPublic =
        try read("sym_visibility", &dictionary) { p throws(ParseError) in try p.quotedText() } != "private"
    }
    if dictionary.contains("arg_attrs") {
      header.parameterAttributes = try attributeLists(
        "arg_attrs", header.parameterAttributes.count, &dictionary)
    }
    if dictionary.contains("res_attrs") {
      header.resultAttributes = try attributeLists("res_attrs", header.results.count, &dictionary)
    }
    return header
  }

  private func checkParameters(of header: FunctionHeader, at offset: Int) throws(ParseError) {
    guard header.parameters.map(\.type) == header.declaredParameters else {
      throw error(
        at: offset, expected: "parameters as in `function_type`", found: "other types or another number")
    }
  }

  /// `[{a = 1}, {}]`, one for each parameter or result.
  private mutating func attributeLists(
    _ name: String, _ count: Int, _ dictionary: inout AttributeDictionary
  ) throws(ParseError) -> [[Attribute]] {
    try read(name, &dictionary) { p throws(ParseError) in
      var lists: [[Attribute]] = []
      try p.expect("[")
      while !p.at("]") {
        if !lists.isEmpty { try p.expect(",") }
        guard p.at("{") else { throw p.unexpected("`{`") }
        lists.append(try p.attributes())
      }
      guard lists.count == count else { throw p.unexpected("\(count) attribute lists") }
      p.advance()
      return lists
    }
  }

  private mutating func expectEmptyParentheses() throws(ParseError) {
    try expect("(")
    try expect(")")
  }

  private mutating func expectNothingToNothing() throws(ParseError) {
    try expect(":")
    try expectEmptyParentheses()
    try expectArrow()
    try expectEmptyParentheses()
  }
}
