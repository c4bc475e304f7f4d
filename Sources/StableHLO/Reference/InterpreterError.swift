/// Why a program could not be run, or what it asserted in vain.
public struct InterpreterError: Error, Sendable {
  /// What went wrong.
  public enum Reason: Sendable {
    /// The module is no valid program.
    case invalid(VerificationError)
    /// There is no function of this name.
    case noFunction(String)
    /// The function takes another number of arguments.
    case argumentCount(expected: Int, found: Int)
    /// An argument, counted from 0, has another type than the parameter.
    case argumentType(index: Int, expected: TensorType, found: TensorType)
    /// A tensor exceeds what this machine's memory can hold.
    case tooLarge(TensorType)
    /// An assertion of the program does not hold.
    case check(CheckFailure)
    /// An operation was applied to operands it is not defined on.
    case undefined(operation: String, operands: [TensorType])
  }

  /// What went wrong.
  public let reason: Reason
  /// The function concerned, without `@`.
  public let function: String?
  /// Where the instruction stands in the source text, where that is known.
  public let position: SourcePosition?

  init(_ reason: Reason, function: String? = nil, position: SourcePosition? = nil) {
    (self.reason, self.function, self.position) = (reason, function, position)
  }

  /// The same error at a place, unless it has one already.
  func at(_ instruction: Instruction, in name: String) -> InterpreterError {
    InterpreterError(reason, function: function ?? name, position: position ?? instruction.position)
  }
}

extension InterpreterError: CustomStringConvertible {
  /// What must hold and what was found, after the place where that is known.
  public var description: String {
    let place = position.map { "\($0.line):\($0.column): " } ?? ""
    let inside = function.map { "@\($0): " } ?? ""
    return switch reason {
    case .invalid(let error): error.description
    case .noFunction(let name): "there is no function @\(name) to run"
    case .argumentCount(let expected, let found):
      "\(inside)takes \(expected) arguments, but \(found) were given"
    case .argumentType(let index, let expected, let found):
      "\(inside)argument \(index) must be \(expected), but is \(found)"
    case .tooLarge(let type): "\(place)\(inside)\(type) does not fit into this machine's memory"
    case .check(let failure): "\(place)\(inside)\(failure)"
    case .undefined(let operation, let operands):
      "\(place)\(inside)\(operation) is not defined on \(operands)"
    }
  }
}

/// The first element at which a `check.*` assertion does not hold.
public struct CheckFailure: Hashable, Sendable {
  /// The assertion.
  public let check: Check
  /// The index of the first differing element.
  public let index: [Int]
  /// The element that was computed.
  public let actual: String
  /// The element that was expected.
  public let expected: String
  /// How many floats of the element type stand between the two; nil for integers and NaN.
  public let ulps: UInt64?
  /// How many elements differ, and how many there are.
  public let differing: Int, count: Int
}

extension CheckFailure: CustomStringConvertible {
  /// For example `check.expect_close does not hold at [0, 3]: 1.5 where 1.25 is expected (2097152 ULP); 1 of 8 elements differ`.
  public var description: String {
    let distance = ulps.map { " (\($0) ULP)" } ?? ""
    return "\(check.rawValue) does not hold at \(index): \(actual) where \(expected) is expected"
      + "\(distance); \(differing) of \(count) elements differ"
  }
}
