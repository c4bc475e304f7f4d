import NormaArrays
package import StableHLO

/// `dot_general` over dense row-major tensors, planned once and run any number of times.
///
/// result[b, i, j] = sum over l of left[b, i, l] * right[b, l, j], where b, i, j and l each stand for
/// all batching, free and contracting axes. Floating point: through a BLAS in f32 or f64, f16 and bf16
/// widened to f32, summed there and rounded once; a BLAS sums in an order of its own, with an error of
/// at most k * 2^-24 (f32) of the sum of |left * right|. Without a BLAS, see `PlainProduct`. Integers
/// wrap around; `i1` is an or of ands.
///
/// The work is divided into tiles that depend on the shapes alone and each goes to a BLAS of one thread:
/// results are the same for any number of threads. Long sums of small results are divided into parts that
/// are added in f64. They may differ in the last bits between batch
/// sizes, because a BLAS promises nothing about the order in which matrices of different heights are summed.
package struct DotProduct: Hashable, Sendable {
  let left: StridedMatrix
  let right: StridedMatrix
  let leftType: TensorType, rightType: TensorType, resultType: TensorType

  /// Plans a product; throws if the types do not fit together.
  package init(
    _ dimensions: DotDimensions, left: TensorType, right: TensorType, result: TensorType
  ) throws(ProductError) {
    self.left = StridedMatrix(
      batches: left.axes(dimensions.leftBatching), rows: left.axes(dimensions.leftFree(rank: left.rank)),
      columns: left.axes(dimensions.leftContracting))
    self.right = StridedMatrix(
      batches: right.axes(dimensions.rightBatching), rows: right.axes(dimensions.rightContracting),
      columns: right.axes(dimensions.rightFree(rank: right.rank)))
    (leftType, rightType, resultType) = (left, right, result)
    func failure(_ reason: ProductError.Reason) -> ProductError {
      ProductError(reason: reason, left: left, right: right, result: result)
    }
    let extents =
      (self.left.batches + self.left.rows + self.right.columns).map(\.extent)
    guard self.left.batches.map(\.extent) == self.right.batches.map(\.extent),
      self.left.columns.map(\.extent) == self.right.rows.map(\.extent),
      extents == result.shape.dimensions
    else { throw failure(.shapes) }
    guard Set([left, right, result].map { Kind($0.scalar) }).count == 1 else {
      throw failure(.mixedKinds)
    }
  }

  /// Multiplies, through `library` where the numbers are floating-point and their counts fit it.
  ///
  /// The pointers hold dense row-major tensors of the planned types; the result may not overlap an
  /// operand. `scratch` has `partialByteCount` bytes; nil has them allocated for this call. Operands that stand neither row- nor column-wise, and those of f16 and bf16, are first
  /// copied to memory of this call.
  package func run(
    left: UnsafeRawPointer, right: UnsafeRawPointer, result: UnsafeMutableRawPointer,
    scratch: UnsafeMutableRawPointer? = nil,
    on threads: RowParallelism = .standard, library: LinearAlgebra? = .found
  ) {
    guard resultType.elementCount > 0 else { return }
    if self.left.columnCount == 0 {
      unsafe result.initializeMemory(as: UInt8.self, repeating: 0, count: resultType.byteCount)
    } else if let library, library.reaches(self), Kind(resultType.scalar) == .floatingPoint {
      let own =
        unsafe scratch == nil && partialByteCount > 0 ? ScratchMemory(byteCount: partialByteCount) : nil
      let tiles = unsafe TiledProduct(
        self, left: left, right: right, result: result, partialSums: scratch ?? own?.start, library: library)
      unsafe tiles.run(on: threads)
      withExtendedLifetime(own) {}
    } else {
      let plain = unsafe PlainProduct(self, left: left, right: right, result: result)
      unsafe plain.run(on: threads)
    }
  }

  /// Bytes for the sums of each part, where long sums are divided; else 0.
  package var partialByteCount: Int {
    let parts = TileGrid(self).parts
    return parts == 1 ? 0 : parts * resultType.elementCount * (sumsInDouble ? 8 : 4)
  }

  /// The type that products are summed in.
  var sumsInDouble: Bool { [leftType, rightType, resultType].contains { $0.scalar == .f64 } }

  private enum Kind: Hashable {
    case floatingPoint, integer, boolean

    init(_ scalar: ScalarType) {
      self = scalar.isFloatingPoint ? .floatingPoint : scalar.isInteger ? .integer : .boolean
    }
  }
}

extension TensorType {
  /// The given axes of a dense row-major tensor of this type.
  fileprivate func axes(_ axes: [Int]) -> [StridedAxis] {
    let strides = shape.strides
    return axes.map { StridedAxis(extent: shape[$0], stride: strides[$0]) }
  }
}
