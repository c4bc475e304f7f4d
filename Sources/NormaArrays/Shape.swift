/// The extents of a tensor's axes, outermost first; `Shape([])` is a scalar's.
public struct Shape: Hashable, Sendable {
  /// The extent of each axis, all non-negative.
  public let dimensions: [Int]

  /// A shape with the given extents.
  public init(_ dimensions: [Int]) {
    precondition(dimensions.allSatisfy { $0 >= 0 }, "a shape has no negative extent: \(dimensions)")
    self.dimensions = dimensions
  }

  /// The number of axes.
  public var rank: Int { dimensions.count }

  /// The number of elements: the product of the extents, 1 for a scalar.
  public var elementCount: Int { dimensions.reduce(1, *) }

  /// The extent of one axis.
  public subscript(axis: Int) -> Int { dimensions[axis] }

  /// Row-major strides in elements.
  public var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * dimensions[axis + 1]
    }
    return strides
  }
}

extension Shape: ExpressibleByArrayLiteral {
  /// A shape written as `[2, 3]`.
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Shape: CustomStringConvertible {
  /// The extents in brackets, for example `[8, 512]`.
  public var description: String {
    "[" + dimensions.map(String.init).joined(separator: ", ") + "]"
  }
}

extension Shape {
  /// A shape read from a file, or nil when an extent is negative or the elements' bytes cannot be counted in an `Int`.
  ///
  /// Extents of zero do not excuse the others: their strides must be countable too.
  package init?(checking dimensions: [Int], elementBytes: Int) {
    var byteCount = elementBytes
    for dimension in dimensions {
      let (product, overflow) = byteCount.multipliedReportingOverflow(by: max(dimension, 1))
      guard dimension >= 0, !overflow else { return nil }
      byteCount = product
    }
    self.init(dimensions)
  }
}
