/// Builds a function whose every instruction keeps the specification's constraints. Equal
/// instructions are shared, so common subexpressions exist once by construction.
public struct FunctionBuilder: Sendable {
  /// The type of each value made so far, indexed by `Value.index`.
  public private(set) var types: [TensorType] = []
  private var parameters: [Value] = []
  private var scopes = [Scope()]
  private var hidden: Set<Value> = []

  /// A builder of an empty function.
  public init() {}

  /// The type of a value of this builder.
  public func type(of value: Value) -> TensorType { types[value.index] }

  /// Adds a parameter to the function.
  public mutating func parameter(_ type: TensorType) -> Value {
    let value = define(type)
    parameters.append(value)
    return value
  }

  /// Adds an operation with one result, or finds the equal one that stands already.
  ///
  /// - Parameter resultType: the result's type where the operands do not determine it.
  /// - Throws: the constraint that operands or result do not keep.
  public mutating func add(
    _ operation: Operation, _ operands: [Value], resultType: TensorType? = nil
  ) throws(ConstraintViolation) -> Value {
    let results = try add(operation, operands, resultTypes: resultType.map { [$0] })
    guard results.count == 1 else {
      throw .violates(operation, "outputs", "gives \(results.count) results where one is used")
    }
    return results[0]
  }

  /// Adds an operation with any number of results, or finds the equal one that stands already.
  ///
  /// - Parameter resultTypes: the results' types where the operands do not determine them.
  /// - Throws: the constraint that operands or results do not keep.
  @discardableResult
  public mutating func add(
    _ operation: Operation, _ operands: [Value], resultTypes: [TensorType]?
  ) throws(ConstraintViolation) -> [Value] {
    let operandTypes = try typesOfVisible(operands, for: operation)
    let inferred = try operation.inferResultTypes(operands: operandTypes)
    guard let resultTypes = resultTypes ?? inferred else {
      throw .violates(operation, "outputs", "the result's type must be stated")
    }
    try operation.check(operands: operandTypes, results: resultTypes, valueTypes: types)
    let key = Key(operation, operands, resultTypes)
    if let known = scopes.lazy.compactMap({ $0.known[key] }).first { return known }
    let results = resultTypes.map { define($0) }
    scopes[scopes.count - 1].instructions.append(
      Instruction(operation, operands: operands, results: results))
    if operation.isShareable { scopes[scopes.count - 1].known[key] = results }
    return results
  }

  /// Builds a region for `while` or `reduce`: `body` is given its parameters, adds instructions and
  /// returns the values the region yields. Values of the region are not visible after it.
  public mutating func region<Failure: Error>(
    _ parameterTypes: [TensorType],
    body: (inout FunctionBuilder, [Value]) throws(Failure) -> [Value]
  ) throws(Failure) -> Region {
    let first = types.count
    scopes.append(Scope())
    let parameters = parameterTypes.map { define($0) }
    defer { hidden.formUnion((first..<types.count).map { Value($0) }) }
    do {
      let results = try body(&self, parameters)
      let instructions = scopes.removeLast().instructions
      return Region(parameters: parameters, instructions: instructions, results: results)
    } catch {
      scopes.removeLast()
      throw error
    }
  }

  /// The function of everything added, returning `results`, which must be values of this builder.
  public func finish(
    name: String, isPublic: Bool = true, results: [Value]
  ) -> Function {
    precondition(
      scopes.count == 1 && results.allSatisfy(isVisible), "a function returns values of its own body")
    let body = Region(parameters: parameters, instructions: scopes[0].instructions, results: results)
    return Function(name: name, isPublic: isPublic, types: types, body: body)
  }

  // MARK: - Values

  private mutating func define(_ type: TensorType) -> Value {
    types.append(type)
    return Value(types.count - 1)
  }

  private func isVisible(_ value: Value) -> Bool {
    types.indices.contains(value.index) && !hidden.contains(value)
  }

  private func typesOfVisible(
    _ values: [Value], for operation: Operation
  ) throws(ConstraintViolation) -> [TensorType] {
    if let value = values.first(where: { !isVisible($0) }) {
      throw .violates(operation, "inputs", "value \(value.index) is not visible here")
    }
    return values.map(type(of:))
  }
}

/// The instructions of one region under construction, and those of them that may be shared.
private struct Scope: Sendable {
  var instructions: [Instruction] = []
  var known: [Key: [Value]] = [:]
}

/// What makes two instructions equal: operands of commutative operations count in any order.
private struct Key: Hashable, Sendable {
  let operation: Operation
  let operands: [Value]
  let resultTypes: [TensorType]

  init(_ operation: Operation, _ operands: [Value], _ resultTypes: [TensorType]) {
    self.operation = operation
    self.resultTypes = resultTypes
    if case .elementwise(let elementwise) = operation, elementwise.isCommutative {
      self.operands = operands.sorted { $0.index < $1.index }
    } else {
      self.operands = operands
    }
  }
}
