internal import NormaArrays

/// A place that a result goes to: a `.npy` file, or a tensor of a `.safetensors` file.
///
/// A class because it is a file being made: it appears complete when committed, and not at all otherwise.
final class Destination {
  /// Where the result is to be written.
  let array: NDArray
  private let reference: ArrayReference
  private let isTensor: Bool
  private var file: MappedOutput?

  /// A tensor of more bytes is made in a file without a name, not in memory.
  private static let heldByteCount = 1 << 30

  /// Makes room for a result. That of a `.npy` file is the file itself, that of a tensor is in memory or
  /// in a scratch file beside its own.
  init(_ text: String, of scalar: ScalarType, shape: Shape) throws(ArrayError) {
    reference = try ArrayReference(text)
    isTensor = !reference.path.hasSuffix(".npy")
    guard !isTensor || shape.elementCount * scalar.byteCount > Self.heldByteCount else {
      array = NDArray(uninitialized: scalar, shape: shape)
      file = nil
      return
    }
    let file = try MappedOutput(npy: reference.path, of: scalar, shape: shape)
    array = file.array
    self.file = consume file
  }

  /// Gives every result its name; tensors of one file are written together.
  static func commit(_ destinations: [Destination]) throws(ArrayError) {
    var tensors: [String: [String: NDArray]] = [:]
    for destination in destinations {
      if destination.isTensor {
        let name = destination.reference.tensorName ?? "result"
        tensors[destination.reference.path, default: [:]][name] = destination.array
      } else if let file = destination.file.take() {
        try file.commit()
      }
    }
    for (path, tensors) in tensors { try SafetensorsFile.write(tensors, to: path) }
  }

  /// Requires that no two results have one place.
  static func check(_ outputs: [String]) throws(Failure) {
    for (index, output) in outputs.enumerated() where outputs[..<index].contains(output) {
      throw .usage("--output \(output) is named twice: each result needs a place of its own")
    }
  }
}
