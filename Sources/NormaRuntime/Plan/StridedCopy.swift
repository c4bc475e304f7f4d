internal import NormaArrays
internal import StableHLO

/// A copy between two grids of elements: every movement of data is one, or one after a fill.
struct StridedCopy: Hashable, Sendable {
  /// The extents of the grid.
  var extents: [Int]
  /// Steps along each axis, in elements.
  var sourceStrides: [Int], targetStrides: [Int]
  /// The first element.
  var sourceOffset = 0, targetOffset = 0

  /// The copy with axes of extent 1 dropped and neighbouring axes merged where one stride walks both.
  private var merged: StridedCopy {
    var copy = self
    (copy.extents, copy.sourceStrides, copy.targetStrides) = ([], [], [])
    for axis in extents.indices where extents[axis] != 1 {
      if let last = copy.extents.indices.last,
        copy.sourceStrides[last] == sourceStrides[axis] * extents[axis],
        copy.targetStrides[last] == targetStrides[axis] * extents[axis]
      {
        copy.extents[last] *= extents[axis]
        (copy.sourceStrides[last], copy.targetStrides[last]) = (sourceStrides[axis], targetStrides[axis])
      } else {
        copy.extents.append(extents[axis])
        copy.sourceStrides.append(sourceStrides[axis])
        copy.targetStrides.append(targetStrides[axis])
      }
    }
    return copy
  }

  /// Copies elements of `size` bytes.
  func run(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, elementBytes size: Int) {
    guard !extents.contains(0) else { return }
    let source = unsafe source + sourceOffset * size
    let target = unsafe target + targetOffset * size
    switch size {
    case 1: unsafe merged.walk(UInt8.self, source, target, axis: 0)
    case 2: unsafe merged.walk(UInt16.self, source, target, axis: 0)
    case 4: unsafe merged.walk(UInt32.self, source, target, axis: 0)
    default: unsafe merged.walk(UInt64.self, source, target, axis: 0)
    }
  }

  private func walk<Bits: BitwiseCopyable>(
    _ type: Bits.Type, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, axis: Int
  ) {
    let size = MemoryLayout<Bits>.size
    guard axis < extents.count - 1 else {
      return unsafe copyLine(type, source, target, axis: axis)
    }
    for index in 0..<extents[axis] {
      unsafe walk(
        type, source + index * sourceStrides[axis] * size, target + index * targetStrides[axis] * size,
        axis: axis + 1)
    }
  }

  private func copyLine<Bits: BitwiseCopyable>(
    _ type: Bits.Type, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, axis: Int
  ) {
    let size = MemoryLayout<Bits>.size
    guard axis < extents.count else { return unsafe target.copyMemory(from: source, byteCount: size) }
    let (count, from, to) = (extents[axis], sourceStrides[axis], targetStrides[axis])
    if from == 1, to == 1 { return unsafe target.copyMemory(from: source, byteCount: count * size) }
    for index in 0..<count {
      let bits = unsafe source.loadUnaligned(fromByteOffset: index * from * size, as: Bits.self)
      unsafe target.storeBytes(of: bits, toByteOffset: index * to * size, as: Bits.self)
    }
  }
}
