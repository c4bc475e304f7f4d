internal import NormaArrays

/// A parameter of a region before its value exists.
struct ParameterName {
  /// The name with its `%`.
  let name: String
  /// Its declared type.
  let type: TensorType
  /// Where the name stands.
  let offset: Int
  /// Its location, kept for parameters of functions.
  var location: String?
}

extension Parser {
  // MARK: - Reduce

  /// `(%x init: %c) applies stablehlo.add across dimensions = [1] : types`, or with a `reducer`.
  mutating func reduce() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try reducePairs()
    let named = take(word: "applies") ? try namedReducer() : nil
    if named != nil { try expect(2, operands, at: start) }
    try expect(word: "across")
    try expect(word: "dimensions")
    try expect("=")
    let dimensions = try integerList()
    let attributes = try attributes()
    let results = try resultTypes(for: operands)
    let reducer: Reducer
    if let named { reducer = named } else { reducer = try reducerRegion(for: operands) }
    return ParsedInstruction(
      operation: .reduce(reducer, dimensions: dimensions), operands: operands, attributes: attributes,
      results: results)
  }

  private mutating func reducePairs() throws(ParseError) -> [Operand] {
    var (inputs, initial): ([Operand], [Operand]) = ([], [])
    repeat {
      try expect("(")
      inputs.append(try operand())
      try expect(word: "init")
      try expect(":")
      initial.append(try operand())
      try expect(")")
    } while take(",")
    return inputs + initial
  }

  private mutating func namedReducer() throws(ParseError) -> Reducer {
    guard token.kind == .word, case .elementwise(let operation)? = OperationName.table[tokenText],
      operation.arity == 2
    else { throw unexpected("an operation of two operands such as `stablehlo.add`") }
    advance()
    return .named(operation)
  }

  /// `reducer(%x: T, %y: T) (%z: U, %w: U) { ... }`; the region takes all left sides, then all right ones.
  private mutating func reducerRegion(for operands: [Operand]) throws(ParseError) -> Reducer {
    try expect(word: "reducer")
    var (left, right): ([ParameterName], [ParameterName]) = ([], [])
    for _ in 0..<operands.count / 2 {
      try expect("(")
      left.append(try parameterName())
      try expect(",")
      right.append(try parameterName())
      try expect(")")
    }
    return reducer(try region(left + right), of: operands)
  }

  /// A region that is one operation on its two parameters, in order, becomes that operation.
  mutating func reducer(_ region: Region, of operands: [Operand]) -> Reducer {
    guard operands.count == 2, region.parameters.count == 2, region.instructions.count == 1,
      case .elementwise(let operation) = region.instructions[0].operation, operation.arity == 2,
      region.instructions[0].operands == region.parameters,
      region.instructions[0].results == region.results
    else { return .region(region) }
    let scalar = TensorType(type(of: operands[0]).scalar, Shape([]))
    let all = region.parameters + region.results + [operands[1].value]
    guard all.allSatisfy({ types[$0.index] == scalar }) else { return .region(region) }
    types.removeLast(3)
    return .named(operation)
  }

  // MARK: - While

  /// `(%i = %c, ...) : T, U attributes {...} cond { ... } do { ... }`.
  mutating func whileLoop() throws(ParseError) -> ParsedInstruction {
    let (names, operands) = try whileArguments()
    var inputs: [TensorType] = []
    if take(":") {
      let offset = token.range.lowerBound
      inputs = try typeList()
      try check(operands, against: TypeClause(offset: offset, inputs: inputs, results: nil))
    } else if !operands.isEmpty {
      throw unexpected("`:`")
    }
    let attributes = try take(word: "attributes") ? attributes() : []
    let parameters = zip(names, inputs).map { ParameterName(name: $0.name, type: $1, offset: $0.offset) }
    try expect(word: "cond")
    let condition = try region(parameters)
    try expect(word: "do")
    let body = try region(parameters)
    return ParsedInstruction(
      operation: .while(condition: condition, body: body), operands: operands, attributes: attributes,
      results: inputs)
  }

  private mutating func whileArguments() throws(ParseError) -> ([ResultName], [Operand]) {
    var names: [ResultName] = []
    var operands: [Operand] = []
    try expect("(")
    while !at(")") {
      if !names.isEmpty { try expect(",") }
      let offset = token.range.lowerBound
      names.append(
        ResultName(name: try expect(.value, "a name such as `%iterArg`"), count: 1, offset: offset))
      try expect("=")
      operands.append(try operand())
    }
    advance()
    return (names, operands)
  }

  // MARK: - Regions

  /// `%x: T loc(...)`.
  mutating func parameterName() throws(ParseError) -> ParameterName {
    let offset = token.range.lowerBound
    let name = try expect(.value, "a parameter name such as `%arg0`")
    try expect(":")
    let type = try tensorType()
    return ParameterName(name: name, type: type, offset: offset, location: try location())
  }

  /// `{ ... }` whose parameters were named before it.
  mutating func region(_ parameters: [ParameterName]) throws(ParseError) -> Region {
    try expect("{")
    return try regionBody(parameters)
  }

  /// `{ ^bb0(%x: T): ... }` whose parameters are named within.
  mutating func blockRegion() throws(ParseError) -> Region {
    try expect("{")
    return try regionBody(blockParameters())
  }

  /// `^bb0(%x: T, %y: T):` if it comes next.
  mutating func blockParameters() throws(ParseError) -> [ParameterName] {
    guard token.kind == .block else { return [] }
    advance()
    var parameters: [ParameterName] = []
    if take("(") {
      while !at(")") {
        if !parameters.isEmpty { try expect(",") }
        parameters.append(try parameterName())
      }
      advance()
    }
    try expect(":")
    return parameters
  }

  private mutating func regionBody(_ parameters: [ParameterName]) throws(ParseError) -> Region {
    guard depth < Self.deepestNesting else {
      throw unexpected("at most \(Self.deepestNesting) regions within each other")
    }
    depth += 1
    let mark = scopeOrder.count
    var values: [Value] = []
    for parameter in parameters {
      values += try define(parameter.name, [parameter.type], at: parameter.offset)
    }
    let end = try instructions(endingWith: .regionReturn)
    try expect("}")
    closeScope(at: mark)
    depth -= 1
    return Region(
      parameters: values, instructions: end.instructions, results: end.results, location: end.location)
  }
}
