internal import NormaArrays
internal import StableHLO

/// The one function that all tensors of a trace write into. A class because they share it by identity.
final class Recorder: Sendable {
  /// The function so far, and the first misuse, if there was one.
  private struct State {
    var builder = FunctionBuilder()
    var failure: TracingError?
  }

  private let state = Locked(State())

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
    state.withLock { state in
      if state.failure == nil { state.failure = TracingError(reason, message, at: source) }
    }
  }

  /// The finished function, or the first misuse.
  func finish(name: String, results: [Tensor]) throws(TracingError) -> Function {
    for result in results where result.recorder !== self {
      fail(
        .foreignTensor,
        "`\(name)` returns a tensor of another trace. Return tensors computed from its inputs.")
    }
    return try state.withLock { state throws(TracingError) in
      if let failure = state.failure { throw failure }
      return state.builder.finish(name: name, results: results.map(\.value))
    }
  }
}
