public import NormaArrays
internal import NormaKernels
internal import StableHLO

extension Executable {
  /// Runs the program on arrays and gives new ones.
  ///
  /// Arguments may be strided views: rows that stand apart are read in place where the kernels allow
  /// it, and copied together first where they do not.
  /// - Throws: `ExecutionError` where an argument does not fit, or a step fails.
  public func callAsFunction(_ arguments: [NDArray]) throws(ExecutionError) -> [NDArray] {
    guard engine != .interpreter else {
      try check(arguments, argumentTypes, role: "argument")
      return try interpreted(arguments)
    }
    let results = resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    try run(arguments, into: results, areNew: true)
    return results
  }

  /// Runs the program on arrays and writes its results into others, which must be the caller's alone.
  ///
  /// - Parameter areNew: True where the results' memory has been taken for this run.
  package func run(
    _ arguments: [NDArray], into results: [NDArray], areNew: Bool = false
  ) throws(ExecutionError) {
    try check(arguments, argumentTypes, role: "argument")
    try check(results, resultTypes, role: "result")
    if let xla { return try xla.run(arguments, into: results) }
    guard engine == .cpu else {
      for (source, target) in zip(try interpreted(arguments), results) {
        unsafe source.copyElements(to: target.mutableBaseAddress)
      }
      return
    }
    let isInPlace = arguments.allSatisfy(\.isContiguous)
    try runPlan(isInPlace ? arguments : readable(arguments), into: results, areNew: areNew)
  }

  /// Arguments that kernels can read: those whose rows they cannot follow are copied together.
  private func readable(_ arguments: [NDArray]) -> [NDArray] {
    arguments.enumerated().map { index, array in
      array.isContiguous || rowStride(of: array, argument: index) != nil ? array : array.copied()
    }
  }

  /// Runs the steps. What they are called with is listed on the stack.
  private func runPlan(
    _ arguments: [NDArray], into results: [NDArray], areNew: Bool
  ) throws(ExecutionError) {
    defer { withExtendedLifetime((arguments, results)) {} }
    try unsafe withList(of: arguments.count) { sources throws(ExecutionError) in
      try unsafe withList(of: arguments.count) { strides throws(ExecutionError) in
        try unsafe withList(of: results.count) { targets throws(ExecutionError) in
          for index in arguments.indices {
            unsafe sources.initializeElement(at: index, to: UnsafeRawPointer(arguments[index].baseAddress))
            let stride =
              arguments[index].isContiguous ? 0 : rowStride(of: arguments[index], argument: index) ?? 0
            unsafe strides.initializeElement(at: index, to: stride)
          }
          for index in results.indices {
            unsafe targets.initializeElement(at: index, to: results[index].mutableBaseAddress)
          }
          unsafe try run(
            Call(
              arguments: UnsafeBufferPointer(sources), argumentRowStrides: UnsafeBufferPointer(strides),
              results: UnsafeBufferPointer(targets), resultsAreNew: areNew))
        }
      }
    }
  }

  /// Lends room on the stack for so many values that need no clearing up.
  private func withList<Element>(
    of count: Int, _ body: (UnsafeMutableBufferPointer<Element>) throws(ExecutionError) -> Void
  ) throws(ExecutionError) {
    unsafe try withUnsafeTemporaryAllocation(of: Element.self, capacity: count, body)
  }

  private func interpreted(_ arguments: [NDArray]) throws(ExecutionError) -> [NDArray] {
    do throws(InterpreterError) { return try interpreter.run("main", arguments) } catch {
      throw ExecutionError(.interpreter(error))
    }
  }

  private func check(_ arrays: [NDArray], _ types: [TensorType], role: String) throws(ExecutionError) {
    guard arrays.count == types.count else {
      throw ExecutionError(.count(role: role, expected: types.count, found: arrays.count))
    }
    for index in arrays.indices
    where arrays[index].scalarType != types[index].scalar || arrays[index].shape != types[index].shape {
      let found = TensorType(arrays[index].scalarType, arrays[index].shape)
      throw ExecutionError(.type(role: role, index: index, expected: types[index], found: found))
    }
  }

  /// Bytes between the rows of a strided argument, where every kernel that reads it can follow them:
  /// elements of a row stand side by side, and one stride leads from each row to the next.
  private func rowStride(of array: NDArray, argument: Int) -> Int? {
    guard let width = rowWidth(ofArgument: argument) else { return nil }
    guard let stride = array.rowStride(width: width), stride > 0 else { return nil }
    return stride * array.scalarType.byteCount
  }

  /// The width of the rows that kernels read an argument in, or nil where anything else reads it.
  private func rowWidth(ofArgument index: Int) -> Int? {
    var width: Int?
    for step in steps where step.reads(.argument(index)) {
      guard case .kernel(let kernel) = step else { return nil }
      for (place, isElement) in zip(kernel.places, kernel.isElement) where place == .argument(index) {
        guard isElement, width == nil || width == kernel.elementsPerStride else { return nil }
        width = kernel.elementsPerStride
      }
    }
    return copies.contains { $0.from == .argument(index) } ? nil : width
  }
}

extension CompiledStep {
  /// True where the step reads a place.
  fileprivate func reads(_ place: Place) -> Bool {
    switch self {
    case .kernel(let kernel): kernel.places.contains(place)
    case .product(let product): product.left == place || product.right == place
    case .movement(_, let operands, _): operands.contains(place)
    case .interpreted(let step): step.operands.contains { $0.place == place }
    }
  }
}

extension NDArray {
  /// Elements between rows of `width`, if the array is rows of consecutive elements at one stride.
  fileprivate func rowStride(width: Int) -> Int? {
    var (inner, axis, expected) = (1, shape.rank - 1, 1)
    while axis >= 0, inner < width {
      guard shape[axis] == 1 || strides[axis] == expected else { return nil }
      inner *= shape[axis]
      expected *= shape[axis]
      axis -= 1
    }
    guard inner == width else { return nil }
    let outer = (0...max(axis, 0)).reversed().filter { $0 <= axis && shape[$0] != 1 }
    guard let nearest = outer.first else { return width }
    var next = strides[nearest]
    for axis in outer {
      guard strides[axis] == next else { return nil }
      next *= shape[axis]
    }
    return strides[nearest]
  }
}
