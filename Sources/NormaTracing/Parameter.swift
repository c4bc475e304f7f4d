public import NormaArrays
public import StableHLO

/// A tensor a layer owns, such as its weight: data outside a trace, an input of the program inside.
///
/// A layer that is passed to `trace` as an argument gets its parameters as inputs; a layer that the
/// traced closure merely captures keeps them as constants.
public struct Parameter: Sendable {
  /// Where the elements are.
  private enum Content: Sendable {
    case filled(Double, TensorType)
    case uniform(UniformElements, TensorType)
    case array(NDArray)
    case traced(Tensor)
  }

  private let content: Content

  /// A parameter with the elements of an array.
  public init(_ array: NDArray) { content = .array(array) }
  /// A parameter whose elements are all one number, rounded once to the element type.
  public init(filledWith number: Double, _ scalar: ScalarType, _ shape: Shape) {
    content = .filled(number, TensorType(scalar, shape))
  }
  /// A parameter whose elements are spread evenly over -bound ..< bound, the same for the same seed, as linear
  /// layers start from; the elements are made when they are read.
  public init(uniformWithin bound: Double, seed: UInt64, _ scalar: ScalarType, _ shape: Shape) {
    content = .uniform(UniformElements(bound: bound, seed: seed), TensorType(scalar, shape))
  }
  /// A parameter that is an input of a program.
  package init(_ tensor: Tensor) { content = .traced(tensor) }

  /// The element type and shape.
  public var type: TensorType {
    switch content {
    case .filled(_, let type), .uniform(_, let type): type
    case .array(let array): TensorType(array.scalarType, array.shape)
    case .traced(let tensor): tensor.type
    }
  }

  /// The elements, or nil for an input of a program, which has none yet.
  public var array: NDArray? {
    switch content {
    case .filled(let number, let type):
      NDArray(repeating: number, shape: type.shape).converted(to: type.scalar)
    case .uniform(let elements, let type): elements.array(type)
    case .array(let array): array
    case .traced: nil
    }
  }

  /// The parameter in the trace of a tensor: the input it became, or else a constant.
  fileprivate func tensor(beside x: Tensor) -> Tensor {
    switch content {
    case .filled(let number, let type): x.constant(number, type: type)
    case .uniform(let elements, let type): x.constant(elements.array(type))
    case .array(let array): x.constant(array)
    case .traced(let tensor): tensor
    }
  }
}

extension Tensor {
  /// A layer's parameter as a tensor of this tensor's trace, in the parameter's own element type.
  public func parameter(_ parameter: Parameter) -> Tensor { parameter.tensor(beside: self) }

  /// The elements of an array as a constant in the trace of this tensor.
  fileprivate func constant(_ array: NDArray) -> Tensor {
    constant(Literal(TensorType(array.scalarType, array.shape), .dense(array.rowMajorBytes)))
  }
}
