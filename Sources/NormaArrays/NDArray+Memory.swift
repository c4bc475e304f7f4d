#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// Raw access for kernels and interpreters.

extension NDArray {
  /// The address of the first element.
  ///
  /// Valid while this array, or another view of its storage, is alive: hold it with `withExtendedLifetime`.
  package var baseAddress: UnsafeRawPointer {
    unsafe UnsafeRawPointer(storage.memory.start + byteOffset)
  }

  /// The address of the first element, for writing; lives as long as `baseAddress`.
  ///
  /// Writing is seen by every view of the storage, so only the maker of a fresh array may do it.
  /// - Precondition: the memory is writable.
  package var mutableBaseAddress: UnsafeMutableRawPointer {
    precondition(storage.memory.isWritable, "the memory of a mapped input cannot be written")
    return unsafe storage.memory.start + byteOffset
  }

  /// The bytes from the first element to the end of the last; 0 without elements.
  package var extentByteCount: Int {
    guard elementCount > 0 else { return 0 }
    let last = zip(shape.dimensions, strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 }
    return (last + 1) * scalarType.byteCount
  }

  /// Gives the memory from the first element to the end of the last; between them `strides` tell where elements stand.
  package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return unsafe try body(UnsafeRawBufferPointer(start: baseAddress, count: extentByteCount))
  }

  /// Gives the memory of a fresh array for writing, without copying shared storage first.
  ///
  /// - Precondition: the memory is writable. The caller knows that nobody else reads it meanwhile.
  package func withUnsafeMutableBytes<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return unsafe try body(
      UnsafeMutableRawBufferPointer(start: mutableBaseAddress, count: extentByteCount))
  }

  /// Copies all elements in row-major order, without gaps, to memory of at least `byteCount` bytes.
  package func copyElements(to target: UnsafeMutableRawPointer) {
    let size = scalarType.byteCount
    let runs = StridedRuns(shape: shape, strides: strides)
    var target = unsafe target
    runs.forEach { offset in
      let source = unsafe baseAddress + offset * size
      unsafe runs.copyRun(from: source, to: target, elementBytes: size)
      unsafe target += runs.count * size
    }
    withExtendedLifetime(storage) {}
  }
}

/// A strided array as equal runs: `count` elements, `stride` apart, from each of a list of offsets in row-major order.
struct StridedRuns {
  private(set) var count = 1
  private(set) var stride = 1
  private var outer: [(extent: Int, stride: Int)] = []

  /// Merges neighbouring axes that one stride walks through; the innermost axis left is the run.
  init(shape: Shape, strides: [Int]) {
    var axes: [(extent: Int, stride: Int)] = []
    for (extent, stride) in zip(shape.dimensions, strides) where extent != 1 {
      if let last = axes.last, last.stride == stride * extent {
        axes[axes.count - 1] = (last.extent * extent, stride)
      } else {
        axes.append((extent, stride))
      }
    }
    if let run = axes.popLast() { (count, stride) = run }
    outer = axes
  }

  /// Calls `body` with the offset of each run, in elements; never when there are no elements.
  func forEach(_ body: (Int) -> Void) {
    guard count > 0, outer.allSatisfy({ $0.extent > 0 }) else { return }
    var (index, offset) = ([Int](repeating: 0, count: outer.count), 0)
    while true {
      body(offset)
      var axis = outer.count - 1
      while axis >= 0, index[axis] + 1 == outer[axis].extent {
        offset -= index[axis] * outer[axis].stride
        index[axis] = 0
        axis -= 1
      }
      guard axis >= 0 else { return }
      index[axis] += 1
      offset += outer[axis].stride
    }
  }

  /// Copies one run to consecutive places.
  func copyRun(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, elementBytes: Int) {
    if stride == 1 {
      return unsafe target.copyMemory(from: source, byteCount: count * elementBytes)
    }
    switch elementBytes {
    case 1: unsafe gather(UInt8.self, from: source, to: target)
    case 2: unsafe gather(UInt16.self, from: source, to: target)
    case 4: unsafe gather(UInt32.self, from: source, to: target)
    default: unsafe gather(UInt64.self, from: source, to: target)
    }
  }

  private func gather<Bits: BitwiseCopyable>(
    _ type: Bits.Type, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer
  ) {
    let source = unsafe source.assumingMemoryBound(to: Bits.self)
    let target = unsafe target.assumingMemoryBound(to: Bits.self)
    for index in 0..<count { unsafe target[index] = source[index * stride] }
  }
}

extension UnsafeRawBufferPointer {
  /// True when both hold the same bytes.
  func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let mine = baseAddress, let theirs = other.baseAddress else {
      return count == other.count
    }
    return unsafe memcmp(mine, theirs, count) == 0
  }
}
