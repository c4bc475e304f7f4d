public import NormaArrays
public import StableHLO

/// A symbolic tensor: arithmetic on it records a program instead of computing numbers.
///
/// Shapes follow NumPy: axes are aligned at the end, and an axis of extent one repeats. Element types
/// are never converted silently: numerics depend on where a conversion stands, so it is written
/// down, as `converted(to:)`. Misuse (shapes that do not fit, element types that differ) is
/// remembered and thrown by `trace`.
public struct Tensor: Sendable {
  /// The trace this tensor belongs to.
  let recorder: Recorder
  /// The element type and shape.
  public let type: TensorType
  /// The value in the function being recorded.
  package let value: Value

  init(recorder: Recorder, type: TensorType, value: Value) {
    (self.recorder, self.type, self.value) = (recorder, type, value)
  }

  /// The element type.
  public var scalar: ScalarType { type.scalar }
  /// The extents.
  public var shape: Shape { type.shape }
  /// The number of axes.
  public var rank: Int { type.rank }

  /// States a condition that must hold for the trace to succeed. If it does not, `trace` throws the
  /// message: what must hold, what was found, what to do.
  public func require(
    _ condition: Bool, file: StaticString = #fileID, line: UInt = #line, _ message: @autoclosure () -> String
  ) {
    if !condition { recorder.fail(.requirement, message(), at: SourceLine(file: file, line: line)) }
  }

  /// Records an operation on tensors of one trace; the result has the given type. A closure that is recorded
  /// apart may also read tensors of the traces around it.
  package static func recorded(
    _ operation: Operation, on operands: [Tensor], type: TensorType, at source: SourceLine? = nil
  ) -> Tensor {
    let first = operands[0]
    guard operands.contains(where: { $0.recorder !== first.recorder }) else {
      return first.recorder.record(operation, operands, type: type, at: source)
    }
    let reader = operands.map(\.recorder).first { reader in operands.allSatisfy { reader.reads($0.recorder) }
    }
    let lifted = operands.compactMap { reader?.lifted($0) }
    guard let reader, lifted.count == operands.count else {
      first.fail(
        .foreignTensor,
        "An operation joins tensors of two traces. Pass both as inputs of one `trace`.", at: source)
      return first.placeholder(type)
    }
    return reader.record(operation, lifted, type: type, at: source)
  }

  /// Records one operation on this tensor.
  func recorded(_ operation: Operation, type: TensorType, at source: SourceLine? = nil) -> Tensor {
    Tensor.recorded(operation, on: [self], type: type, at: source)
  }

  /// Remembers a misuse of this tensor.
  func fail(_ reason: TracingError.Reason, _ message: String, at source: SourceLine? = nil) {
    recorder.fail(reason, message, at: source)
  }

  /// A stand-in of the given type after a misuse, so that the math can go on until `trace` throws.
  func placeholder(_ type: TensorType) -> Tensor { Tensor(recorder: recorder, type: type, value: value) }
}

extension Tensor: CustomStringConvertible {
  /// The type, for example `f32[8, 512]`: a symbolic tensor has no elements to show.
  public var description: String { type.brief }
}
