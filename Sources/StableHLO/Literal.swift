internal import NormaArrays

/// A constant tensor, kept as bit patterns so that equality and hashing see NaN and -0 as they are.
public struct Literal: Hashable, Sendable {
  /// How the elements are kept.
  public enum Elements: Hashable, Sendable {
    /// One bit pattern, zero-extended, for every element.
    case splat(UInt64)
    /// The elements in row-major order, little-endian, `scalar.byteCount` bytes each.
    case dense([UInt8])
  }

  /// The type of the tensor.
  public var type: TensorType
  /// The elements.
  public var elements: Elements

  /// A literal of the given type and elements; dense bytes must match the type's size.
  public init(_ type: TensorType, _ elements: Elements) {
    if case .dense(let bytes) = elements {
      precondition(bytes.count == type.byteCount, "\(type) takes \(type.byteCount) bytes, not \(bytes.count)")
    }
    (self.type, self.elements) = (type, elements)
  }

  /// The bit pattern of the element at a row-major position, zero-extended.
  public func bits(at position: Int) -> UInt64 {
    switch elements {
    case .splat(let bits): return bits
    case .dense(let bytes):
      let size = type.scalar.byteCount
      return (0..<size).reduce(0) { $0 | UInt64(bytes[position * size + $1]) << (8 * UInt64($1)) }
    }
  }
}
