internal import NormaArrays

extension Printer {
  /// Writes a `reduce`: on one line where the reducer has a name and its operands commute.
  mutating func print(_ reducer: Reducer, _ dimensions: [Int], _ instruction: Instruction) {
    let axes =
      "across dimensions = \(dimensions)" + spelled(instruction.attributes) + " : "
      + functionType(instruction)
    let head = definition(instruction) + "stablehlo.reduce" + pairs(instruction.operands)
    let location = spelled(location: instruction.location)
    switch reducer {
    case .named(let operation) where operation.isCommutative:
      line("\(head) applies \(operation.spelling) \(axes)\(location)")
    case .named(let operation):
      line("\(head) \(axes)")
      printReducer(operation, instruction.operands, location)
    case .region(let region):
      line("\(head) \(axes)")
      print(reducer: region, location)
    }
  }

  private func pairs(_ operands: [Value]) -> String {
    let (inputs, initial) = (operands.prefix(operands.count / 2), operands.suffix(operands.count / 2))
    return zip(inputs, initial).map { "(\(name($0)) init: \(name($1)))" }.joined(separator: ", ")
  }

  /// A named reducer as a region. Its names cannot meet others: they are no names that `ValueNames` gives.
  private mutating func printReducer(_ operation: Elementwise, _ operands: [Value], _ location: String) {
    let type = operands.first.map { TensorType(self.type($0).scalar, Shape([])).description } ?? ""
    indented(by: 1) { $0.line("reducer(%left: \(type), %right: \(type)) {") }
    indented {
      $0.line("%reduced = \(operation.spelling) %left, %right : \(type)")
      $0.line("stablehlo.return %reduced : \(type)")
    }
    line("}" + location)
  }

  private mutating func print(reducer region: Region, _ location: String) {
    let half = region.parameters.count / 2
    let groups = zip(region.parameters.prefix(half), region.parameters.suffix(half)).map { left, right in
      "(\(name(left)): \(type(left)), \(name(right)): \(type(right)))"
    }
    indented(by: 1) { $0.line("reducer" + groups.joined(separator: " ") + " {") }
    indented { $0.print(body: region, return: "stablehlo.return") }
    line("}" + location)
  }

  /// Writes a `while`. Both regions' parameters bear the same names.
  mutating func print(_ condition: Region, _ body: Region, _ instruction: Instruction) {
    let pairs = zip(condition.parameters, instruction.operands).map { "\(name($0)) = \(name($1))" }
    let types = instruction.operands.isEmpty ? "" : " : " + typeList(instruction.operands)
    let attributes =
      instruction.attributes.isEmpty ? "" : " attributes" + spelled(instruction.attributes)
    line(
      definition(instruction) + "stablehlo.while(" + pairs.joined(separator: ", ") + ")" + types + attributes)
    line("cond {")
    indented { $0.print(body: condition, return: "stablehlo.return") }
    line("} do {")
    indented { $0.print(body: body, return: "stablehlo.return") }
    line("}" + spelled(location: instruction.location))
  }
}
