internal import NormaArrays
internal import StableHLO

/// A movement of data, worked out for its shapes: a fill where elements come from nowhere, then one copy
/// for each operand that is moved.
struct Movement: Sendable {
  /// The operand that holds the value to fill with, or nil.
  private(set) var filler: Int?
  /// The copies, each from one operand.
  private(set) var copies: [(operand: Int, copy: StridedCopy)] = []
  let elementBytes: Int
  let resultCount: Int

  /// The movement of an instruction, or nil where it moves no data.
  init?(_ operation: Operation, operands: [TensorType], result: TensorType) {
    elementBytes = result.scalar.byteCount
    resultCount = result.elementCount
    let strides = result.shape.strides
    let operand = operands.first ?? result
    switch operation {
    case .transpose(let permutation):
      let source = permutation.map { operand.shape.strides[$0] }
      append(0, StridedCopy(extents: result.shape.dimensions, sourceStrides: source, targetStrides: strides))
    case .slice(let start, _, let steps):
      let source = zip(operand.shape.strides, steps).map { $0 * $1 }
      append(
        0,
        StridedCopy(
          extents: result.shape.dimensions, sourceStrides: source, targetStrides: strides,
          sourceOffset: zip(start, operand.shape.strides).reduce(0) { $0 + $1.0 * $1.1 }))
    case .broadcastInDim(let dimensions):
      var source = [Int](repeating: 0, count: result.rank)
      for (axis, target) in dimensions.enumerated() where operand.shape[axis] != 1 {
        source[target] = operand.shape.strides[axis]
      }
      append(0, StridedCopy(extents: result.shape.dimensions, sourceStrides: source, targetStrides: strides))
    case .concatenate(let dimension):
      concatenate(operands, along: dimension, strides: strides)
    case .pad(let low, _, let interior):
      filler = 1
      append(0, Self.padding(operand.shape, into: result.shape, low: low, interior: interior))
    case .constant, .iota, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .reshape, .dynamicSlice, .dynamicUpdateSlice, .reduce, .dotGeneral, .while, .call,
      .check, .optimizationBarrier:
      return nil
    }
  }

  private mutating func append(_ operand: Int, _ copy: StridedCopy) { copies.append((operand, copy)) }

  private mutating func concatenate(_ operands: [TensorType], along dimension: Int, strides: [Int]) {
    var start = 0
    for (index, operand) in operands.enumerated() {
      append(
        index,
        StridedCopy(
          extents: operand.shape.dimensions, sourceStrides: operand.shape.strides, targetStrides: strides,
          targetOffset: start * strides[dimension]))
      start += operand.shape[dimension]
    }
  }

  /// The elements that stay inside the result: padding may be negative, which cuts the operand.
  private static func padding(_ operand: Shape, into result: Shape, low: [Int], interior: [Int])
    -> StridedCopy
  {
    var copy = StridedCopy(extents: [], sourceStrides: operand.strides, targetStrides: [])
    for axis in 0..<operand.rank {
      let step = interior[axis] + 1
      let first = low[axis] < 0 ? (-low[axis] + step - 1) / step : 0
      let inside = result[axis] - 1 - low[axis]
      let last = inside < 0 ? -1 : min(operand[axis] - 1, inside / step)
      copy.extents.append(max(0, last - first + 1))
      copy.targetStrides.append(step * result.strides[axis])
      copy.sourceOffset += first * operand.strides[axis]
      copy.targetOffset += (low[axis] + first * step) * result.strides[axis]
    }
    return copy
  }

  /// Moves the elements of the operands, densely packed, to the result.
  func run(operands: [UnsafeRawPointer], result: UnsafeMutableRawPointer) {
    if let filler {
      let value = unsafe operands[filler]
      let fill = StridedCopy(extents: [resultCount], sourceStrides: [0], targetStrides: [1])
      unsafe fill.run(from: value, to: result, elementBytes: elementBytes)
    }
    for (operand, copy) in copies {
      unsafe copy.run(from: operands[operand], to: result, elementBytes: elementBytes)
    }
  }
}
