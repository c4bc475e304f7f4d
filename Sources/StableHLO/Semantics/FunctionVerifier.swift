/// Walks a function once, knowing which values may be read at each point.
struct FunctionVerifier {
  private let function: Function
  private let signatures: [String: Signature]
  private var visible: [Bool]
  private var defined: [Bool]
  /// The functions that were found to be called.
  private(set) var callees: Set<String> = []

  init(_ function: Function, signatures: [String: Signature]) {
    self.function = function
    self.signatures = signatures
    visible = Array(repeating: false, count: function.types.count)
    defined = visible
  }

  /// Checks the whole function.
  mutating func verify() throws(VerificationError) {
    try verify(function.body, owner: nil, depth: 0)
  }

  /// Checks a region; its values are visible only inside it.
  private mutating func verify(
    _ region: Region, owner: Instruction?, depth: Int
  ) throws(VerificationError) {
    guard depth <= Module.nestingLimit else {
      throw error("region", "regions are nested deeper than \(Module.nestingLimit)", owner)
    }
    var own = region.parameters
    for parameter in region.parameters { try define(parameter, owner) }
    for instruction in region.instructions {
      try verify(instruction, depth: depth)
      own += instruction.results
    }
    for result in region.results { try use(result, owner) }
    for value in own { visible[value.index] = false }
  }

  private mutating func verify(
    _ instruction: Instruction, depth: Int
  ) throws(VerificationError) {
    for operand in instruction.operands { try use(operand, instruction) }
    for region in instruction.operation.regions {
      try verify(region, owner: instruction, depth: depth + 1)
    }
    for result in instruction.results { try define(result, instruction) }
    let operands = instruction.operands.map(function.type(of:))
    let results = instruction.results.map(function.type(of:))
    do {
      try instruction.operation.check(
        operands: operands, results: results, valueTypes: function.types)
    } catch {
      throw self.error(error.label, error.reason, instruction)
    }
    if case .call(let callee) = instruction.operation {
      try verifyCall(of: callee, operands, results, instruction)
    }
  }

  private mutating func verifyCall(
    of callee: String, _ operands: [TensorType], _ results: [TensorType], _ instruction: Instruction
  ) throws(VerificationError) {
    guard let signature = signatures[callee] else {
      throw error("call", "there is no function @\(callee)", instruction)
    }
    guard operands == signature.parameters else {
      throw error("call", "@\(callee) takes \(signature.parameters), not \(operands)", instruction)
    }
    guard results == signature.results else {
      throw error("call", "@\(callee) gives \(signature.results), not \(results)", instruction)
    }
    callees.insert(callee)
  }

  // MARK: - Values

  private mutating func define(_ value: Value, _ place: Instruction?) throws(VerificationError) {
    guard defined.indices.contains(value.index) else {
      throw error("value", "value \(value.index) has no type", place)
    }
    guard !defined[value.index] else {
      throw error("value", "value \(value.index) is defined twice", place)
    }
    (defined[value.index], visible[value.index]) = (true, true)
  }

  private func use(_ value: Value, _ place: Instruction?) throws(VerificationError) {
    guard visible.indices.contains(value.index), visible[value.index] else {
      throw error("value", "value \(value.index) is read where it is not defined", place)
    }
  }

  private func error(_ label: String, _ reason: String, _ place: Instruction?) -> VerificationError {
    VerificationError(label, reason, function: function.name, instruction: place)
  }
}
