package import StableHLO

/// A closure over tensors as a program of its own, which can be transformed and written into the trace again.
package struct RecordedClosure {
  /// The program: it takes the arguments, then what the closure captured, and returns the closure's results.
  package let module: Module
  /// What the closure reads of the traces around it, in the order of the program's last parameters.
  package let captured: [Tensor]
}

extension Tensor {
  /// Records a closure apart from the trace that this tensor belongs to. Tensors it captures become parameters.
  ///
  /// - Parameters:
  ///   - types: the types of the tensors that the closure is given.
  ///   - name: the name of the program's function, for messages.
  ///   - body: the closure; returns its tensors.
  /// - Returns: the program, or nil after a misuse inside, which the trace then throws.
  package func recordingApart(
    _ types: [TensorType], name: String, at source: SourceLine, _ body: ([Tensor]) -> [Tensor]
  ) -> RecordedClosure? {
    let outer = recorder.current
    return outer.recordingApart { inner in
      let arguments = types.map { inner.parameter($0) }
      let results = body(arguments)
      do throws(TracingError) {
        let function = try inner.finish(name: name, results: results)
        return RecordedClosure(module: Module(functions: [function]), captured: inner.captured)
      } catch {
        outer.fail(error.reason, error.message, at: error.source ?? source)
        return nil
      }
    }
  }

  /// Remembers an error of a transformation as a misuse in the trace that is recorded now.
  package func refuse(_ error: any Error, at source: SourceLine) {
    recorder.current.fail(.body(error), "\(error)", at: source)
  }

  /// A stand-in of the given type after a misuse, so that the math can go on until `trace` throws.
  package func standIn(_ type: TensorType) -> Tensor { placeholder(type) }
}
