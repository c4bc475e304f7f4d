/// A tensor's data at rest: element type, shape, and strides over shared memory.
///
/// An array is a value. Slices, transposes and reshapes are views of the same memory; writing through
/// `withMutableSpan` first copies memory that is shared or read-only. Allocated memory is 64-byte aligned.
public struct NDArray: Sendable {
  /// The type of the elements.
  public let scalarType: ScalarType
  /// The extents of the axes.
  public let shape: Shape
  /// For each axis, the distance between neighbours, in elements; never negative.
  public let strides: [Int]

  package internal(set) var storage: TensorStorage
  /// Where the first element stands in the storage, in bytes.
  package let byteOffset: Int

  /// A view of memory; the caller vouches that every element lies in it, aligned for its type.
  package init(
    _ scalarType: ScalarType, shape: Shape, strides: [Int], storage: TensorStorage, byteOffset: Int
  ) {
    (self.scalarType, self.shape, self.strides) = (scalarType, shape, strides)
    (self.storage, self.byteOffset) = (storage, byteOffset)
  }

  /// A fresh row-major array whose elements hold whatever stood in memory: to be filled at once.
  package init(uninitialized scalarType: ScalarType, shape: Shape) {
    let memory = TensorMemory(allocating: shape.elementCount * scalarType.byteCount)
    self.init(
      scalarType, shape: shape, strides: shape.strides, storage: TensorStorage(memory), byteOffset: 0)
  }
}

// MARK: - Construction

extension NDArray {
  /// An array of the given elements in row-major order.
  ///
  /// - Precondition: there are as many elements as the shape has places.
  public init<Element: TensorScalar>(_ elements: [Element], shape: Shape) {
    precondition(
      elements.count == shape.elementCount,
      "an array of shape \(shape) has \(shape.elementCount) elements, not \(elements.count)")
    self.init(uninitialized: Element.scalarType, shape: shape)
    unsafe withUnsafeMutableBytes { target in
      unsafe elements.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
    }
  }

  /// An array that holds one value at every place.
  public init<Element: TensorScalar>(repeating value: Element, shape: Shape) {
    self.init(uninitialized: Element.scalarType, shape: shape)
    unsafe withUnsafeMutableBytes { bytes in
      _ = unsafe bytes.initializeMemory(as: Element.self, repeating: value)
    }
  }

  /// An array of zeros (`false` for `i1`).
  public init(zeros scalarType: ScalarType, shape: Shape) {
    self.init(uninitialized: scalarType, shape: shape)
    unsafe withUnsafeMutableBytes { bytes in
      _ = unsafe bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }
  }

  /// A row-major array from elements as they stand in memory, little-endian.
  ///
  /// - Precondition: the bytes are exactly the shape's elements.
  package init(copying bytes: UnsafeRawBufferPointer, as scalarType: ScalarType, shape: Shape) {
    self.init(uninitialized: scalarType, shape: shape)
    unsafe withUnsafeMutableBytes { target in
      precondition(bytes.count == target.count, "\(shape) of \(scalarType) takes \(target.count) bytes")
      unsafe target.copyMemory(from: bytes)
    }
  }
}

// MARK: - Facts

extension NDArray {
  /// The number of elements.
  public var elementCount: Int { shape.elementCount }

  /// The bytes of all elements.
  public var byteCount: Int { shape.elementCount * scalarType.byteCount }

  /// True when the elements stand in row-major order without gaps.
  public var isContiguous: Bool {
    var (isPacked, expected) = (true, 1)
    for axis in shape.dimensions.indices.reversed() {
      isPacked = isPacked && (shape[axis] == 1 || strides[axis] == expected)
      expected *= shape[axis]
    }
    return isPacked || expected <= 1
  }

  /// True when type and shape agree and every element has the same bits: NaN equals itself, 0 differs from -0.
  public func isBitwiseEqual(to other: NDArray) -> Bool {
    guard scalarType == other.scalarType, shape == other.shape else { return false }
    let (mine, theirs) = (contiguous(), other.contiguous())
    return unsafe mine.withUnsafeBytes { left in
      unsafe theirs.withUnsafeBytes { right in unsafe left.hasSameBytes(as: right) }
    }
  }
}

extension NDArray: CustomStringConvertible {
  /// Type and shape, for example `f32[8, 512]`.
  public var description: String { "\(scalarType)\(shape)" }
}
