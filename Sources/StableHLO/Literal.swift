internal import NormaArrays

/// A constant tensor, kept as bit patterns so that equality and hashing see NaN and -0 as they are.
///
/// Equal elements are kept once, so that a tensor has one form only: `.dense` where two elements differ or
/// where there is none, `.splat` otherwise.
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

  /// A literal of the given type and elements, brought to its one form; dense bytes must match the
  /// type's size.
  public init(_ type: TensorType, _ elements: Elements) {
    if case .dense(let bytes) = elements {
      precondition(bytes.count == type.byteCount, "\(type) takes \(type.byteCount) bytes, not \(bytes.count)")
    }
    self.type = type
    self.elements = Self.canonical(elements, of: type)
  }

  private static func canonical(_ elements: Elements, of type: TensorType) -> Elements {
    guard type.shape.dimensions.allSatisfy({ $0 > 0 }) else { return .dense([]) }
    guard case .dense(let bytes) = elements else { return elements }
    let size = type.scalar.byteCount
    guard bytes.indices.dropFirst(size).allSatisfy({ bytes[$0] == bytes[$0 - size] }) else { return elements }
    return .splat(bytes.prefix(size).reversed().reduce(0) { $0 << 8 | UInt64($1) })
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
