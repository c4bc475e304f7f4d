/// A pass that made a program no valid program: a mistake of the pass, never of its user.
public struct RewritingError: Error, Sendable, CustomStringConvertible {
  /// The name of the pass.
  public let pass: String
  /// What is wrong with the program after it.
  public let cause: any Error

  /// The pass and the cause.
  public var description: String {
    "After the pass `\(pass)` the program must be valid as it was before, but \(cause). Please report this program."
  }
}
