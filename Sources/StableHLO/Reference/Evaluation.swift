internal import NormaArrays

extension Operation {
  /// The values of an operation without regions and calls, whose operands and result types keep its
  /// constraints.
  ///
  /// - Throws: `tooLarge`, or `undefined` where the operation has no meaning without its program.
  package func evaluate(
    _ operands: [TensorValue], resultTypes: [TensorType]
  ) throws(InterpreterError) -> [TensorValue] {
    for type in resultTypes where type.elementCount > MemoryLimit.elements {
      throw InterpreterError(.tooLarge(type))
    }
    if case .optimizationBarrier = self { return operands }
    guard let type = resultTypes.first, let value = evaluateOne(operands, as: type) else {
      throw InterpreterError(
        .undefined(operation: specificationName, operands: operands.map(\.type)))
    }
    return [value]
  }

  /// The one result of the operation, which is of the given type.
  private func evaluateOne(_ x: [TensorValue], as type: TensorType) -> TensorValue? {
    switch self {
    case .constant(let literal): TensorValue(literal)
    case .iota(let dimension): .iota(type, along: dimension)
    case .elementwise(let operation): .elementwise(operation, x)
    case .compare(let direction, let kind): .compare(direction, kind, x[0], x[1])
    case .select: .select(x[0], x[1], x[2])
    case .clamp: .clamp(x[0], x[1], x[2])
    case .convert: x[0].converted(to: type)
    case .bitcastConvert: x[0].bitcast(to: type)
    case .reducePrecision(let exponent, let mantissa):
      x[0].reducedPrecision(exponentBits: exponent, mantissaBits: mantissa)
    case .broadcastInDim(let dimensions): x[0].broadcast(to: type, dimensions: dimensions)
    case .reshape: x[0].reshaped(to: type)
    case .transpose(let permutation): x[0].transposed(permutation)
    case .slice(let start, _, let strides): x[0].sliced(as: type, start: start, steps: strides)
    case .dynamicSlice:
      x[0].sliced(
        as: type, start: clampedStart(x.dropFirst(), x[0].type, block: type),
        steps: Array(repeating: 1, count: type.rank))
    case .dynamicUpdateSlice:
      x[0].updated(with: x[1], at: clampedStart(x.dropFirst(2), type, block: x[1].type))
    case .pad(let low, _, let interior): x[0].padded(as: type, with: x[1], low: low, interior: interior)
    case .concatenate(let dimension): .concatenated(x, as: type, along: dimension)
    case .reduce(.named(let operation), let dimensions):
      .reduce(operation, x[0], x[1], dimensions, as: type)
    case .dotGeneral(let dimensions): .dotGeneral(x[0], x[1], dimensions, as: type)
    case .reduce(.region, _), .while, .call, .check, .optimizationBarrier: nil
    }
  }

  /// Start indices moved so that the block lies inside the operand.
  private func clampedStart(
    _ indices: ArraySlice<TensorValue>, _ operand: TensorType, block: TensorType
  ) -> [Int] {
    indices.enumerated().map { axis, index in
      let last = operand.shape[axis] - block.shape[axis]
      let start = index.integers[0]
      if start < 0 { return index.type.scalar == .ui64 ? last : 0 }
      return min(Int(start), last)
    }
  }
}
