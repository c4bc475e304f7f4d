internal import NormaArrays

extension Operation {
  /// Each operand axis is an axis of the result, of the same extent or of extent 1.
  func checkBroadcastInDim(
    _ operand: TensorType, _ dimensions: [Int], _ result: TensorType
  ) throws(ConstraintViolation) {
    guard operand.scalar == result.scalar else {
      throw .violates(self, "C1", "the result must have the element type of \(operand), not \(result)")
    }
    guard dimensions.count == operand.rank else {
      throw .violates(self, "C2", "\(dimensions.count) axes are named for an operand of rank \(operand.rank)")
    }
    try checkAxes(dimensions, rank: result.rank, range: "C3", unique: "C4")
    for (axis, resultAxis) in dimensions.enumerated() {
      let (extent, target) = (operand.shape[axis], result.shape[resultAxis])
      guard extent == 1 || extent == target else {
        throw .violates(
          self, "C5",
          "axis \(axis) of \(operand) must have extent 1 or \(target) to become axis \(resultAxis) of \(result)"
        )
      }
    }
  }

  /// As many elements before and after.
  func checkReshape(_ operand: TensorType, _ result: TensorType) throws(ConstraintViolation) {
    guard operand.scalar == result.scalar else {
      throw .violates(self, "C1", "the result must have the element type of \(operand), not \(result)")
    }
    guard operand.shape.checkedElementCount == result.shape.checkedElementCount else {
      throw .violates(self, "C2", "\(operand) and \(result) differ in their number of elements")
    }
  }

  /// The extents in the permutation's order.
  func transposeType(
    _ operand: TensorType, _ permutation: [Int]
  ) throws(ConstraintViolation) -> TensorType {
    guard permutation.sorted() == Array(0..<operand.rank) else {
      throw .violates(self, "C2", "\(permutation) is no permutation of the axes of \(operand)")
    }
    return operand.with(shape: Shape(permutation.map { operand.shape[$0] }))
  }

  /// The number of steps from start to limit in each axis.
  func sliceType(
    _ operand: TensorType, start: [Int], limit: [Int], strides: [Int]
  ) throws(ConstraintViolation) -> TensorType {
    guard [start.count, limit.count, strides.count].allSatisfy({ $0 == operand.rank }) else {
      throw .violates(self, "C2", "start, limit and strides need one entry for each axis of \(operand)")
    }
    var extents: [Int] = []
    for axis in 0..<operand.rank {
      guard 0 <= start[axis], start[axis] <= limit[axis], limit[axis] <= operand.shape[axis] else {
        throw .violates(
          self, "C3", "\(start[axis]):\(limit[axis]) is outside axis \(axis) of \(operand)")
      }
      guard strides[axis] > 0 else {
        throw .violates(self, "C4", "the stride \(strides[axis]) of axis \(axis) must be positive")
      }
      let length = limit[axis] - start[axis]
      extents.append(length == 0 ? 0 : (length - 1) / strides[axis] + 1)
    }
    return operand.with(shape: Shape(extents))
  }

  /// The operand's extents plus what is added around and between its elements.
  func padType(
    _ operands: [TensorType], low: [Int], high: [Int], interior: [Int]
  ) throws(ConstraintViolation) -> TensorType {
    let (operand, value) = (operands[0], operands[1])
    guard value.rank == 0 else {
      throw .violates(self, "I2", "the padding value must be a scalar, not \(value)")
    }
    guard operand.scalar == value.scalar else {
      throw .violates(self, "C1", "the padding value must have the element type of \(operand), not \(value)")
    }
    guard [low.count, high.count, interior.count].allSatisfy({ $0 == operand.rank }) else {
      throw .violates(self, "C2", "low, high and interior need one entry for each axis of \(operand)")
    }
    var extents: [Int] = []
    for axis in 0..<operand.rank {
      guard interior[axis] >= 0 else {
        throw .violates(self, "C3", "the interior padding \(interior[axis]) of axis \(axis) is negative")
      }
      // Far beyond any array, and small enough that sums of them cannot overflow.
      guard [low, high, interior].allSatisfy({ $0[axis].magnitude < 1 << 48 }) else {
        throw .violates(self, "C4", "the padding of axis \(axis) is larger than can be counted")
      }
      let between = max(operand.shape[axis] - 1, 0).multipliedReportingOverflow(by: interior[axis])
      let parts = [operand.shape[axis], between.partialValue, low[axis], high[axis]]
      guard !between.overflow, let extent = checkedSum(parts), extent >= 0 else {
        throw .violates(self, "C4", "the padding leaves axis \(axis) of \(operand) no valid extent")
      }
      extents.append(extent)
    }
    return operand.with(shape: Shape(extents))
  }

  /// The extents of the parts along one axis added up.
  func concatenateType(
    _ operands: [TensorType], _ dimension: Int
  ) throws(ConstraintViolation) -> TensorType {
    guard let first = operands.first else {
      throw .violates(self, "C3", "takes at least one operand")
    }
    guard (0..<first.rank).contains(dimension) else {
      throw .violates(self, "C4", "axis \(dimension) is outside rank \(first.rank)")
    }
    for other in operands.dropFirst() {
      guard other.scalar == first.scalar else {
        throw .violates(self, "C1", "operands must have the same element type, not \(first) and \(other)")
      }
      let differing =
        other.rank == first.rank
        && (0..<first.rank).allSatisfy { $0 == dimension || other.shape[$0] == first.shape[$0] }
      guard differing else {
        throw .violates(self, "C2", "\(first) and \(other) may differ only in axis \(dimension)")
      }
    }
    guard let extent = checkedSum(operands.map { $0.shape[dimension] }) else {
      throw .violates(self, "C6", "axis \(dimension) becomes longer than can be counted")
    }
    var extents = first.shape.dimensions
    extents[dimension] = extent
    return first.with(shape: Shape(extents))
  }

  // MARK: - Axes

  /// Checks that axes are inside a rank and named once, under the labels of the two constraints.
  func checkAxes(
    _ axes: [Int], rank: Int, range: String, unique: String
  ) throws(ConstraintViolation) {
    if let axis = axes.first(where: { !(0..<rank).contains($0) }) {
      throw .violates(self, range, "axis \(axis) is outside rank \(rank)")
    }
    if Set(axes).count != axes.count {
      throw .violates(self, unique, "the axes \(axes) name one axis twice")
    }
  }

  private func checkedSum(_ numbers: [Int]) -> Int? {
    var sum = 0
    for number in numbers {
      let (next, overflow) = sum.addingReportingOverflow(number)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}
