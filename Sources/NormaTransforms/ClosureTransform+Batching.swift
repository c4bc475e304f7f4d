internal import NormaArrays
public import NormaTracing
internal import StableHLO

/// Applies a closure to every element of a batch, without a loop. Each result has the batch as its first axis.
///
/// ```swift
/// let y = vmap(over: x, weight, axes: [0, nil]) { row, weight in norm(row) * weight }
/// ```
/// What the closure captures is shared by all elements. Nests with itself and with `gradient`. Misuse is
/// thrown by `trace`.
///
/// - Parameters:
///   - first: a tensor, or an array of tensors.
///   - rest: further arguments, all of one extent along the batch's axis.
///   - axes: for each argument where the batch's axis stands in its tensors, or nil for one that all elements
///     share; without it, the first axis of each.
public func vmap<First: TensorGroup, each Rest: TensorGroup, Result: TensorGroup>(
  over first: First, _ rest: repeat each Rest, axes: [Int?]? = nil, file: StaticString = #fileID,
  line: UInt = #line, _ body: (First, repeat each Rest) -> Result
) -> Result {
  var groups = [first.tensors]
  repeat groups.append((each rest).tensors)
  let axes = axes ?? groups.map { _ in 0 }
  let lanes = BatchedArguments(groups, axes)
  guard let origin = lanes.tensors.first else { return body(first, repeat each rest) }
  let source = SourceLine(file: file, line: line)
  guard let size = lanes.size else {
    origin.refuse(lanes.refusal(axes), at: source)
    return body(first, repeat each rest)
  }
  var outcome: Result?
  let transform = ClosureTransform(arguments: lanes.tensors, types: lanes.elementTypes, source: source)
  let results = transform { tensors in
    var inner = tensors[...]
    let result = body(first.rebuilt(from: &inner), repeat (each rest).rebuilt(from: &inner))
    outcome = result
    return result.tensors
  } _: { (module, captured) throws(TransformError) in
    let shared = [Int?](repeating: nil, count: captured)
    return try module.vmapped(size, axes: lanes.axes + shared, of: module.functions[0].name)
  }
  let outline = outcome ?? body(first, repeat each rest)
  var found = (results ?? outline.tensors.map { origin.standIn($0.type.batched(size)) })[...]
  return outline.rebuilt(from: &found)
}

/// A closure's form that takes a batch along an axis of its argument; see `vmap(over:)`.
public func vmap(
  _ body: @escaping (Tensor) -> Tensor, axis: Int = 0, file: StaticString = #fileID, line: UInt = #line
) -> (Tensor) -> Tensor {
  { vmap(over: $0, axes: [axis], file: file, line: line, body) }
}

/// A closure's form that takes a batch along an axis of each argument, or shares it; see `vmap(over:)`.
public func vmap(
  _ body: @escaping (Tensor, Tensor) -> Tensor, axes: (Int?, Int?) = (0, 0), file: StaticString = #fileID,
  line: UInt = #line
) -> (Tensor, Tensor) -> Tensor {
  { vmap(over: $0, $1, axes: [axes.0, axes.1], file: file, line: line, body) }
}

/// The tensors of all arguments, each with the axis of the batch.
private struct BatchedArguments {
  let tensors: [Tensor]
  let axes: [Int?]
  /// The extent of the batch; nil where the axes do not fit the tensors.
  let size: Int?

  init(_ groups: [[Tensor]], _ chosen: [Int?]) {
    tensors = groups.flatMap { $0 }
    axes = zip(groups, chosen).flatMap { group, axis in group.map { _ in axis } }
    let fits = zip(tensors, axes).allSatisfy { tensor, axis in
      axis.map { tensor.shape.dimensions.indices.contains($0) } ?? true
    }
    guard groups.count == chosen.count, fits else {
      size = nil
      return
    }
    let extents = Set(zip(tensors, axes).compactMap { tensor, axis in axis.map { tensor.shape[$0] } })
    size = extents.count == 1 ? extents.first : nil
  }

  /// The type of one element of each tensor.
  var elementTypes: [TensorType] {
    zip(tensors, axes).map { tensor, axis in
      var extents = tensor.shape.dimensions
      if let axis { extents.remove(at: axis) }
      return tensor.type.with(shape: Shape(extents))
    }
  }

  func refusal(_ chosen: [Int?]) -> TransformError {
    let axes = chosen.map { $0.map(String.init) ?? "nil" }.joined(separator: ", ")
    let types = tensors.map(\.type.brief).joined(separator: ", ")
    return TransformError(
      .argument,
      "`vmap` needs for each argument an axis within its rank or nil, one axis at least, and one extent along all of them, but received the axes [\(axes)] for \(types)."
    )
  }
}

extension TensorType {
  /// The type with a batch in front.
  func batched(_ size: Int) -> TensorType { with(shape: Shape([size] + shape.dimensions)) }
}
