package import StableHLO

/// A function while its instructions are rewritten one by one, in order, regions included.
///
/// Operands are already replaced when a rule sees an instruction, so a rule sees the program as
/// rewritten so far and may look up where a value comes from.
package struct Rewriting {
  /// Sees an instruction; returns values to stand for its results, or nil to keep it.
  package typealias Rule = (Instruction, inout Rewriting) -> [Value]?

  private var types: [TensorType]
  /// The instruction that computes each value, and the value that stands for it, by `Value.index`.
  private var definitions: [Instruction?]
  private var replacements: [Value]
  private let readerCounts: [Int]
  private var hidden: Set<Value> = []
  private var open: [[Instruction]] = []
  private var changed = false
  private var reasons: [String] = []

  /// The type of a value.
  package func type(of value: Value) -> TensorType { types[value.index] }

  /// The instruction that computes a value, or nil for a parameter.
  package func definition(of value: Value) -> Instruction? { definitions[value.index] }

  /// How often a value of the original function is read there, results of regions included; nil for a value
  /// that was added since.
  package func readerCount(of value: Value) -> Int? {
    value.index < readerCounts.count ? readerCounts[value.index] : nil
  }

  /// Says why the rule fires here, in a sentence with widths and types as they are found.
  package mutating func note(_ reason: String) { reasons.append(reason) }

  /// Whether a value may be used at this point: it belongs to no region that has ended.
  package func isVisible(_ value: Value) -> Bool { !hidden.contains(value) }

  /// Adds an operation with one result here; it takes the place in the source text of `original`.
  package mutating func add(
    _ operation: Operation, _ operands: [Value], type: TensorType, insteadOf original: Instruction
  ) -> Value {
    let result = makeValue(type)
    append(
      Instruction(
        operation, operands: operands, results: [result], location: original.location,
        position: original.position))
    return result
  }

  /// Adds a copy of a region's instructions here, its parameters standing for `arguments`.
  ///
  /// - Returns: the values that stand for the region's results.
  package mutating func splice(_ region: Region, of function: Function, arguments: [Value]) -> [Value] {
    var names = Dictionary(uniqueKeysWithValues: zip(region.parameters, arguments))
    for instruction in region.instructions {
      append(instruction.renamed { rename($0, of: function, in: &names) })
    }
    return region.results.map { rename($0, of: function, in: &names) }
  }

  private mutating func rename(
    _ value: Value, of function: Function, in names: inout [Value: Value]
  ) -> Value {
    if let known = names[value] { return known }
    let fresh = makeValue(function.type(of: value))
    names[value] = fresh
    return fresh
  }

  private mutating func makeValue(_ type: TensorType) -> Value {
    types.append(type)
    definitions.append(nil)
    replacements.append(Value(types.count - 1))
    return Value(types.count - 1)
  }

  private mutating func append(_ instruction: Instruction) {
    for result in instruction.results { definitions[result.index] = instruction }
    open[open.count - 1].append(instruction)
  }

  // MARK: - The walk

  fileprivate init(_ function: Function) {
    types = function.types
    definitions = Array(repeating: nil, count: types.count)
    replacements = types.indices.map { Value($0) }
    var counts = [Int](repeating: 0, count: types.count)
    function.body.countReads(in: &counts)
    readerCounts = counts
  }

  /// The function with its body rewritten.
  fileprivate mutating func rewrite(_ function: Function, by rule: Rule) -> Outcome<Function> {
    let body = rewrite(function.body, by: rule)
    guard changed else { return Outcome(function, changed: false) }
    var function = function
    function.body = body
    function.types = types
    return Outcome(function, reasons: reasons)
  }

  private mutating func rewrite(_ region: Region, by rule: Rule) -> Region {
    open.append([])
    for instruction in region.instructions { visit(instruction, by: rule) }
    var copy = region
    copy.results = region.results.map { replacements[$0.index] }
    copy.instructions = open.removeLast()
    if !open.isEmpty { hidden.formUnion(region.parameters + copy.instructions.flatMap(\.results)) }
    return copy
  }

  private mutating func visit(_ instruction: Instruction, by rule: Rule) {
    var instruction = instruction
    for index in instruction.operands.indices {
      instruction.operands[index] = replacements[instruction.operands[index].index]
    }
    if !instruction.operation.regions.isEmpty {
      instruction.operation = instruction.operation.mapRegions { rewrite($0, by: rule) }
    }
    guard let values = rule(instruction, &self) else { return append(instruction) }
    changed = true
    for (result, value) in zip(instruction.results, values) { replacements[result.index] = value }
  }
}

extension Region {
  /// Adds how often each value is read here and in nested regions.
  fileprivate func countReads(in counts: inout [Int]) {
    for instruction in instructions {
      for operand in instruction.operands { counts[operand.index] += 1 }
      for region in instruction.operation.regions { region.countReads(in: &counts) }
    }
    for result in results { counts[result.index] += 1 }
  }
}

extension Function {
  /// The function with each instruction the rule answers replaced; types stay as they are.
  package func rewritten(by rule: Rewriting.Rule) -> Function { rewriting(by: rule).value }

  /// The function with each instruction the rule answers replaced, and why.
  func rewriting(by rule: Rewriting.Rule) -> Outcome<Function> {
    var rewriting = Rewriting(self)
    return rewriting.rewrite(self, by: rule)
  }
}
