extension Printer {
  /// Writes an instruction.
  mutating func print(_ instruction: Instruction) {
    switch instruction.operation {
    case .reduce(let reducer, let dimensions): print(reducer, dimensions, instruction)
    case .while(let condition, let body): print(condition, body, instruction)
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
      .dynamicUpdateSlice, .pad, .concatenate, .dotGeneral, .call, .check, .optimizationBarrier:
      line(definition(instruction) + oneLine(instruction) + spelled(location: instruction.location))
    }
  }

  /// `%0:2 = ` or nothing.
  func definition(_ instruction: Instruction) -> String {
    guard let first = instruction.results.first else { return "" }
    let count = instruction.results.count
    return count == 1 ? name(first) + " = " : name(first).dropLast(2) + ":\(count) = "
  }

  private func oneLine(_ instruction: Instruction) -> String {
    let operands = list(instruction.operands)
    let attributes = spelled(instruction.attributes)
    switch instruction.operation {
    case .constant(let literal): return "stablehlo.constant\(attributes) \(literal)"
    case .call(let callee):
      return
        "\(isInRegion ? "func.call" : "call") \(symbol(callee))(\(operands))\(attributes) : \(functionType(instruction))"
    case .check(let check):
      return
        "stablehlo.custom_call @\(check.rawValue)(\(operands))\(attributes) : \(functionType(instruction))"
    case .slice(let start, let limit, let strides):
      return
        "stablehlo.slice \(operands) [\(ranges(start, limit, strides))]\(attributes) : \(functionType(instruction))"
    case .compare(let direction, let kind):
      let suffix = kind.map { ", " + $0.rawValue } ?? ""
      return
        "stablehlo.compare \(direction.rawValue), \(operands)\(suffix)\(attributes) : \(functionType(instruction))"
    case .optimizationBarrier:
      let types = instruction.operands.isEmpty ? "" : " : " + typeList(instruction.operands)
      return "stablehlo.optimization_barrier\(operands.isEmpty ? "()" : " " + operands)\(attributes)\(types)"
    case let operation:
      let parts = [operands, operation.parameterText].filter { !$0.isEmpty }
      return
        "\(operation.name) \(parts.joined(separator: ", "))\(attributes) : \(types(of: instruction))"
    }
  }

  private func ranges(_ start: [Int], _ limit: [Int], _ strides: [Int]) -> String {
    zip(zip(start, limit), strides).map { bounds, stride in
      "\(bounds.0):\(bounds.1)" + (stride == 1 ? "" : ":\(stride)")
    }.joined(separator: ", ")
  }
}
