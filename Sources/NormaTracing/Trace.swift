public import StableHLO

/// Turns tensor math into a program with one function.
///
/// ```swift
/// let program = try trace(LayerNorm(512), TensorType(.f32, [8, 512])) { norm, x in norm(x) + x }
/// ```
///
/// Each argument describes inputs of the program, in order: a `TensorType` or `NDArray` one tensor, a
/// layer its parameters, an array those of its elements. The closure receives the tensors in their
/// place and returns a tensor, or an array of them: the program's results.
///
/// - Throws: `TracingError` for the first misuse of a tensor, or an error the closure throws.
public func trace<each Argument: Traceable, Output: TracedResult>(
  name: String = "main", _ arguments: repeat each Argument, file: StaticString = #fileID, line: UInt = #line,
  body: (repeat (each Argument).Traced) throws -> Output
) throws(TracingError) -> Module {
  var inputs = [Input]()
  repeat inputs += (each arguments).inputs
  return try record(name, inputs, at: SourceLine(file: file, line: line)) { tensors in
    var rest = tensors[...]
    return try body(repeat take(each arguments, from: &rest)).tensors
  }
}

/// Turns tensor math with several results into a program; see `trace`.
///
/// - Throws: `TracingError` for the first misuse of a tensor, or an error the closure throws.
public func trace<each Argument: Traceable, each Output: TracedResult>(
  name: String = "main", _ arguments: repeat each Argument, file: StaticString = #fileID, line: UInt = #line,
  body: (repeat (each Argument).Traced) throws -> (repeat each Output)
) throws(TracingError) -> Module {
  var inputs = [Input]()
  repeat inputs += (each arguments).inputs
  return try record(name, inputs, at: SourceLine(file: file, line: line)) { tensors in
    var rest = tensors[...]
    let outputs = try body(repeat take(each arguments, from: &rest))
    var results = [Tensor]()
    repeat results += (each outputs).tensors
    return results
  }
}

/// The program of a closure over one tensor for each input.
private func record(
  _ name: String, _ inputs: [Input], at source: SourceLine, body: ([Tensor]) throws -> [Tensor]
) throws(TracingError) -> Module {
  let recorder = Recorder()
  let tensors = inputs.map { recorder.parameter($0.type) }
  do {
    var function = try recorder.finish(name: name, results: body(tensors))
    function.parameterAttributes = inputs.map(\.attributes)
    return Module(functions: [function])
  } catch let error as TracingError {
    throw error.located(at: source)
  } catch {
    throw TracingError(.body(error), "\(error)", at: source)
  }
}

/// The value one argument contributes to the traced closure, from its share of the tensors.
private func take<Argument: Traceable>(
  _ argument: Argument, from tensors: inout ArraySlice<Tensor>
) -> Argument.Traced {
  let count = argument.inputs.count
  defer { tensors = tensors.dropFirst(count) }
  return argument.traced(with: tensors.prefix(count))
}

extension Input {
  /// The name as an attribute of the function's parameter, so that it survives printing and parsing.
  fileprivate var attributes: [Attribute] { name.map { [Attribute("norma.name", "\"\($0)\"")] } ?? [] }
}

extension TracingError {
  /// The error with a source line, if it has none of its own.
  fileprivate func located(at source: SourceLine) -> TracingError {
    var error = self
    error.source = error.source ?? source
    return error
  }
}
