internal import NormaArrays
public import NormaTracing
public import StableHLO

/// A function of tensors of one type, written as math, with parameters of its own: a layer and what stands around it
/// in a model, to be run in one pass over memory.
///
/// ```swift
/// struct Gated: Block {
///   var norm = RMSNorm(512)
///   var inputNames: [String] { ["x", "gate"] }
///   mutating func visitParameters(_ visit: ParameterVisitor) { visit("norm", &norm) }
///   func results(of inputs: [Tensor]) -> [Tensor] { [norm(inputs[0]) * inputs[1].logistic()] }
/// }
/// ```
public protocol Block: ParameterContainer, Sendable {
  /// The block as Swift code builds it, for messages: ``AddNorm(RMSNorm(1024))``.
  var spelling: String { get }
  /// The names of the inputs, in order.
  var inputNames: [String] { get }
  /// The block's math: its results for a tensor for each of the names. Misuse is thrown by `trace`.
  func results(of inputs: [Tensor]) -> [Tensor]
}

extension Block {
  /// The name of the block's type.
  public var spelling: String { "\(Self.self)" }

  /// The block's program for inputs of one type: parameters are the inputs, then the block's own in order.
  public func program(for input: TensorType, name: String = "main") throws(TracingError) -> Module {
    try trace(name: name, inputNames.map { Input($0, input) }, self) { inputs, block in
      block.results(of: inputs)
    }
  }
}
