internal import NormaArrays
internal import StableHLO

extension Tensor {
  /// The matrix product of the last two axes; the axes before them are batches and broadcast.
  ///
  /// `[..., m, k]` times `[..., k, n]` gives `[..., m, n]`.
  public func matmul(_ other: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard let batch = matrixBatch(with: other) else {
      fail(
        .shape,
        "`matmul` needs [..., m, k] and [..., k, n] of one element type, but received \(type.brief) and \(other.type.brief).",
        at: source)
      return self
    }
    let left = broadcast(to: Shape(batch + shape.dimensions.suffix(2)))
    let right = other.broadcast(to: Shape(batch + other.shape.dimensions.suffix(2)))
    let axes = Array(0..<batch.count)
    let pairing = DotDimensions(
      leftBatching: axes, rightBatching: axes, leftContracting: [batch.count + 1],
      rightContracting: [batch.count])
    let extents = batch + [shape[rank - 2], other.shape[other.rank - 1]]
    return Tensor.recorded(
      .dotGeneral(pairing), on: [left, right], type: type.with(shape: Shape(extents)), at: source)
  }

  /// The sum of products over one axis of each tensor: axes left of this one, then of the other.
  public func dot(
    _ other: Tensor, contracting own: Axis = .last, with theirs: Axis = .first,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    let source = SourceLine(file: file, line: line)
    guard let left = own.resolved(rank: rank), let right = theirs.resolved(rank: other.rank),
      shape[left] == other.shape[right], scalar == other.scalar
    else {
      fail(
        .shape,
        "`dot(contracting: \(own.position), with: \(theirs.position))` needs equal extents and one element type, but received \(type.brief) and \(other.type.brief).",
        at: source)
      return self
    }
    let extents = shape.without(left) + other.shape.without(right)
    let pairing = DotDimensions(leftContracting: [left], rightContracting: [right])
    return Tensor.recorded(
      .dotGeneral(pairing), on: [self, other], type: type.with(shape: Shape(extents)), at: source)
  }

  /// The common batch extents of two stacks of matrices that can be multiplied, or nil.
  private func matrixBatch(with other: Tensor) -> [Int]? {
    guard rank >= 2, other.rank >= 2, scalar == other.scalar,
      shape[rank - 1] == other.shape[other.rank - 2]
    else { return nil }
    let left = Shape(shape.dimensions.dropLast(2))
    return left.broadcast(with: Shape(other.shape.dimensions.dropLast(2)))?.dimensions
  }
}

extension Shape {
  /// The extents but for one axis.
  fileprivate func without(_ axis: Int) -> [Int] {
    (0..<rank).filter { $0 != axis }.map { self[$0] }
  }
}
