internal import NormaArrays

extension TensorValue {
  /// The sums of products over the contracting axes, in order. Integers wrap; booleans are "any of both".
  ///
  /// Each product is added exactly to the sum so far, which is then rounded to `f32`, or kept in `f64`
  /// where that is the result: what a processor does with fused multiply-add, and what the conformance
  /// cases expect within 3 ULP also where products cancel. The result is rounded once more to its type.
  static func dotGeneral(
    _ left: TensorValue, _ right: TensorValue, _ dot: DotDimensions, as type: TensorType
  ) -> TensorValue {
    let leftFree = dot.leftFree(rank: left.type.rank)
    let rightFree = dot.rightFree(rank: right.type.rank)
    let x = left.transposed(dot.leftBatching + leftFree + dot.leftContracting)
    let y = right.transposed(dot.rightBatching + dot.rightContracting + rightFree)
    let size = ProductSize(
      batches: left.extent(of: dot.leftBatching), rows: left.extent(of: leftFree),
      columns: right.extent(of: rightFree), depth: left.extent(of: dot.leftContracting))
    switch (x.elements, y.elements) {
    case (.floats(let a), .floats(let b)) where type.scalar != .f64:
      return TensorValue(rounding: size.product(a, b, 0) { Double(Float($0 + $1 * $2)) }, to: type)
    case (.floats(let a), .floats(let b)):
      return TensorValue(rounding: size.product(a, b, 0) { $0 + $1 * $2 }, to: type)
    case (.integers(let a), .integers(let b)) where type.scalar == .i1:
      return TensorValue(wrapping: size.product(a, b, 0) { $0 | ($1 & $2) }, to: type)
    case (.integers(let a), .integers(let b)):
      return TensorValue(wrapping: size.product(a, b, 0) { $0 &+ $1 &* $2 }, to: type)
    case (.floats, .integers), (.integers, .floats): return .zeros(type)
    }
  }

  private func extent(of axes: [Int]) -> Int { axes.reduce(1) { $0 * type.shape[$1] } }
}

/// A batch of products of rows x depth with depth x columns matrices.
private struct ProductSize {
  let batches: Int
  let rows: Int
  let columns: Int
  let depth: Int

  /// Folds `step` over the depth, in order, for each row and column; the columns of one row advance
  /// together, so that both arrays are read in the order of memory.
  @inline(__always)
  func product<Element>(
    _ left: [Element], _ right: [Element], _ zero: Element,
    _ step: (Element, Element, Element) -> Element
  ) -> [Element] {
    var result = Array(repeating: zero, count: batches * rows * columns)
    for row in 0..<batches * rows {
      let matrix = row / max(rows, 1) * depth * columns
      for inner in 0..<depth {
        let factor = left[row * depth + inner]
        for column in 0..<columns {
          result[row * columns + column] = step(
            result[row * columns + column], factor, right[matrix + inner * columns + column])
        }
      }
    }
    return result
  }
}
