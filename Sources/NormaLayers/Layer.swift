public import NormaTracing
public import StableHLO

/// A function of one tensor, written as math, with parameters of its own.
///
/// ```swift
/// struct ScaledTanh: Layer {
///   var weight: Parameter
///   mutating func visitParameters(_ visit: ParameterVisitor) { visit("weight", &weight) }
///   func callAsFunction(_ x: Tensor) -> Tensor { (x * x.parameter(weight)).tanh() }
/// }
/// ```
///
/// A layer of several inputs or results needs only `ParameterContainer`: `trace` takes any closure.
public protocol Layer: ParameterContainer, Sendable {
  /// The layer as Swift code builds it, for messages: ``LayerNorm(1024)``.
  var spelling: String { get }
  /// The layer's math. Misuse is thrown by `trace`.
  func callAsFunction(_ x: Tensor) -> Tensor
}

extension Layer {
  /// The name of the layer's type.
  public var spelling: String { "\(Self.self)" }

  /// The layer's program for one type of input: parameters are `x`, then the layer's own in order.
  public func program(for input: TensorType, name: String = "main") throws(TracingError) -> Module {
    try trace(name: name, Input("x", input), self) { x, layer in layer(x) }
  }
}
