internal import NormaArrays
public import StableHLO

/// Why a program could not be compiled or run.
public struct ExecutionError: Error, Sendable {
  /// The kinds of failure.
  public enum Reason: Sendable {
    /// The module has no function to start with.
    case noMain(functions: [String])
    /// Another number of arrays than the program takes or gives.
    case count(role: String, expected: Int, found: Int)
    /// An array of another type or shape than the program takes or gives.
    case type(role: String, index: Int, expected: TensorType, found: TensorType)
    /// Memory that a caller passed is too small or too large.
    case elementCount(role: String, index: Int, expected: String, found: Int)
    /// The program itself is malformed, or a pass broke it.
    case program(String)
    /// A kernel could not be compiled or loaded.
    case host(String)
    /// A product could not be computed.
    case product(String)
    /// XLA has no plugin here, or its plugin refused the program or a call.
    case xla(String)
    /// A step in the interpreter failed, or a `check.*` did not hold.
    case interpreter(InterpreterError)
  }

  /// What happened.
  public let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  /// The assertion that did not hold, if that is what happened.
  public var checkFailure: CheckFailure? {
    if case .interpreter(let error) = reason, case .check(let failure) = error.reason { return failure }
    return nil
  }
}

extension ExecutionError: CustomStringConvertible {
  /// What must hold, what was found, what to do.
  public var description: String {
    switch reason {
    case .noMain(let functions):
      "a program starts in `@main`, and this one has only \(functions.map { "`@\($0)`" }.joined(separator: ", "))"
    case .count(let role, let expected, let found):
      "the program has \(expected) \(role)\(expected == 1 ? "" : "s"), and \(found) \(found == 1 ? "was" : "were") given"
    case .type(let role, let index, let expected, let found):
      "\(role) \(index + 1) must be \(expected.scalar)\(expected.shape), and \(found.scalar)\(found.shape) was given"
    case .elementCount(let role, let index, let expected, let found):
      "\(role) \(index + 1) must have \(expected) elements, and has \(found)"
    case .program(let problem), .host(let problem), .product(let problem), .xla(let problem): problem
    case .interpreter(let error): "\(error)"
    }
  }
}
