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

  /// The program of a function's vector-Jacobian product: takes what the function takes, then one cotangent
  /// for each floating-point result, and returns the cotangent of each argument named, of its type.
  ///
  /// dx[i] = sum over results k of transpose(d y[k] / d x[i]) dy[k]. For a layer: (x, weight, dy) -> (dx, dweight).
  ///
  /// - Parameters:
  ///   - arguments: positions of the arguments to differentiate by; nil for every floating-point one.
  ///   - name: the function to differentiate, which becomes the function of the result.
  /// - Throws: `TransformError` where the function has no derivative, naming the operation and its place.
  public func vjp(
    withRespectTo arguments: [Int]? = nil, of name: String = "main"
  ) throws(TransformError) -> Module {
    let function = try known(name)
    let places = function.resultTypes.indices.filter { function.resultTypes[$0].scalar.isFloatingPoint }
    guard !places.isEmpty else {
      let found = function.resultTypes.map(\.brief).joined(separator: ", ")
      throw TransformError(
        .result,
        "`vjp` needs a floating-point result, but @\(name) returns \(found.isEmpty ? "nothing" : found). Convert one with `converted(to: .f32)`."
      )
    }
    let positions = try function.differentiable(arguments, for: "vjp")
    let cotangents = places.map { place in
      Input(places.count == 1 ? "dy" : "dy\(place)", function.resultTypes[place])
    }
    return try written(function, positions, cotangents) { values, dy, tape, chosen throws(TransformError) in
      try tape.cotangents(of: places.map { values[$0] }, from: dy, withRespectTo: chosen)
    }
  }

  private func differentiated(
    _ name: String, _ arguments: [Int]?, keepingValue: Bool
  ) throws(TransformError) -> Module {
    let function = try known(name)
    try function.requireScalarResult()
    let positions = try function.differentiable(arguments, for: "gradient")
    return try written(function, positions, []) { value, _, tape, chosen throws(TransformError) in
      let ones = value.map { $0.filled(with: 1) }
      return try (keepingValue ? value : [])
        + tape.cotangents(of: value, from: ones, withRespectTo: chosen)
    }
  }

  /// The program that writes a function again and then what the closure makes of its results, of the
  /// cotangents it takes, of the tape and of the arguments at `positions`.
  private func written(
    _ function: Function, _ positions: [Int], _ cotangents: [Input],
    _ backward: ([Tensor], [Tensor], Tape, [Tensor]) throws(TransformError) -> [Tensor]
  ) throws(TransformError) -> Module {
    let arguments = function.parameterTypes.map { Input(nil, $0) }
    do throws(TracingError) {
      var result = try trace(name: function.name, arguments, cotangents) { tensors, dy in
        let chosen = positions.map { tensors[$0] }
        var tape = Tape(self, withRespectTo: chosen)
        let values = try tape.write(function, tensors, beside: tensors[0])
        return try backward(values, dy, tape, chosen)
      }
      result.functions = result.functions.map { $0.withoutDeadCode(documentedAs: function) }
      return result
    } catch {
      throw TransformError(error)
    }
  }

  private func known(_ name: String) throws(TransformError) -> Function {
    guard let function = function(named: name) else {
      throw TransformError(.unknownFunction, "The module has no function @\(name). Name one it has.")
    }
    return function
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
  fileprivate func differentiable(
    _ arguments: [Int]?, for transform: String
  ) throws(TransformError) -> [Int] {
    let all = parameterTypes.indices.filter { parameterTypes[$0].scalar.isFloatingPoint }
    let chosen = arguments ?? Array(all)
    guard !chosen.isEmpty, chosen.allSatisfy(all.contains), Set(chosen).count == chosen.count else {
      throw TransformError(
        .argument,
        "`\(transform)` needs distinct floating-point arguments of @\(name), but received \(chosen). Those it has are \(Array(all))."
      )
    }
    return chosen
  }

  /// The function without what no result reads; its first parameters have the names of `original`'s.
  fileprivate func withoutDeadCode(documentedAs original: Function) -> Function {
    var live = Set(body.results)
    var kept: [Instruction] = []
    for instruction in body.instructions.reversed() where instruction.results.contains(where: live.contains) {
      kept.append(instruction)
      live.formUnion(instruction.operands)
    }
    var function = self
    function.body.instructions = kept.reversed()
    let count = original.body.parameters.count
    function.parameterAttributes.replaceSubrange(0..<count, with: original.parameterNames)
    return function
  }
}
