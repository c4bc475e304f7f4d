public import NormaArrays
internal import StableHLO

extension Shape {
  /// The shape both broadcast to: axes aligned at the end, extent one repeats. Nil if extents differ.
  func broadcast(with other: Shape) -> Shape? {
    let rank = max(rank, other.rank)
    var extents = [Int]()
    for axis in 0..<rank {
      let left = self.extent(at: axis, ofRank: rank)
      let right = other.extent(at: axis, ofRank: rank)
      guard left == right || left == 1 || right == 1 else { return nil }
      extents.append(left == 1 ? right : left)
    }
    return Shape(extents)
  }

  /// The extent at an axis once the shape is padded with ones at the front.
  private func extent(at axis: Int, ofRank rank: Int) -> Int {
    let own = axis - (rank - self.rank)
    return own < 0 ? 1 : self[own]
  }
}

extension Tensor {
  /// The elements repeated to fill `shape`: axes are aligned at the end, axes of extent one repeat.
  public func broadcast(
    to shape: Shape, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    guard shape != self.shape else { return self }
    let source = SourceLine(file: file, line: line)
    let result = type.with(shape: shape)
    guard self.shape.broadcast(with: shape) == shape else {
      fail(
        .shape,
        "`broadcast(to: \(shape))` needs axes that are equal or one, aligned at the end, but received \(type.brief). Reshape it first.",
        at: source)
      return placeholder(result)
    }
    let dimensions = Array(shape.rank - rank..<shape.rank)
    return recorded(.broadcastInDim(dimensions: dimensions), type: result, at: source)
  }

  /// Tensors of one element type brought to one shape, or nil (and a recorded misuse).
  static func aligned(_ tensors: [Tensor], for name: String, at source: SourceLine? = nil) -> [Tensor]? {
    let first = tensors[0]
    let types = tensors.map(\.type.brief).joined(separator: " and ")
    guard tensors.allSatisfy({ $0.scalar == first.scalar }) else {
      first.fail(
        .elementType,
        "\(name) needs one element type, but received \(types). Convert one with `converted(to:)`.",
        at: source)
      return nil
    }
    var shape: Shape? = first.shape
    for tensor in tensors.dropFirst() { shape = shape?.broadcast(with: tensor.shape) }
    guard let shape else {
      first.fail(
        .shape,
        "\(name) needs shapes whose axes, aligned at the end, are equal or one, but received \(types). Reshape or broadcast one of them.",
        at: source)
      return nil
    }
    return tensors.map { $0.broadcast(to: shape) }
  }
}
