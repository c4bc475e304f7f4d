public import NormaTracing
public import StableHLO

/// Why a program has no derivative or no batched form.
public struct TransformError: Error, CustomStringConvertible {
  /// What kind of rule was broken.
  public enum Reason: Sendable {
    /// The module has no function of the name asked for, or a call names none.
    case unknownFunction
    /// A function calls itself.
    case recursion
    /// The result is not one floating-point scalar.
    case result
    /// An argument that does not exist, or has no derivative.
    case argument
    /// An operation the transformation has no rule for.
    case operation
    /// The transformed program breaks a rule of the tensor language.
    case program(any Error)
  }

  /// What kind of rule was broken.
  public let reason: Reason
  /// What must hold, what was found, and what to do.
  public let message: String
  /// Where the operation stands in its source text, if it has one.
  public let position: SourcePosition?

  /// The place in the source text, if known, and the message.
  public var description: String {
    position.map { "\($0.line):\($0.column): \(message)" } ?? message
  }

  /// The error of a program that breaks a rule of the tensor language; a transformation's own error as it is.
  public init(_ error: TracingError) {
    if case .body(let inner) = error.reason, let own = inner as? TransformError {
      self = own
    } else {
      self.init(.program(error), error.description)
    }
  }

  init(_ reason: Reason, _ message: String, at position: SourcePosition? = nil) {
    (self.reason, self.message, self.position) = (reason, message, position)
  }
}
