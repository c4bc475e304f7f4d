internal import NormaArrays

extension Operation {
  /// Batching extents, then the left operand's free extents, then the right operand's.
  func dotGeneralType(
    _ operands: [TensorType], _ dot: DotDimensions
  ) throws(ConstraintViolation) -> TensorType {
    let (left, right) = (operands[0], operands[1])
    guard dot.leftBatching.count == dot.rightBatching.count else {
      throw .violates(
        self, "C1", "batching axes must come in pairs: \(dot.leftBatching) x \(dot.rightBatching)")
    }
    guard dot.leftContracting.count == dot.rightContracting.count else {
      throw .violates(
        self, "C2", "contracting axes must come in pairs: \(dot.leftContracting) x \(dot.rightContracting)")
    }
    try checkAxisRange(dot.leftBatching, left, "C5")
    try checkAxisRange(dot.leftContracting, left, "C6")
    try checkAxisRange(dot.rightBatching, right, "C7")
    try checkAxisRange(dot.rightContracting, right, "C8")
    try checkAxes(dot.leftBatching + dot.leftContracting, rank: left.rank, range: "C5", unique: "C3")
    try checkAxes(dot.rightBatching + dot.rightContracting, rank: right.rank, range: "C7", unique: "C4")
    try checkPairs(zip(dot.leftBatching, dot.rightBatching), left, right, "C9")
    try checkPairs(zip(dot.leftContracting, dot.rightContracting), left, right, "C10")
    guard [0, 2].contains(dot.precision.count) else {
      throw .violates(self, "C11", "precision is stated for both operands or none, not \(dot.precision)")
    }
    guard left.scalar == right.scalar else {
      throw .violates(self, "C13", "operands must have the same element type, not \(left) and \(right)")
    }
    let batch = dot.leftBatching.map { left.shape[$0] }
    let extents =
      dot.leftFree(rank: left.rank).map { left.shape[$0] }
      + dot.rightFree(rank: right.rank).map { right.shape[$0] }
    return left.with(shape: Shape(batch + extents))
  }

  private func checkAxisRange(
    _ axes: [Int], _ type: TensorType, _ label: String
  ) throws(ConstraintViolation) {
    if let axis = axes.first(where: { !(0..<type.rank).contains($0) }) {
      throw .violates(self, label, "axis \(axis) is outside rank \(type.rank)")
    }
  }

  private func checkPairs(
    _ pairs: Zip2Sequence<[Int], [Int]>, _ left: TensorType, _ right: TensorType, _ label: String
  ) throws(ConstraintViolation) {
    if let (axis, other) = pairs.first(where: { left.shape[$0.0] != right.shape[$0.1] }) {
      throw .violates(self, label, "axis \(axis) of \(left) and axis \(other) of \(right) differ in extent")
    }
  }
}

extension DotDimensions {
  /// The left operand's axes that are neither batching nor contracting, in order.
  package func leftFree(rank: Int) -> [Int] {
    (0..<rank).filter { !leftBatching.contains($0) && !leftContracting.contains($0) }
  }

  /// The right operand's axes that are neither batching nor contracting, in order.
  package func rightFree(rank: Int) -> [Int] {
    (0..<rank).filter { !rightBatching.contains($0) && !rightContracting.contains($0) }
  }
}
