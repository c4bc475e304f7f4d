public import NormaTracing

/// Tensors in a form that a transformed closure takes and returns: one tensor, or an array of them.
public protocol TensorGroup: TracedResult {
  /// The same form around other tensors, which it takes from the front of `tensors`.
  func rebuilt(from tensors: inout ArraySlice<Tensor>) -> Self
}

extension Tensor: TensorGroup {
  /// The next tensor.
  public func rebuilt(from tensors: inout ArraySlice<Tensor>) -> Tensor { tensors.popFirst() ?? self }
}

extension Array: TensorGroup where Element == Tensor {
  /// The next tensors, as many as the array has.
  public func rebuilt(from tensors: inout ArraySlice<Tensor>) -> [Tensor] {
    map { $0.rebuilt(from: &tensors) }
  }
}

/// The gradient with respect to the floating-point parameters of a layer or model, in visiting order.
public struct ParameterGradient: Sendable, TracedResult {
  /// The names of the parameters: `weight`, or `blocks.0.norm.weight` in a model.
  public let names: [String]
  /// The gradient with respect to each, of its type.
  public let tensors: [Tensor]

  /// The gradient with respect to the parameter of a name, or nil if there is none.
  public subscript(name: String) -> Tensor? { names.firstIndex(of: name).map { tensors[$0] } }
}
