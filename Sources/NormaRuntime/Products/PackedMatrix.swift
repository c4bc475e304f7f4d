import NormaArrays

/// An operand that stands as products want it: where it was, or copied row by row into memory of its own.
@unsafe struct PackedMatrix {
  /// The type of its elements: f32, f64, or i64 for all integers and `i1`.
  let scalar: ScalarType
  /// How each batch's matrix stands in memory.
  let layout: StridedMatrix.Layout
  private let base: UnsafeRawPointer
  private let batchOffsets: [Int]
  private let copy: ScratchMemory?

  /// Takes an operand of elements `source` as elements `scalar`.
  init(
    _ base: UnsafeRawPointer, _ source: ScalarType, _ matrix: StridedMatrix, as scalar: ScalarType,
    rowMajor: Bool = false
  ) {
    unsafe self.scalar = scalar
    if source == scalar, let layout = matrix.layout, !(rowMajor && layout.isTransposed) {
      unsafe (self.base, self.layout, copy) = unsafe (base, layout, nil)
      unsafe batchOffsets = matrix.batchOffsets
    } else {
      let (rows, columns) = (matrix.rowCount, matrix.columnCount)
      let copy = ScratchMemory(byteCount: matrix.batchCount * rows * columns * scalar.byteCount)
      unsafe gather(base, source, matrix, to: copy.start, as: scalar)
      unsafe (self.base, self.copy) = unsafe (UnsafeRawPointer(copy.start), copy)
      unsafe layout = .init(isTransposed: false, leading: max(1, columns))
      unsafe batchOffsets = (0..<matrix.batchCount).map { $0 * rows * columns }
    }
  }

  /// The address of an element.
  func address(batch: Int, row: Int, column: Int) -> UnsafeRawPointer {
    let place = unsafe layout.isTransposed ? column * layout.leading + row : row * layout.leading + column
    return unsafe base.advanced(by: (batchOffsets[batch] + place) * scalar.byteCount)
  }
}

/// Memory for the length of one call. A class so that it is freed with its last holder.
@safe final class ScratchMemory {
  /// The first byte, aligned to a cache line.
  let start: UnsafeMutableRawPointer

  /// Allocates so many bytes, not initialised.
  init(byteCount: Int) {
    unsafe start = .allocate(byteCount: max(byteCount, 1), alignment: 64)
  }

  deinit { unsafe start.deallocate() }
}

// MARK: - Gathering

/// Copies a matrix of each batch, row by row, converting exactly.
private func gather(
  _ base: UnsafeRawPointer, _ source: ScalarType, _ matrix: StridedMatrix,
  to target: UnsafeMutableRawPointer, as scalar: ScalarType
) {
  switch scalar {
  case .f32: unsafe gatherSingle(base, source, matrix, to: target.assumingMemoryBound(to: Float.self))
  case .f64: unsafe gatherDouble(base, source, matrix, to: target.assumingMemoryBound(to: Double.self))
  case .f16, .bf16, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1:
    unsafe gatherInteger(base, source, matrix, to: target.assumingMemoryBound(to: Int64.self))
  }
}

private func gatherSingle(
  _ base: UnsafeRawPointer, _ source: ScalarType, _ matrix: StridedMatrix,
  to target: UnsafeMutablePointer<Float>
) {
  switch source {
  case .f16: unsafe gather(base, Float16.self, matrix, to: target) { Float($0) }
  case .bf16:
    unsafe gather(base, UInt16.self, matrix, to: target) { Float(bitPattern: UInt32($0) << 16) }
  case .f32: unsafe gather(base, Float.self, matrix, to: target) { $0 }
  case .f64, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1:
    preconditionFailure("\(source) is not summed in f32")
  }
}

private func gatherDouble(
  _ base: UnsafeRawPointer, _ source: ScalarType, _ matrix: StridedMatrix,
  to target: UnsafeMutablePointer<Double>
) {
  switch source {
  case .f16: unsafe gather(base, Float16.self, matrix, to: target) { Double($0) }
  case .bf16:
    unsafe gather(base, UInt16.self, matrix, to: target) { Double(Float(bitPattern: UInt32($0) << 16)) }
  case .f32: unsafe gather(base, Float.self, matrix, to: target) { Double($0) }
  case .f64: unsafe gather(base, Double.self, matrix, to: target) { $0 }
  case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1:
    preconditionFailure("\(source) is not summed in f64")
  }
}

private func gatherInteger(
  _ base: UnsafeRawPointer, _ source: ScalarType, _ matrix: StridedMatrix,
  to target: UnsafeMutablePointer<Int64>
) {
  switch source {
  case .i64, .ui64: unsafe gather(base, Int64.self, matrix, to: target) { $0 }
  case .i32: unsafe gather(base, Int32.self, matrix, to: target) { Int64($0) }
  case .i16: unsafe gather(base, Int16.self, matrix, to: target) { Int64($0) }
  case .i8: unsafe gather(base, Int8.self, matrix, to: target) { Int64($0) }
  case .ui32: unsafe gather(base, UInt32.self, matrix, to: target) { Int64($0) }
  case .ui16: unsafe gather(base, UInt16.self, matrix, to: target) { Int64($0) }
  case .ui8, .i1: unsafe gather(base, UInt8.self, matrix, to: target) { Int64($0) }
  case .f64, .f32, .f16, .bf16: preconditionFailure("\(source) is not summed in integers")
  }
}

@inline(__always)
private func gather<Source, Target>(
  _ base: UnsafeRawPointer, _ type: Source.Type, _ matrix: StridedMatrix,
  to target: UnsafeMutablePointer<Target>, _ convert: (Source) -> Target
) {
  let source = unsafe base.assumingMemoryBound(to: Source.self)
  let (rows, columns) = (matrix.rows.offsets, matrix.columns.offsets)
  var next = unsafe target
  for batch in matrix.batches.offsets {
    for row in rows {
      let start = unsafe source + (batch + row)
      for index in columns.indices {
        unsafe (next + index).initialize(to: convert(start[columns[index]]))
      }
      unsafe next += columns.count
    }
  }
}
