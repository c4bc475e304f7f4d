internal import NormaArrays

extension Interpreter {
  /// A reduction: at once where the operation has a rule, else by combining neighbours pairwise.
  func reduce(
    _ reducer: Reducer, _ dimensions: [Int], _ operands: [TensorValue], _ types: [TensorType],
    _ frame: inout Frame
  ) throws(InterpreterError) -> [TensorValue] {
    for type in types where type.elementCount > MemoryLimit.elements {
      throw InterpreterError(.tooLarge(type))
    }
    switch reducer {
    case .named(let operation):
      if let result = TensorValue.reduce(operation, operands[0], operands[1], dimensions, as: types[0]) {
        return [result]
      }
      return try reduceByPairs(operands, dimensions, types) { left, right throws(InterpreterError) in
        let type = left[0].type
        return try Operation.elementwise(operation).evaluate([left[0], right[0]], resultTypes: [type])
      }
    case .region(let region):
      let elementwise = region.isElementwise(frame.function)
      return try reduceByPairs(operands, dimensions, types) { left, right throws(InterpreterError) in
        elementwise
          ? try runElementwise(region, left + right, frame)
          : try runOnEach(region, left + right, &frame)
      }
    }
  }

  /// Combines neighbouring elements, then neighbouring results, until one is left; the initial value
  /// stands before them all.
  ///
  /// The specification leaves the tree open but for the order of its leaves, which is kept.
  private func reduceByPairs(
    _ operands: [TensorValue], _ dimensions: [Int], _ types: [TensorType],
    combine: ([TensorValue], [TensorValue]) throws(InterpreterError) -> [TensorValue]
  ) throws(InterpreterError) -> [TensorValue] {
    let count = operands.count / 2
    var level = operands.prefix(count).map { $0.lined(up: dimensions) }
    let initial = zip(operands.suffix(count), level).map { value, lines in
      value.repeated(as: value.type.with(shape: [lines.type.shape[0], 1]))
    }
    var length = level[0].type.shape[1]
    while length > 1 {
      let pairs = length / 2 * 2
      let left = level.map { $0.column(stride(from: 0, to: pairs, by: 2)) }
      let right = level.map { $0.column(stride(from: 1, to: pairs, by: 2)) }
      let rest = level.map { $0.column(pairs..<length) }
      level = zip(try combine(left, right), rest).map { $0.joined(with: $1) }
      length = level[0].type.shape[1]
    }
    let results = length == 0 ? initial : try combine(initial, level)
    return zip(results, types).map { $0.reshaped(to: $1) }
  }

  /// Runs a region of element-wise operations on all elements at once.
  private func runElementwise(
    _ region: Region, _ arguments: [TensorValue], _ frame: Frame
  ) throws(InterpreterError) -> [TensorValue] {
    var inner = frame
    let shape = arguments[0].type.shape
    inner.bind(region.parameters, arguments)
    for instruction in region.instructions {
      let operands = try inner.values(of: instruction.operands).map { $0.lifted(to: shape) }
      let types = instruction.results.map { inner.function.type(of: $0).with(shape: shape) }
      inner.bind(instruction.results, try instruction.operation.evaluateLifted(operands, types))
    }
    return try inner.values(of: region.results).map { $0.lifted(to: shape) }
  }

  /// Runs a region on the elements one after the other.
  private func runOnEach(
    _ region: Region, _ arguments: [TensorValue], _ frame: inout Frame
  ) throws(InterpreterError) -> [TensorValue] {
    let type = arguments[0].type
    var bits: [[UInt64]] = Array(repeating: [], count: region.results.count)
    let patterns = arguments.map(\.bits)
    for position in 0..<type.elementCount {
      let scalars = zip(arguments, patterns).map {
        TensorValue(TensorType($0.type.scalar, []), bits: [$1[position]])
      }
      for (index, result) in try run(region, scalars, &frame).enumerated() {
        bits[index] += result.bits
      }
    }
    return zip(region.results, bits).map { value, bits in
      TensorValue(frame.function.type(of: value).with(shape: type.shape), bits: bits)
    }
  }
}

// MARK: - Regions of element-wise operations

extension Region {
  /// Whether the region treats scalars only, each operation of which means the same on each element
  /// of a tensor.
  fileprivate func isElementwise(_ function: Function) -> Bool {
    instructions.allSatisfy { instruction in
      instruction.operation.isElementwiseOnScalars
        && (instruction.operands + instruction.results).allSatisfy { function.type(of: $0).rank == 0 }
    } && results.allSatisfy { function.type(of: $0).rank == 0 }
  }
}

extension Operation {
  /// Whether the operation, given scalars, does to each element of tensors what it does to scalars.
  fileprivate var isElementwiseOnScalars: Bool {
    switch self {
    case .constant, .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert,
      .reducePrecision, .broadcastInDim, .reshape, .transpose:
      true
    case .iota, .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral,
      .while, .call, .check, .optimizationBarrier:
      false
    }
  }

  /// The operation on scalars, done to all elements of tensors at once.
  fileprivate func evaluateLifted(
    _ operands: [TensorValue], _ types: [TensorType]
  ) throws(InterpreterError) -> [TensorValue] {
    switch self {
    case .constant(let literal): [TensorValue(literal).lifted(to: types[0].shape)]
    case .broadcastInDim, .reshape, .transpose: operands
    case .elementwise, .compare, .select, .clamp, .convert, .bitcastConvert, .reducePrecision, .iota,
      .slice, .dynamicSlice, .dynamicUpdateSlice, .pad, .concatenate, .reduce, .dotGeneral, .while,
      .call, .check, .optimizationBarrier:
      try evaluate(operands, resultTypes: types)
    }
  }
}

// MARK: - Lines of elements to be combined

extension TensorValue {
  /// The elements as outputs x length: the reduced axes become the second axis.
  fileprivate func lined(up dimensions: [Int]) -> TensorValue {
    let reduced = (0..<type.rank).filter { dimensions.contains($0) }
    let kept = (0..<type.rank).filter { !dimensions.contains($0) }
    let length = reduced.reduce(1) { $0 * type.shape[$1] }
    let outputs = kept.reduce(1) { $0 * type.shape[$1] }
    return transposed(kept + reduced).reshaped(to: type.with(shape: [outputs, length]))
  }

  /// Some columns of outputs x length.
  fileprivate func column(_ columns: StrideTo<Int>) -> TensorValue {
    let positions = Array(columns)
    let shape = Shape([type.shape[0], positions.count])
    return sliced(as: type.with(shape: shape), start: [0, positions.first ?? 0], steps: [1, 2])
  }

  /// A range of columns of outputs x length.
  fileprivate func column(_ columns: Range<Int>) -> TensorValue {
    let shape = Shape([type.shape[0], columns.count])
    return sliced(as: type.with(shape: shape), start: [0, columns.lowerBound], steps: [1, 1])
  }

  /// The columns of both, one after the other.
  fileprivate func joined(with other: TensorValue) -> TensorValue {
    let shape = Shape([type.shape[0], type.shape[1] + other.type.shape[1]])
    return .concatenated([self, other], as: type.with(shape: shape), along: 1)
  }

  /// A scalar repeated to a shape; what has the shape stays as it is.
  fileprivate func lifted(to shape: Shape) -> TensorValue {
    type.shape == shape ? self : repeated(as: type.with(shape: shape))
  }
}
