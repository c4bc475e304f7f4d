public import NormaArrays
internal import StableHLO

extension Tensor {
  /// The same elements in row-major order under another shape of as many elements.
  public func reshaped(to shape: Shape, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    guard shape != self.shape else { return self }
    let source = SourceLine(file: file, line: line)
    if shape.elementCount != self.shape.elementCount {
      fail(
        .shape,
        "`reshaped(to: \(shape))` makes \(shape.elementCount) elements, but received \(type.brief) of \(self.shape.elementCount). Pick extents with that product.",
        at: source)
    }
    return recorded(.reshape, type: type.with(shape: shape), at: source)
  }

  /// The axes in another order: axis `i` of the result is axis `permutation[i]` of this tensor.
  public func transposed(
    _ permutation: [Axis], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    let positions = permutation.compactMap { $0.resolved(rank: rank) }
    guard positions.count == permutation.count, positions.sorted() == Array(0..<rank) else {
      fail(
        .axis, "`transposed` needs each axis of \(type.brief) once, but received \(Axes(permutation)).",
        at: source)
      return self
    }
    let shape = Shape(positions.map { self.shape[$0] })
    return recorded(.transpose(permutation: positions), type: type.with(shape: shape), at: source)
  }

  /// The part of one axis in `range`, every `stride`-th element of it.
  public func sliced(
    _ range: Range<Int>, along axis: Axis, by stride: Int = 1, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard let index = axis.resolved(rank: rank), range.lowerBound >= 0, stride > 0,
      range.upperBound <= shape[index]
    else {
      fail(
        .axis,
        "`sliced(\(range), along: \(axis.position), by: \(stride))` needs a range inside the axis and a positive stride, but received \(type.brief).",
        at: source)
      return self
    }
    var start = [Int](repeating: 0, count: rank)
    var strides = [Int](repeating: 1, count: rank)
    var (limit, extents) = (shape.dimensions, shape.dimensions)
    (start[index], limit[index], strides[index]) = (range.lowerBound, range.upperBound, stride)
    extents[index] = (range.count + stride - 1) / stride
    return recorded(
      .slice(start: start, limit: limit, strides: strides), type: type.with(shape: Shape(extents)), at: source
    )
  }

  /// This tensor followed by others along an axis; the other axes must agree.
  public func concatenated(
    with others: Tensor..., along axis: Axis, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    let tensors = [self] + others
    guard let index = axis.resolved(rank: rank),
      tensors.allSatisfy({ $0.scalar == scalar && $0.shape.equals(shape, exceptAt: index) })
    else {
      let types = tensors.map(\.type.brief).joined(separator: ", ")
      fail(
        .shape,
        "`concatenated(along: \(axis.position))` needs one element type and equal other axes, but received \(types).",
        at: source)
      return self
    }
    var extents = shape.dimensions
    extents[index] = tensors.reduce(0) { $0 + $1.shape[index] }
    let result = type.with(shape: Shape(extents))
    return Tensor.recorded(.concatenate(dimension: index), on: tensors, type: result, at: source)
  }

  /// The tensor with `low` elements of `number` before and `high` after it on each axis.
  public func padded(
    low: [Int], high: [Int], with number: Double = 0, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard low.count == rank, high.count == rank, (low + high).allSatisfy({ $0 >= 0 }) else {
      fail(
        .axis,
        "`padded(low: \(low), high: \(high))` needs one non-negative amount for each axis, but received \(type.brief).",
        at: source)
      return self
    }
    let extents = (0..<rank).map { low[$0] + shape[$0] + high[$0] }
    let operation = Operation.pad(low: low, high: high, interior: low.map { _ in 0 })
    let padding = constant(number, type: TensorType(scalar, []))
    return Tensor.recorded(
      operation, on: [self, padding], type: type.with(shape: Shape(extents)), at: source)
  }
}

extension Shape {
  /// Equal rank and extents, but for one axis.
  fileprivate func equals(_ other: Shape, exceptAt axis: Int) -> Bool {
    rank == other.rank && (0..<rank).allSatisfy { $0 == axis || self[$0] == other[$0] }
  }
}
