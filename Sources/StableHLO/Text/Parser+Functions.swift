/// What stands around a function's body.
struct FunctionHeader {
  /// The name without `@`.
  var name: String
  /// False for `private`.
  var isPublic = true
  /// The parameters.
  var parameters: [ParameterName] = []
  /// Attributes of each parameter.
  var parameterAttributes: [[Attribute]] = []
  /// The parameter types that a quoted function declares apart from its parameters.
  var declaredParameters: [TensorType] = []
  /// The declared types of the results.
  var results: [TensorType] = []
  /// Attributes of each result.
  var resultAttributes: [[Attribute]] = []
  /// The attributes of the function.
  var attributes: [Attribute] = []
}

extension Parser {
  /// `func.func public @main(...) -> ... attributes {...} { ... } loc(...)`.
  mutating func function() throws(ParseError) -> Function {
    try expect(word: "func.func")
    let isPublic = take(word: "public") || !take(word: "private")
    var header = FunctionHeader(name: try symbol("a function name such as `@main`"), isPublic: isPublic)
    do throws(ParseError) { try readSignature(into: &header) } catch { throw error.inside("@\(header.name)") }
    header.attributes = try take(word: "attributes") ? attributes() : []
    guard at("{") else { throw unexpected("`{` and the body of the function") }
    advance()
    var function = try functionBody(header)
    function.location = try location()
    return function
  }

  private mutating func readSignature(into header: inout FunctionHeader) throws(ParseError) {
    try parameters(&header)
    guard token.kind == .arrow else { return }
    advance()
    try results(&header)
  }

  private mutating func parameters(_ header: inout FunctionHeader) throws(ParseError) {
    try expect("(")
    while !at(")") {
      if !header.parameters.isEmpty { try expect(",") }
      let offset = token.range.lowerBound
      let name = try expect(.value, "a parameter such as `%arg0: tensor<f32>`")
      try expect(":")
      let type = try tensorType()
      header.parameterAttributes.append(try attributes())
      let parameter = ParameterName(name: name, type: type, offset: offset, location: try location())
      header.parameters.append(parameter)
    }
    advance()
  }

  private mutating func results(_ header: inout FunctionHeader) throws(ParseError) {
    guard take("(") else {
      header.results = [try tensorType()]
      header.resultAttributes = [[]]
      return
    }
    while !at(")") {
      if !header.results.isEmpty { try expect(",") }
      header.results.append(try tensorType())
      header.resultAttributes.append(try attributes())
    }
    advance()
  }

  /// The instructions after `{`, up to the location after `}`.
  mutating func functionBody(_ header: FunctionHeader) throws(ParseError) -> Function {
    (types, scope, scopeOrder, depth) = ([], [:], [], 0)
    var values: [Value] = []
    for parameter in header.parameters {
      values += try define(parameter.name, [parameter.type], at: parameter.offset)
    }
    let end = try instructions(endingWith: .functionReturn)
    try checkReturn(end, header)
    try expect("}")
    let body = Region(
      parameters: values, instructions: end.instructions, results: end.results, location: end.location)
    return Function(
      name: header.name, isPublic: header.isPublic, types: types, body: body,
      parameterAttributes: header.parameterAttributes, resultAttributes: header.resultAttributes,
      attributes: header.attributes, parameterLocations: header.parameters.map(\.location))
  }

  private func checkReturn(_ end: RegionEnd, _ header: FunctionHeader) throws(ParseError) {
    guard end.results.count == header.results.count else {
      throw error(
        at: end.offset, expected: "\(header.results.count) returned values, as the function declares",
        found: "\(end.results.count)"
      ).inside("return")
    }
    for (value, declared) in zip(end.results, header.results) where types[value.index] != declared {
      throw error(
        at: end.offset, expected: "a returned value of the declared type \(declared)",
        found: "one of type \(types[value.index])"
      ).inside("return")
    }
  }
}
