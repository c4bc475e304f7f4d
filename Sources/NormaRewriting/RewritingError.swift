public import StableHLO

/// A pass that made a program no valid program: a mistake of the pass, never of its user.
public struct RewritingError: Error, Sendable, CustomStringConvertible {
  /// The name of the pass.
  public let pass: String
  /// What is wrong with the program after it.
  public let cause: VerificationError

  /// The pass and the cause.
  public var description: String {
    "After the pass `\(pass)` the program must be valid as it was before, but \(cause). Please report this program."
  }
}

extension Pipeline {
  /// Checks a program after a pass, where passes are verified.
  func verify(_ module: Module, after pass: Pass) throws(RewritingError) {
    guard verifiesEachPass else { return }
    do throws(VerificationError) {
      try module.verify()
    } catch {
      throw RewritingError(pass: pass.name, cause: error)
    }
  }
}
