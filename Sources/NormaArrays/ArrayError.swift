/// Why an array could not be read from or written to a file.
public struct ArrayError: Error, Hashable, Sendable {
  /// The kind of failure, for programs; `message` has the words.
  public enum Reason: Hashable, Sendable {
    /// The file cannot be opened, or is no regular file.
    case unreadable
    /// The target cannot be created or replaced.
    case unwritable
    /// The disk, quota or file size limit is reached.
    case noSpace
    /// The file does not begin as its format does.
    case wrongFormat
    /// The header breaks the rules of its format.
    case malformedHeader
    /// The elements are of a type that Norma has no name for.
    case unsupportedType
    /// The file has fewer or more bytes than its header promises.
    case wrongSize
    /// The file holds no tensor of the name asked for.
    case missingTensor
    /// The text names neither a `.npy` file nor a tensor in a `.safetensors` file.
    case malformedReference
  }

  /// The kind of failure.
  public let reason: Reason
  /// The file, as the caller named it.
  public let file: String
  /// What must hold, what was found, and what to do.
  public let message: String

  /// An error about a file.
  package init(_ reason: Reason, _ file: String, _ message: String) {
    (self.reason, self.file, self.message) = (reason, file, message)
  }
}

extension ArrayError: CustomStringConvertible {
  /// The file and the message on one line.
  public var description: String { "\(file): \(message)" }
}
