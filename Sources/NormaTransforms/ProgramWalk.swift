internal import NormaTracing
internal import StableHLO

/// A program written again, instruction by instruction, with something else standing for each value.
protocol ProgramWalk {
  /// What stands for a value.
  associatedtype Entry
  /// The program.
  var module: Module { get }
  /// The functions being written: a call of one of these would never end.
  var pending: Set<String> { get set }
  /// Writes one instruction and returns what stands for its results.
  mutating func write(
    _ instruction: Instruction, _ operands: [Entry], _ types: [TensorType], beside origin: Tensor
  ) throws -> [Entry]
}

extension Function {
  /// The names of the parameters as attributes; what else is stated of them, such as a sharding or an alias of a
  /// result, holds of this function only.
  var parameterNames: [[Attribute]] {
    parameterAttributes.map { attributes in attributes.filter { $0.name == "norma.name" } }
  }
}

extension ProgramWalk {
  /// Writes a function's body, its calls inlined, and returns its results.
  mutating func write(_ function: Function, _ arguments: [Entry], beside origin: Tensor) throws -> [Entry] {
    guard pending.insert(function.name).inserted else {
      throw TransformError(
        .recursion, "A program must end, but @\(function.name) calls itself. Unroll the recursion.")
    }
    defer { pending.remove(function.name) }
    var entries = Dictionary(uniqueKeysWithValues: zip(function.body.parameters, arguments))
    for instruction in function.body.instructions {
      let operands = instruction.operands.compactMap { entries[$0] }
      let types = instruction.results.map(function.type(of:))
      let results = try write(instruction, operands, types, beside: origin)
      for (value, entry) in zip(instruction.results, results) { entries[value] = entry }
    }
    return function.body.results.compactMap { entries[$0] }
  }

  /// Writes the body of the function that an instruction calls.
  mutating func writeCall(
    of name: String, _ operands: [Entry], at position: SourcePosition?, beside origin: Tensor
  ) throws -> [Entry] {
    guard let callee = module.function(named: name) else {
      throw TransformError(
        .unknownFunction, "The module has no function @\(name) to call. Add it.", at: position)
    }
    return try write(callee, operands, beside: origin)
  }
}
