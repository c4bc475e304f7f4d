internal import NormaArrays
internal import StableHLO

/// The one function that all tensors of a trace write into. A class because they share it by identity.
final class Recorder: Sendable {
  /// The function so far, and the first misuse, if there was one.
  private struct State {
    var builder = FunctionBuilder()
    var failure: TracingError?
    /// Tensors of the traces around this one that it reads, in the order of the parameters that stand for them.
    var captured: [Tensor] = []
    var parameters: [Captured: Value] = [:]
    var isFinished = false
    /// Of the outermost trace: the one in it that is being recorded now, if it is not itself.
    var innermost: Recorder?
  }

  /// What tells a captured tensor from others.
  private struct Captured: Hashable {
    let recorder: ObjectIdentifier
    let value: Value
  }

  private let state = Locked(State())
  /// The trace whose closure is being recorded apart, or nil for the outermost.
  let parent: Recorder?

  init(inside parent: Recorder? = nil) { self.parent = parent }

  /// Declares the next parameter of the function.
  func parameter(_ type: TensorType) -> Tensor {
    let value = state.withLock { $0.builder.parameter(type) }
    return Tensor(recorder: self, type: type, value: value)
  }

  /// Records an operation whose result must have the given type. After a misuse nothing is recorded
  /// any more, and the tensor returned stands for what the user expected.
  func record(
    _ operation: Operation, _ operands: [Tensor], type: TensorType, at source: SourceLine? = nil
  ) -> Tensor {
    guard !refusesAsFinished(at: source) else { return Tensor(recorder: self, type: type, value: Value(0)) }
    let value = state.withLock { state -> Value in
      guard state.failure == nil else { return Value(0) }
      do throws(ConstraintViolation) {
        return try state.builder.add(operation, operands.map(\.value), resultType: type)
      } catch {
        state.failure = TracingError(.constraint(error), "\(error)", at: source)
        return Value(0)
      }
    }
    return Tensor(recorder: self, type: type, value: value)
  }

  /// Remembers a misuse; the first one counts, those after it are its consequences.
  func fail(_ reason: TracingError.Reason, _ message: String, at source: SourceLine? = nil) {
    guard !refusesAsFinished(at: source) else { return }
    state.withLock { state in
      if state.failure == nil { state.failure = TracingError(reason, message, at: source) }
    }
  }

  /// The finished function, or the first misuse.
  func finish(name: String, results: [Tensor]) throws(TracingError) -> Function {
    let results = results.map { result -> Tensor in
      if let own = lifted(result) { return own }
      fail(
        .foreignTensor,
        "`\(name)` returns a tensor of another trace. Return tensors computed from its inputs.")
      return result
    }
    return try state.withLock { state throws(TracingError) in
      state.isFinished = true
      if let failure = state.failure { throw failure }
      return state.builder.finish(name: name, results: results.map(\.value))
    }
  }
}

// MARK: - Closures recorded apart

extension Recorder {
  /// The tensors of the traces around this one that it reads, in the order of their parameters.
  var captured: [Tensor] { state.withLock { $0.captured } }

  /// The trace that is recorded now: this one's, or that of a closure inside it.
  var current: Recorder { outermost.state.withLock { $0.innermost } ?? outermost }

  /// Whether a tensor of `other` may be read here: it belongs to this trace or to one around it.
  func reads(_ other: Recorder) -> Bool { other === self || (parent?.reads(other) ?? false) }

  /// A tensor of this trace or of one around it as a tensor of this one: a parameter stands for what is captured.
  /// Nil for a tensor of an unrelated trace.
  func lifted(_ tensor: Tensor) -> Tensor? {
    guard tensor.recorder !== self else { return tensor }
    guard reads(tensor.recorder) else { return nil }
    let value = state.withLock { state in
      let key = Captured(recorder: ObjectIdentifier(tensor.recorder), value: tensor.value)
      if let known = state.parameters[key] { return known }
      let parameter = state.builder.parameter(tensor.type)
      state.parameters[key] = parameter
      state.captured.append(tensor)
      return parameter
    }
    return Tensor(recorder: self, type: tensor.type, value: value)
  }

  /// Runs a closure that is recorded into a trace of its own, inside the one recorded now.
  func recordingApart<Result>(_ body: (Recorder) -> Result) -> Result {
    let (outer, outermost) = (current, outermost)
    let inner = Recorder(inside: outer)
    outermost.state.withLock { $0.innermost = inner }
    defer { outermost.state.withLock { $0.innermost = outer === outermost ? nil : outer } }
    return body(inner)
  }

  private var outermost: Recorder { parent?.outermost ?? self }

  /// Whether this is a closure's trace that has ended, which is a misuse of the trace around it.
  private func refusesAsFinished(at source: SourceLine?) -> Bool {
    guard let parent, state.withLock(\.isFinished) else { return false }
    parent.fail(
      .foreignTensor,
      "A tensor made inside a `vmap` or `gradient` closure is used after the closure has ended. Return it from the closure.",
      at: source)
    return true
  }
}
