package import StableHLO

/// Why two tensors cannot be multiplied.
package struct ProductError: Error, Hashable, Sendable {
  /// The kinds of failure.
  package enum Reason: Hashable, Sendable {
    /// Paired axes of unequal extent, or a result of another shape.
    case shapes
    /// Integers and floating-point numbers in one product.
    case mixedKinds
  }

  /// What does not hold.
  package let reason: Reason
  /// The types of the left and right operand and of the result.
  package let left: TensorType, right: TensorType, result: TensorType
}

extension ProductError: CustomStringConvertible {
  /// What must hold, and what was found.
  package var description: String {
    let found = "\(left) by \(right) into \(result)"
    return switch reason {
    case .shapes:
      "dot_general pairs axes of equal extent and keeps the others in order; found \(found)"
    case .mixedKinds:
      "dot_general multiplies numbers of one kind (floating point, integer or i1); found \(found)"
    }
  }
}
