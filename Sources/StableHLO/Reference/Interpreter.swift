public import NormaArrays

/// Runs a program as the StableHLO specification defines it: the meaning that every compiled form is
/// measured against.
///
/// Floats are computed in `Double` and rounded once to the element type after each operation. Sums and
/// products of `reduce` are rounded once at their end; sums of `dot_general` are kept in `f32` or wider.
public struct Interpreter: Sendable {
  private let functions: [String: Function]
  private let lastReads: [String: [[Value]]]
  private let invalidity: VerificationError?

  /// An interpreter of a module. Whether the module is valid is told when it is run.
  public init(_ module: Module) {
    do throws(VerificationError) {
      try module.verify()
      invalidity = nil
    } catch {
      invalidity = error
    }
    functions = Dictionary(module.functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    lastReads = functions.mapValues(\.lastReads)
  }

  /// Runs a function and gives its results.
  ///
  /// - Throws: where the module or the arguments are not valid, where a tensor does not fit into
  ///   memory, and where a `check.*` assertion does not hold.
  public func run(
    _ function: String = "main", _ arguments: [NDArray]
  ) throws(InterpreterError) -> [NDArray] {
    let callee = try checked(function, arguments.map { TensorType($0.scalarType, $0.shape) })
    return try call(callee, arguments.map { TensorValue($0) }).map(\.array)
  }

  /// Runs a function on values and gives its results as values.
  package func run(
    _ function: String = "main", values: [TensorValue]
  ) throws(InterpreterError) -> [TensorValue] {
    try call(try checked(function, values.map(\.type)), values)
  }

  /// Runs one instruction of a function of the module, given the values it reads: its operands, and
  /// what its regions read of the values around them.
  package func evaluate(
    _ instruction: Instruction, of function: Function, reading values: [Value: TensorValue]
  ) throws(InterpreterError) -> [TensorValue] {
    var frame = Frame(function)
    for (value, tensor) in values { frame[value] = tensor }
    return try evaluate(instruction, &frame)
  }

  private func checked(
    _ name: String, _ types: [TensorType]
  ) throws(InterpreterError) -> Function {
    if let invalidity { throw InterpreterError(.invalid(invalidity)) }
    guard let function = functions[name] else { throw InterpreterError(.noFunction(name)) }
    let expected = function.parameterTypes
    guard expected.count == types.count else {
      throw InterpreterError(
        .argumentCount(expected: expected.count, found: types.count), function: name)
    }
    for (index, type) in types.enumerated() where type != expected[index] {
      throw InterpreterError(
        .argumentType(index: index, expected: expected[index], found: type), function: name)
    }
    return function
  }
}

// MARK: - Control

extension Interpreter {
  /// Runs a function, forgetting each value after it was read for the last time.
  private func call(
    _ function: Function, _ arguments: [TensorValue]
  ) throws(InterpreterError) -> [TensorValue] {
    var frame = Frame(function)
    frame.bind(function.body.parameters, arguments)
    let lastReads = lastReads[function.name] ?? []
    for (instruction, dead) in zip(function.body.instructions, lastReads) {
      frame.bind(instruction.results, try evaluate(instruction, &frame))
      for value in dead { frame[value] = nil }
    }
    return try frame.values(of: function.body.results)
  }

  /// The values of one instruction, whose operands stand in the frame.
  func evaluate(
    _ instruction: Instruction, _ frame: inout Frame
  ) throws(InterpreterError) -> [TensorValue] {
    let operands = try frame.values(of: instruction.operands)
    let types = instruction.results.map(frame.function.type(of:))
    do throws(InterpreterError) {
      switch instruction.operation {
      case .while(let condition, let body): return try loop(condition, body, operands, &frame)
      case .call(let name):
        guard let callee = functions[name] else { throw InterpreterError(.noFunction(name)) }
        return try call(callee, operands)
      case .check(let check):
        if let failure = check.failure(operands[0], operands[1]) {
          throw InterpreterError(.check(failure))
        }
        return []
      case .reduce(let reducer, let dimensions):
        return try reduce(reducer, dimensions, operands, types, &frame)
      case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
        .reducePrecision, .broadcastInDim, .reshape, .transpose, .slice, .dynamicSlice,
        .dynamicUpdateSlice, .pad, .concatenate, .dotGeneral, .optimizationBarrier:
        return try instruction.operation.evaluate(operands, resultTypes: types)
      }
    } catch {
      throw error.at(instruction, in: frame.function.name)
    }
  }

  /// Runs the body as long as the condition holds.
  private func loop(
    _ condition: Region, _ body: Region, _ operands: [TensorValue], _ frame: inout Frame
  ) throws(InterpreterError) -> [TensorValue] {
    var values = operands
    while try run(condition, values, &frame)[0].integers[0] != 0 {
      values = try run(body, values, &frame)
    }
    return values
  }

  /// Runs a region on the values it is entered with.
  func run(
    _ region: Region, _ arguments: [TensorValue], _ frame: inout Frame
  ) throws(InterpreterError) -> [TensorValue] {
    frame.bind(region.parameters, arguments)
    for instruction in region.instructions {
      frame.bind(instruction.results, try evaluate(instruction, &frame))
    }
    return try frame.values(of: region.results)
  }
}
