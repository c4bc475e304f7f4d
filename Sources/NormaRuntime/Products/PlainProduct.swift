import NormaArrays
import StableHLO

/// A product without a BLAS, and the product of integers.
///
/// Floating-point numbers are summed in f64 in the order of the contracting axes, then rounded once to
/// the result's type. With operands of f32, f16 or bf16 each product is exact, so the error before
/// that rounding is at most k * 2^-53 of the sum of |left * right|; with f64 it is twice that.
@unsafe struct PlainProduct {
  private let product: DotProduct
  private let left: PackedMatrix, right: PackedMatrix
  private let result: UnsafeMutableRawPointer

  /// Brings both operands to row-major order, in f64 or i64.
  init(
    _ product: DotProduct, left: UnsafeRawPointer, right: UnsafeRawPointer,
    result: UnsafeMutableRawPointer
  ) {
    let scalar: ScalarType = product.resultType.scalar.isFloatingPoint ? .f64 : .i64
    unsafe self.left = unsafe PackedMatrix(
      left, product.leftType.scalar, product.left, as: scalar, rowMajor: true)
    unsafe self.right = unsafe PackedMatrix(
      right, product.rightType.scalar, product.right, as: scalar, rowMajor: true)
    unsafe (self.product, self.result) = unsafe (product, result)
  }

  /// Computes the rows of all batches; how threads share them does not change a result.
  func run(on threads: RowParallelism) {
    let rows = unsafe product.left.batchCount * product.left.rowCount
    let (columns, inner) = unsafe (product.right.columnCount, product.left.columnCount)
    let cost = columns.multipliedReportingOverflow(by: inner)
    nonisolated(unsafe) let plain = unsafe self
    threads.forEachRange(rows: rows, bytesPerRow: cost.overflow ? .max : cost.partialValue) { range in
      if unsafe plain.left.scalar == .f64 {
        unsafe plain.computeRows(range, zero: 0 as Double) { $0 + $1 * $2 }
      } else {
        unsafe plain.computeRows(range, zero: 0 as Int64) { $0 &+ $1 &* $2 }
      }
    }
  }

  @inline(__always)
  private func computeRows<Sum: ConvertibleScalar>(
    _ range: Range<Int>, zero: Sum, _ multiplyAdd: (Sum, Sum, Sum) -> Sum
  ) {
    let (columns, height) = unsafe (product.right.columnCount, product.left.rowCount)
    unsafe withUnsafeTemporaryAllocation(of: Sum.self, capacity: columns) { sums in
      for row in range {
        unsafe sums.update(repeating: zero)
        unsafe sum(batch: row / height, row: row % height, into: sums, multiplyAdd)
        unsafe store(sums, row: row)
      }
    }
  }

  /// Adds one row of the left operand times the right operand, row by row of the latter, so that
  /// neighbouring columns are summed side by side.
  @inline(__always)
  private func sum<Sum>(
    batch: Int, row: Int, into sums: UnsafeMutableBufferPointer<Sum>,
    _ multiplyAdd: (Sum, Sum, Sum) -> Sum
  ) {
    let factors = unsafe left.address(batch: batch, row: row, column: 0)
      .assumingMemoryBound(to: Sum.self)
    for inner in unsafe 0..<product.left.columnCount {
      let factor = unsafe factors[inner]
      let others = unsafe right.address(batch: batch, row: inner, column: 0)
        .assumingMemoryBound(to: Sum.self)
      for column in 0..<sums.count {
        unsafe sums[column] = unsafe multiplyAdd(sums[column], factor, others[column])
      }
    }
  }

  private func store<Sum: ConvertibleScalar>(_ sums: UnsafeMutableBufferPointer<Sum>, row: Int) {
    func store<Target: ConvertibleScalar>(as target: Target.Type) {
      let start = unsafe result.assumingMemoryBound(to: Target.self) + row * sums.count
      for column in 0..<sums.count {
        unsafe start[column] = unsafe sums[column].exact.rounded(to: Target.self)
      }
    }
    unsafe store(as: product.resultType.scalar.representation)
  }
}
