public import NormaArrays
public import NormaRuntime
public import NormaTracing

/// Why a layer could not be traced, compiled or run.
public enum NormaError: Error, Sendable {
  /// The layer's math does not fit its input.
  case tracing(TracingError)
  /// The program could not be compiled or run.
  case execution(ExecutionError)
  /// A layer was to be compiled for rows of a shape without elements.
  case emptyRows(Shape)
}

extension NormaError: CustomStringConvertible {
  /// The message of the stage that failed.
  public var description: String {
    switch self {
    case .tracing(let error): "\(error)"
    case .execution(let error): "\(error)"
    case .emptyRows(let shape): "a row must have at least one element, and rows of shape \(shape) have none"
    }
  }
}
