/// A constraint of the StableHLO specification that an operation does not keep.
public struct ConstraintViolation: Error, Hashable, Sendable {
  /// The operation as the specification names it, for example `reduce`.
  public let operation: String
  /// The constraint's label in the specification, for example `C4`, or a word where it gives none.
  public let label: String
  /// What must hold and what was found.
  public let reason: String

  /// The violation of the constraint `label` by an operation.
  package static func violates(
    _ operation: Operation, _ label: String, _ reason: String
  ) -> ConstraintViolation {
    ConstraintViolation(operation: operation.specificationName, label: label, reason: reason)
  }
}

extension ConstraintViolation: CustomStringConvertible {
  /// The operation, the label and the reason, for example ``reduce (C4): axis 3 is outside rank 2``.
  public var description: String { "\(operation) (\(label)): \(reason)" }
}
