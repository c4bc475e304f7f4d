internal import ArgumentParser
internal import NormaArrays
internal import NormaMeasurement
internal import NormaRuntime
internal import NormaTracing
internal import NormaTransforms
internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why the command leaves with another status than 0: the one form in which errors reach the user.
struct Failure: Error {
  /// What the exit status says.
  enum Status: Int32 {
    /// A file, a program or this machine is not as it must be.
    case failure = 1
    /// A check did not hold: a `check.*` of a program, or an error bound.
    case checkFailed = 2
    /// The arguments make no command.
    case usage = 64
  }

  /// What must hold, what was found, what to do; empty where all was said already.
  let message: String
  /// The exit status.
  let status: Status

  /// A failure to be reported.
  init(_ message: String, _ status: Status = .failure) { (self.message, self.status) = (message, status) }

  /// Arguments that make no command.
  static func usage(_ message: String) -> Failure { Failure(message, .usage) }
}

extension Failure {
  /// The failure behind any error of the stages.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ArrayError: self.init(error.description)
    case let error as ParseError: self.init(error.report)
    case let error as TracingError: self.init(error.message)
    case let error as TransformError: self.init(error.description)
    case let error as ContenderError: self.init(error.message)
    case let error as ExecutionError:
      self.init(error.description, error.checkFailure == nil ? .failure : .checkFailed)
    default: self.init(parsing: error)
    }
  }

  /// An error of the argument parser, which also asks in this way for help to be printed.
  private init(parsing error: any Error) {
    guard Norma.exitCode(for: error) != .success else {
      StandardOutput.write(Norma.fullMessage(for: error) + "\n")
      do { try StandardOutput.finish() } catch { self = error; return }
      Norma.exit(withError: nil)
    }
    guard Norma.exitCode(for: error) == .validationFailure else {
      self.init("\(error)")
      return
    }
    let text = Norma.fullMessage(for: error)
    self.init(text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text, .usage)
  }

  /// Prints what was to be printed and the message, and ends the process.
  func leave() -> Never {
    do { try StandardOutput.finish() } catch { StandardError.write("error: \(error.message)\n") }
    if !message.isEmpty { StandardError.write("\(Style.onError.red("error:")) \(message)\n") }
    exit(status.rawValue)
  }
}

extension ParseError {
  /// `file:line:column: message`, then the line, then a caret under the offending text.
  fileprivate var report: String {
    description.replacingFirst(":\(position.column): error: ", with: ":\(position.column): ")
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
