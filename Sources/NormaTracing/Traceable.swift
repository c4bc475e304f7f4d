public import NormaArrays
public import StableHLO

/// Something `trace` can make inputs for: a type, an array of data, a layer, or an array of these.
public protocol Traceable {
  /// What the traced closure receives.
  associatedtype Traced
  /// The names and types of the inputs, in order; a name is nil where there is none.
  var inputs: [Input] { get }
  /// The value the closure receives, built from one tensor for each of `inputs`.
  func traced(with tensors: ArraySlice<Tensor>) -> Traced
}

/// What `trace` can return: a tensor, or an array of tensors.
public protocol TracedResult {
  /// The tensors, in order.
  var tensors: [Tensor] { get }
}

/// An input of a program: a type, and the name under which the program and its kernels show it.
public struct Input: Hashable, Sendable, Traceable {
  /// The name, or nil.
  public let name: String?
  /// The element type and shape.
  public let type: TensorType

  /// An input with a name and a type.
  public init(_ name: String?, _ type: TensorType) { (self.name, self.type) = (name, type) }

  /// The input itself.
  public var inputs: [Input] { [self] }
  /// The one tensor.
  public func traced(with tensors: ArraySlice<Tensor>) -> Tensor { tensors[tensors.startIndex] }
}

extension TensorType: Traceable {
  /// One input without a name.
  public var inputs: [Input] { [Input(nil, self)] }
  /// The one tensor.
  public func traced(with tensors: ArraySlice<Tensor>) -> Tensor { tensors[tensors.startIndex] }
}

extension NDArray: Traceable {
  /// One input of the array's type.
  public var inputs: [Input] { [Input(nil, TensorType(scalarType, shape))] }
  /// The one tensor.
  public func traced(with tensors: ArraySlice<Tensor>) -> Tensor { tensors[tensors.startIndex] }
}

extension Array: Traceable where Element: Traceable {
  /// The inputs of all elements.
  public var inputs: [Input] { flatMap(\.inputs) }
  /// Each element built from its share of the tensors.
  public func traced(with tensors: ArraySlice<Tensor>) -> [Element.Traced] {
    var rest = tensors
    return map { element in
      let count = element.inputs.count
      defer { rest = rest.dropFirst(count) }
      return element.traced(with: rest.prefix(count))
    }
  }
}

extension ParameterContainer {
  /// One input for each parameter.
  public var inputs: [Input] { parameters.map { Input($0.name, $0.parameter.type) } }
  /// The same layer with its parameters replaced by the inputs.
  public func traced(with tensors: ArraySlice<Tensor>) -> Self {
    var rest = tensors
    return mapParameters { parameter in
      rest.popFirst().map { Parameter($0) } ?? parameter.parameter
    }
  }
}

extension Tensor: TracedResult {
  /// The tensor itself.
  public var tensors: [Tensor] { [self] }
}

extension Array: TracedResult where Element == Tensor {
  /// The tensors of the array.
  public var tensors: [Tensor] { self }
}
