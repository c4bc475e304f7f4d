internal import NormaArrays
internal import NormaTracing
public import StableHLO

extension Module {
  /// The program of a scalar function's gradient: takes what the function takes and returns one tensor for
  /// each argument named, of its type. Reverse mode; calls are inlined.
  ///
  /// ```swift
  /// let loss = try trace(TensorType(.f32, [8])) { x in (x * x).sum(over: .all) }
  /// let slope = try loss.gradient()
  /// ```
  ///
  /// - Parameters:
  ///   - arguments: positions of the arguments to differentiate by; nil for every floating-point one.
  ///   - name: the function to differentiate, which becomes the function of the result.
  /// - Throws: `TransformError` where the function has no gradient, naming the operation and its place.
  public func gradient(
    withRespectTo arguments: [Int]? = nil, of name: String = "main"
  ) throws(TransformError) -> Module {
    try differentiated(name, arguments, keepingValue: false)
  }

  /// The program that returns a scalar function's value and then its gradient; see `gradient`.
  ///
  /// - Throws: `TransformError` where the function has no gradient, naming the operation and its place.
  public func valueAndGradient(
    withRespectTo arguments: [Int]? = nil, of name: String = "main"
  ) throws(TransformError) -> Module {
    try differentiated(name, arguments, keepingValue: true)
  }

  private func differentiated(
    _ name: String, _ arguments: [Int]?, keepingValue: Bool
  ) throws(TransformError) -> Module {
    guard let function = function(named: name) else {
      throw TransformError(.unknownFunction, "The module has no function @\(name). Name one it has.")
    }
    try function.requireScalarResult()
    let positions = try function.differentiable(arguments)
    do throws(TracingError) {
      var result = try trace(name: name, function.parameterTypes) { tensors in
        let chosen = positions.map { tensors[$0] }
        var tape = Tape(self, withRespectTo: chosen)
        let value = try tape.write(function, tensors, beside: tensors[0])
        return try (keepingValue ? value : []) + tape.gradient(of: value[0], withRespectTo: chosen)
      }
      result.functions = result.functions.map { $0.withoutDeadCode(documentedAs: function) }
      return result
    } catch {
      if case .body(let inner) = error.reason, let refusal = inner as? TransformError { throw refusal }
      throw TransformError(.program(error), error.description)
    }
  }
}

extension Function {
  fileprivate func requireScalarResult() throws(TransformError) {
    guard resultTypes.count == 1, resultTypes[0].rank == 0, resultTypes[0].scalar.isFloatingPoint else {
      let found = resultTypes.map(\.brief).joined(separator: ", ")
      throw TransformError(
        .result,
        "`gradient` needs one floating-point scalar, but @\(name) returns \(found.isEmpty ? "nothing" : found). Sum the result, or return one scalar."
      )
    }
  }

  /// The arguments asked for, each once and of floating-point type.
  fileprivate func differentiable(_ arguments: [Int]?) throws(TransformError) -> [Int] {
    let all = parameterTypes.indices.filter { parameterTypes[$0].scalar.isFloatingPoint }
    let chosen = arguments ?? Array(all)
    guard !chosen.isEmpty, chosen.allSatisfy(all.contains), Set(chosen).count == chosen.count else {
      throw TransformError(
        .argument,
        "`gradient` needs distinct floating-point arguments of @\(name), but received \(chosen). Those it has are \(Array(all))."
      )
    }
    return chosen
  }

  /// The function without what no result reads, with the parameter attributes of `original`.
  fileprivate func withoutDeadCode(documentedAs original: Function) -> Function {
    var live = Set(body.results)
    var kept: [Instruction] = []
    for instruction in body.instructions.reversed() where instruction.results.contains(where: live.contains) {
      kept.append(instruction)
      live.formUnion(instruction.operands)
    }
    var function = self
    function.body.instructions = kept.reversed()
    function.parameterAttributes = original.parameterAttributes
    return function
  }
}
