/// A call, to be checked once every function is known.
struct CallSite {
  /// The name of the function that is called.
  let callee: String
  /// The declared types of the operands.
  let inputs: [TensorType]
  /// The declared types of the results.
  let results: [TensorType]
  /// Where the call stands.
  let offset: Int
}

extension Parser {
  /// `@f(%x) {...} : (T) -> U`.
  mutating func call() throws(ParseError) -> ParsedInstruction {
    let offset = token.range.lowerBound
    let callee = try symbol("a function name such as `@main`")
    let operands = try parenthesisedOperands()
    let parsed = try finishCall(.call(callee), operands)
    noteCall(callee, parsed, at: offset)
    return parsed
  }

  /// Remembers a call to be checked at the end.
  mutating func noteCall(_ callee: String, _ parsed: ParsedInstruction, at offset: Int) {
    calls.append(
      CallSite(
        callee: callee, inputs: parsed.operands.map(type(of:)), results: parsed.results, offset: offset))
  }

  /// `@check.expect_eq(%a, %b) {...} : (T, T) -> ()`.
  mutating func customCall() throws(ParseError) -> ParsedInstruction {
    let offset = token.range.lowerBound
    let target = try symbol("a target such as `@check.expect_eq`")
    let check = try check(named: target, at: offset)
    let operands = try parenthesisedOperands()
    try expect(2, operands, at: offset)
    return try finishCall(.check(check), operands)
  }

  /// The assertion that a custom call stands for.
  func check(named target: String, at offset: Int) throws(ParseError) -> Check {
    guard let check = Check(rawValue: target) else {
      let names = Check.allCases.map { "`@\($0.rawValue)`" }.joined(separator: ", ")
      throw error(
        at: offset, expected: "a supported custom call (\(names))", found: "`@\(shortened(target))`")
    }
    return check
  }

  private mutating func finishCall(
    _ operation: Operation, _ operands: [Operand]
  ) throws(ParseError) -> ParsedInstruction {
    let attributes = try attributes()
    let clause = try typeClause()
    guard let results = clause.results else { throw unexpected("`->` and the types of the results") }
    try check(operands, against: clause)
    return ParsedInstruction(
      operation: operation, operands: operands, attributes: attributes, results: results)
  }

  /// Every call must name a function of the module and agree with its types.
  func checkCalls(in functions: [Function]) throws(ParseError) {
    let known = Dictionary(functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for call in calls {
      guard let function = known[call.callee] else {
        throw error(
          at: call.offset, expected: "a function of this module", found: "`@\(shortened(call.callee))`"
        ).inside("call")
      }
      guard call.inputs == function.parameterTypes, call.results == function.resultTypes else {
        throw error(
          at: call.offset,
          expected: "the types of `@\(shortened(call.callee))`, "
            + signature(function.parameterTypes, function.resultTypes),
          found: signature(call.inputs, call.results)
        ).inside("call")
      }
    }
  }

  private func signature(_ inputs: [TensorType], _ results: [TensorType]) -> String {
    func list(_ types: [TensorType]) -> String {
      "(" + types.map(\.description).joined(separator: ", ") + ")"
    }
    return list(inputs) + " -> " + list(results)
  }
}
