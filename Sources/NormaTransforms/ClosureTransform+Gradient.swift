internal import NormaArrays
public import NormaTracing
internal import StableHLO

/// The value of a scalar closure and its gradient in its argument, in reverse mode.
///
/// ```swift
/// let (loss, slope) = valueAndGradient(at: weight) { weight in (x * weight).square().sum(over: .all) }
/// ```
/// What the closure captures counts as constant. Nests with itself and with `vmap`. Misuse is thrown by
/// `trace`.
///
/// - Parameter argument: a floating-point tensor, or an array of them.
public func valueAndGradient<Argument: TensorGroup>(
  at argument: Argument, file: StaticString = #fileID, line: UInt = #line, of body: (Argument) -> Tensor
) -> (value: Tensor, gradient: Argument) {
  let tensors = argument.tensors
  guard !tensors.isEmpty else { return (body(argument), argument) }
  let (value, gradient) = differentiated(tensors, at: SourceLine(file: file, line: line)) { inner in
    var inner = inner[...]
    return body(argument.rebuilt(from: &inner))
  }
  var found = gradient[...]
  return (value, argument.rebuilt(from: &found))
}

/// The value of a scalar closure and its gradient in each of several arguments; see `valueAndGradient(at:)`.
public func valueAndGradient<First: TensorGroup, Second: TensorGroup, each Other: TensorGroup>(
  at first: First, _ second: Second, _ others: repeat each Other, file: StaticString = #fileID,
  line: UInt = #line, of body: (First, Second, repeat each Other) -> Tensor
) -> (value: Tensor, gradient: (First, Second, repeat each Other)) {
  var tensors = first.tensors + second.tensors
  repeat tensors += (each others).tensors
  guard !tensors.isEmpty else {
    return (body(first, second, repeat each others), (first, second, repeat each others))
  }
  let (value, gradient) = differentiated(tensors, at: SourceLine(file: file, line: line)) { inner in
    var inner = inner[...]
    return body(
      first.rebuilt(from: &inner), second.rebuilt(from: &inner), repeat (each others).rebuilt(from: &inner))
  }
  var found = gradient[...]
  return (
    value,
    (first.rebuilt(from: &found), second.rebuilt(from: &found), repeat (each others).rebuilt(from: &found))
  )
}

/// The gradient of a scalar closure in its argument; see `valueAndGradient(at:)`.
public func gradient<Argument: TensorGroup>(
  at argument: Argument, file: StaticString = #fileID, line: UInt = #line, of body: (Argument) -> Tensor
) -> Argument {
  valueAndGradient(at: argument, file: file, line: line, of: body).gradient
}

/// The gradient of a scalar closure in each of several arguments; see `valueAndGradient(at:)`.
public func gradient<First: TensorGroup, Second: TensorGroup, each Other: TensorGroup>(
  at first: First, _ second: Second, _ others: repeat each Other, file: StaticString = #fileID,
  line: UInt = #line, of body: (First, Second, repeat each Other) -> Tensor
) -> (First, Second, repeat each Other) {
  valueAndGradient(at: first, second, repeat each others, file: file, line: line, of: body).gradient
}

/// The function that gives a scalar closure's gradient at its argument; see `valueAndGradient(at:)`.
public func gradient(
  of body: @escaping (Tensor) -> Tensor, file: StaticString = #fileID, line: UInt = #line
) -> (Tensor) -> Tensor {
  { valueAndGradient(at: $0, file: file, line: line, of: body).gradient }
}

/// The value of a loss and its gradient in every floating-point parameter of a layer or model.
///
/// ```swift
/// let step = try trace(Input("x", type), model) { x, model in
///   let (loss, gradient) = valueAndGradient(of: model, at: x) { model, x in model(x).square().mean(over: .all) }
///   return (loss, gradient)
/// }
/// ```
/// - Parameters:
///   - model: a layer or model; parameters that are no inputs of the trace count as constants in it.
///   - x: the input, which counts as constant; the loss may capture others.
public func valueAndGradient<Model: ParameterContainer>(
  of model: Model, at x: Tensor, file: StaticString = #fileID, line: UInt = #line,
  loss: (Model, Tensor) -> Tensor
) -> (value: Tensor, gradient: ParameterGradient) {
  let parameters = model.parameters
  let tensors = parameters.map { x.parameter($0.parameter) }
  let places = tensors.indices.filter { tensors[$0].scalar.isFloatingPoint }
  // `x` goes along so that a model without parameters is refused in its trace.
  let (value, gradient) = differentiated(
    tensors + [x], in: places, at: SourceLine(file: file, line: line)
  ) { inner in
    loss(model.traced(with: inner.dropLast()), inner[tensors.count])
  }
  return (value, ParameterGradient(names: places.map { parameters[$0].name }, tensors: gradient))
}

/// The value of a closure over all tensors, and its gradient in those at some places, or in each.
private func differentiated(
  _ tensors: [Tensor], in places: [Int]? = nil, at source: SourceLine, _ body: ([Tensor]) -> Tensor
) -> (value: Tensor, gradient: [Tensor]) {
  let places = places ?? Array(tensors.indices)
  let transform = ClosureTransform(arguments: tensors, types: tensors.map(\.type), source: source)
  let results = transform {
    [body($0)]
  } _: { (module, _) throws(TransformError) in
    try module.valueAndGradient(withRespectTo: places, of: module.functions[0].name)
  }
  guard let results else {
    let scalar = tensors[0].type.with(shape: [])
    return (tensors[0].standIn(scalar), places.map { tensors[$0].standIn(tensors[$0].type) })
  }
  return (results[0], Array(results.dropFirst()))
}
