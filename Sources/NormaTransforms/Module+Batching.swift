internal import NormaArrays
internal import NormaTracing
public import StableHLO

extension Module {
  /// The program of a function applied to every element of a batch. Each result has the batch as its first
  /// axis. Calls are inlined; apply it again for a batch of batches.
  ///
  /// - Parameters:
  ///   - size: the extent of the batch.
  ///   - axes: for each argument, where the batch axis stands in it, or nil for one that all share.
  ///   - name: the function to batch, which becomes the function of the result.
  /// - Throws: `TransformError` where an operation has no batched form, naming it and its place.
  public func vmapped(
    _ size: Int, axes: [Int?], of name: String = "main"
  ) throws(TransformError) -> Module {
    guard let function = function(named: name) else {
      throw TransformError(.unknownFunction, "The module has no function @\(name). Name one it has.")
    }
    let types = function.parameterTypes
    let fits = zip(axes, types).allSatisfy { axis, type in axis.map { (0...type.rank).contains($0) } ?? true }
    guard size >= 0, axes.count == types.count, fits, axes.contains(where: { $0 != nil }) else {
      let found = axes.map { $0.map(String.init) ?? "nil" }.joined(separator: ", ")
      throw TransformError(
        .argument,
        "`vmapped` needs for each argument of @\(name) an axis within its rank or nil, and one axis at least, but received \(size) and [\(found)]. It takes \(types.map(\.brief).joined(separator: ", "))."
      )
    }
    return try batched(function, size, axes)
  }

  private func batched(_ function: Function, _ size: Int, _ axes: [Int?]) throws(TransformError) -> Module {
    do throws(TracingError) {
      let types = zip(axes, function.parameterTypes).map { axis, type in
        var extents = type.shape.dimensions
        if let axis { extents.insert(size, at: axis) }
        return type.with(shape: Shape(extents))
      }
      var result = try trace(name: function.name, types) { tensors in
        let lanes = zip(tensors, axes).map { tensor, axis in
          Lane(tensor: axis.map { tensor.withFirst($0) } ?? tensor, isBatched: axis != nil)
        }
        var batching = Batching(self, size: size)
        return try batching.write(function, lanes, beside: tensors[0]).map { batching.front($0) }
      }
      result.functions[0].parameterAttributes = function.parameterNames
      return result
    } catch {
      throw TransformError(error)
    }
  }
}

extension Tensor {
  /// The tensor with one axis moved to the front.
  fileprivate func withFirst(_ axis: Int) -> Tensor {
    axis == 0 ? self : transposed(([axis] + (0..<rank).filter { $0 != axis }).map { Axis($0) })
  }
}
