public import StableHLO

/// A pass that made a program no valid program, or passes that come to no end: a mistake of theirs, never of
/// their user.
public struct RewritingError: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Sendable {
    /// The program after the pass is not valid.
    case invalid(VerificationError)
    /// The pass still changed the program after this many rounds of all passes.
    case endless(rounds: Int)
  }

  /// The name of the pass.
  public let pass: String
  /// What went wrong.
  public let reason: Reason

  /// The pass and the reason.
  public var description: String {
    switch reason {
    case .invalid(let cause):
      "After the pass `\(pass)` the program must be valid as it was before, but \(cause). Please report this program."
    case .endless(let rounds):
      "The passes must come to rest, but `\(pass)` still changed the program in round \(rounds). Switch it off (`--without \(pass)`), and please report this program."
    }
  }
}

extension Pipeline {
  /// Checks a program after a pass, where passes are verified.
  func verify(_ module: Module, after pass: Pass) throws(RewritingError) {
    guard verifiesEachPass else { return }
    do throws(VerificationError) {
      try module.verify()
    } catch {
      throw RewritingError(pass: pass.name, reason: .invalid(error))
    }
  }
}
