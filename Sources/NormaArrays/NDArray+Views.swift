extension NDArray {
  /// The part at one index of the leading axis, without that axis; no copy.
  public subscript(index: Int) -> NDArray {
    precondition(shape.rank > 0, "a scalar has no axis to index")
    precondition(0..<shape[0] ~= index, "index \(index) is outside axis 0 of \(self)")
    return view(
      Array(shape.dimensions.dropFirst()), Array(strides.dropFirst()), from: index * strides[0])
  }

  /// A range of the leading axis; no copy.
  public subscript(range: Range<Int>) -> NDArray { sliced(axis: 0, range) }

  /// A range of one axis, taking every `step`-th index; no copy.
  ///
  /// - Precondition: the axis exists, the range lies in it, and the step is positive.
  public func sliced(axis: Int, _ range: Range<Int>, step: Int = 1) -> NDArray {
    precondition(0..<shape.rank ~= axis, "axis \(axis) is outside rank \(shape.rank) of \(self)")
    precondition(
      range.lowerBound >= 0 && range.upperBound <= shape[axis], "\(range) is outside axis \(axis) of \(self)")
    precondition(step > 0, "a slice steps forward by at least 1, not \(step)")
    var (dimensions, strides) = (shape.dimensions, strides)
    dimensions[axis] = (range.count + step - 1) / step
    strides[axis] *= step
    // An empty slice at the end must not point past the memory.
    return view(dimensions, strides, from: range.isEmpty ? 0 : range.lowerBound * self.strides[axis])
  }

  /// The axes in another order: axis `i` of the result is axis `permutation[i]` of this array; no copy.
  public func transposed(_ permutation: [Int]) -> NDArray {
    precondition(
      permutation.sorted() == Array(0..<shape.rank),
      "\(permutation) is not an order of the \(shape.rank) axes of \(self)")
    return view(permutation.map { shape[$0] }, permutation.map { strides[$0] }, from: 0)
  }

  /// The axes in reverse order; no copy.
  public func transposed() -> NDArray { transposed((0..<shape.rank).reversed()) }

  /// The same elements in row-major order under another shape: a view where strides can say it, a copy otherwise.
  ///
  /// - Precondition: the shapes have the same number of elements.
  public func reshaped(to shape: Shape) -> NDArray {
    precondition(
      shape.elementCount == elementCount,
      "\(self) has \(elementCount) elements and cannot take the shape \(shape) of \(shape.elementCount)")
    guard let strides = strides(viewedAs: shape) else { return copied().reshaped(to: shape) }
    return view(shape.dimensions, strides, from: 0)
  }

  private func view(_ dimensions: [Int], _ strides: [Int], from element: Int) -> NDArray {
    NDArray(
      scalarType, shape: Shape(dimensions), strides: strides, storage: storage,
      byteOffset: byteOffset + element * scalarType.byteCount)
  }

  /// The strides under which the memory reads as `shape`, or nil when no strides do.
  ///
  /// Old and new axes are matched in groups of equal element counts; a group must be walked by one stride.
  private func strides(viewedAs shape: Shape) -> [Int]? {
    guard elementCount > 0 else { return shape.strides }
    var old = zip(self.shape.dimensions, strides).filter { $0.0 != 1 }[...]
    var result = [Int](repeating: 1, count: shape.rank)
    var axis = 0
    while let first = old.first {
      old = old.dropFirst()
      var (oldCount, stride) = first
      let start = axis
      var newCount = 1
      while newCount != oldCount {
        if newCount < oldCount {
          newCount *= shape[axis]
          axis += 1
        } else if let next = old.first, stride == next.1 * next.0 {
          old = old.dropFirst()
          (oldCount, stride) = (oldCount * next.0, next.1)
        } else {
          return nil
        }
      }
      for position in (start..<axis).reversed() {
        result[position] = stride
        stride *= shape[position]
      }
    }
    return result
  }
}
