public import NormaTracing

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
/// What takes several tensors, or gives several, is a ``Block``.
public protocol Layer: Block {
  /// The layer's math. Misuse is thrown by `trace`.
  func callAsFunction(_ x: Tensor) -> Tensor
}

extension Layer {
  /// `x`.
  public var inputNames: [String] { ["x"] }

  /// The layer's one result.
  public func results(of inputs: [Tensor]) -> [Tensor] { inputs.map { self($0) } }
}
