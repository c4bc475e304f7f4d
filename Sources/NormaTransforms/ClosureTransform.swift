internal import NormaArrays
internal import NormaTracing
internal import StableHLO

/// A closure over tensors that is recorded apart, transformed as a program, and written into the trace again.
struct ClosureTransform {
  /// The tensors that the transformed program is applied to, before those the closure captures.
  let arguments: [Tensor]
  /// The types of the tensors that the closure is given.
  let types: [TensorType]
  /// Where the transformation is written.
  let source: SourceLine

  /// The results of the transformed closure, or nil after a misuse, which the trace throws.
  ///
  /// - Parameter transform: makes the program of as many captured tensors as it is told.
  func callAsFunction(
    _ body: ([Tensor]) -> [Tensor], _ transform: (Module, Int) throws(TransformError) -> Module
  ) -> [Tensor]? {
    let origin = arguments[0]
    let name = "closure"
    guard let closure = origin.recordingApart(types, name: name, at: source, body) else { return nil }
    do {
      let module = try transform(closure.module, closure.captured.count)
      guard let function = module.function(named: name) else { return nil }
      var writing = Tape(module, withRespectTo: [])
      return try writing.write(function, arguments + closure.captured, beside: origin)
    } catch {
      origin.refuse(error, at: source)
      return nil
    }
  }
}
