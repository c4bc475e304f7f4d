public import StableHLO

/// A line of Swift source: where a tensor was used in a way that has no meaning.
public struct SourceLine: Hashable, Sendable, CustomStringConvertible {
  /// The file as `#fileID` spells it, `Module/File.swift`.
  public let file: String
  /// The line, counted from 1.
  public let line: UInt

  /// The given line of the given file.
  public init(file: StaticString, line: UInt) { (self.file, self.line) = ("\(file)", line) }

  /// `Module/File.swift:12`.
  public var description: String { "\(file):\(line)" }
}

/// Why a piece of tensor math is no program.
///
/// Operators cannot throw: the first misuse is recorded in the trace, and `trace` throws it.
public struct TracingError: Error, CustomStringConvertible {
  /// What kind of rule was broken.
  public enum Reason: Sendable {
    /// Shapes that do not fit each other.
    case shape
    /// An axis outside the rank, or one named twice.
    case axis
    /// Element types that differ, or that the operation is not defined for.
    case elementType
    /// A number that the element type cannot hold.
    case literal
    /// A tensor of one trace used in another.
    case foreignTensor
    /// A condition a layer states with `require`.
    case requirement
    /// A constraint of the StableHLO specification.
    case constraint(any Error)
    /// The traced closure threw an error of its own.
    case body(any Error)
  }

  /// What kind of rule was broken.
  public let reason: Reason
  /// What must hold, what was found, and what to do.
  public let message: String
  /// The line of the misuse; for operators, which cannot see their caller's line, that of `trace`.
  public internal(set) var source: SourceLine?

  /// The source line, if known, and the message.
  public var description: String { source.map { "\($0): \(message)" } ?? message }

  /// An error with the given parts.
  init(_ reason: Reason, _ message: String, at source: SourceLine? = nil) {
    (self.reason, self.message, self.source) = (reason, message, source)
  }
}

extension TensorType {
  /// The type as messages print it: `f32[8, 512]`.
  public var brief: String { "\(scalar)\(shape)" }
}
