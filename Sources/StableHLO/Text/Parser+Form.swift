extension Parser {
  /// What the short form takes for granted and the quoted form may get wrong: without it a program could not
  /// be printed.
  func checkForm(of parsed: ParsedInstruction, at offset: Int) throws(ParseError) {
    let operands = parsed.operands.map(type(of:))
    if let count = resultCount(of: parsed.operation), parsed.results.count != count {
      throw error(at: offset, expected: "\(count) results", found: "\(parsed.results.count)")
    }
    switch parsed.operation {
    case .slice(let start, let limit, let strides):
      try demand(
        start.count == limit.count && limit.count == strides.count, "lists of one length", at: offset)
    case .reducePrecision(let exponent, let mantissa):
      try demand(exponent >= 0 && mantissa >= 0, "numbers of bits", at: offset)
    case .reduce(let reducer, _):
      try demand(
        !operands.isEmpty && operands.count.isMultiple(of: 2), "inputs and as many initial values", at: offset
      )
      guard case .region(let region) = reducer else { return }
      try demand(region.parameters.count == operands.count, "a region parameter for each operand", at: offset)
    case .while(let condition, let body):
      let same = [condition, body].allSatisfy { $0.parameters.map { types[$0.index] } == operands }
      try demand(
        same && parsed.results == operands, "parameters and results of the operands' types", at: offset)
    case .optimizationBarrier:
      try demand(parsed.results == operands, "results of the operands' types", at: offset)
    case .dynamicSlice, .dynamicUpdateSlice, .concatenate:
      try demand(!operands.isEmpty, "operands", at: offset)
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .broadcastInDim,
      .reshape, .transpose, .pad, .dotGeneral, .call, .check:
      return
    }
  }

  private func demand(_ holds: Bool, _ expected: String, at offset: Int) throws(ParseError) {
    if !holds { throw error(at: offset, expected: expected, found: "others") }
  }

  /// The number of results where it is fixed.
  private func resultCount(of operation: Operation) -> Int? {
    switch operation {
    case .check: 0
    case .reduce, .while, .call, .optimizationBarrier: nil
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision,
      .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate,
      .dotGeneral:
      1
    }
  }
}
