public import NormaArrays

/// The type of a tensor value: element type and shape, printed `tensor<2x3xf32>`.
///
/// Source: StableHLO specification, section "Types".
public struct TensorType: Hashable, Sendable {
  /// The element type.
  public var scalar: ScalarType
  /// The extents.
  public var shape: Shape

  /// The type of a tensor of `scalar` elements with the given extents.
  public init(_ scalar: ScalarType, _ shape: Shape) {
    self.scalar = scalar
    self.shape = shape
  }

  /// The number of axes.
  public var rank: Int { shape.rank }
  /// The number of elements.
  public var elementCount: Int { shape.elementCount }
  /// The bytes the elements occupy, densely packed.
  public var byteCount: Int { shape.elementCount * scalar.byteCount }

  /// The same shape with another element type.
  public func with(scalar: ScalarType) -> TensorType { TensorType(scalar, shape) }
  /// The same element type with another shape.
  public func with(shape: Shape) -> TensorType { TensorType(scalar, shape) }
}

extension TensorType: CustomStringConvertible {
  /// The type in StableHLO text.
  public var description: String {
    "tensor<" + shape.dimensions.map { "\($0)x" }.joined() + scalar.rawValue + ">"
  }
}
