internal import StableHLO

extension Pass {
  /// Two equal operations on equal values are one. Calls, checks, loops and optimization barriers,
  /// which programs use to keep two computations apart, are not merged.
  public static let commonSubexpressions = Pass(
    "common-subexpressions", "What was computed before is not computed again.",
    law: ("f(x) and, later, f(x)", "f(x), read twice"),
    function: { function in
      var known: [Expression: [Value]] = [:]
      return function.rewritten { instruction, rewriting in
        guard instruction.operation.isShareable else { return nil }
        let expression = Expression(instruction, types: instruction.results.map { rewriting.type(of: $0) })
        if let results = known[expression], results.allSatisfy({ rewriting.isVisible($0) }) { return results }
        known[expression] = instruction.results
        return nil
      }
    })
}

/// What two instructions must share to compute the same.
private struct Expression: Hashable {
  let operation: Operation
  let operands: [Value]
  let attributes: [Attribute]
  let types: [TensorType]

  init(_ instruction: Instruction, types: [TensorType]) {
    (operation, attributes, self.types) = (instruction.operation, instruction.attributes, types)
    if case .elementwise(let elementwise) = operation, elementwise.isCommutative {
      operands = instruction.operands.sorted { $0.index < $1.index }
    } else {
      operands = instruction.operands
    }
  }
}
