internal import NormaArrays
internal import NormaKernels
internal import StableHLO

/// The caller's memory for one run: arguments, how far their rows stand apart, and results.
@unsafe package struct Call {
  var arguments: UnsafeBufferPointer<UnsafeRawPointer>
  /// Bytes from row to row of each argument; 0 for densely packed.
  var argumentRowStrides: UnsafeBufferPointer<Int>
  var results: UnsafeBufferPointer<UnsafeMutableRawPointer>
  /// True where the results' memory has been taken for this run.
  var resultsAreNew = false
}

extension Executable {
  /// Runs the steps on a caller's memory. Allocates nothing if every step is a kernel and a
  /// workspace is idle.
  package func run(_ call: Call) throws(ExecutionError) {
    let workspace = pool.take()
    defer { pool.giveBack(workspace) }
    for step in steps {
      switch step {
      case .kernel(let kernel): unsafe run(kernel, call, workspace)
      case .movement(let movement, let operands, let result):
        unsafe movement.run(
          operands: operands.map { unsafe UnsafeRawPointer(address($0, call, workspace)) },
          result: address(result, call, workspace))
      case .product(let product):
        let scratch = product.scratch.take()
        unsafe product.product.run(
          left: address(product.left, call, workspace), right: address(product.right, call, workspace),
          result: address(product.result, call, workspace), scratch: scratch.arena, on: parallelism)
        product.scratch.giveBack(scratch)
      case .interpreted(let step): unsafe try run(step, call, workspace)
      }
    }
    for (place, result) in copies {
      let source = unsafe address(place, call, workspace)
      unsafe call.results[result].copyMemory(from: source, byteCount: resultTypes[result].byteCount)
    }
  }

  /// The address of a place's first element.
  private func address(_ place: Place, _ call: Call, _ workspace: Workspace) -> UnsafeMutableRawPointer {
    switch place {
    case .argument(let index): unsafe UnsafeMutableRawPointer(mutating: call.arguments[index])
    case .result(let index): unsafe call.results[index]
    case .arena(let offset): unsafe workspace.arena + offset
    case .constant(let index): unsafe UnsafeMutableRawPointer(mutating: constants[index].baseAddress)
    }
  }

  // MARK: - Steps

  private func run(_ kernel: CompiledKernel, _ call: Call, _ workspace: Workspace) {
    for index in kernel.places.indices {
      unsafe workspace.operands[index] = address(kernel.places[index], call, workspace)
      unsafe workspace.strides[index] = kernel.rowStrides[index]
      if case .argument(let argument) = kernel.places[index], kernel.isElement[index],
        unsafe call.argumentRowStrides[argument] != 0
      {
        unsafe workspace.strides[index] = Int64(call.argumentRowStrides[argument])
      }
    }
    unsafe kernel.run(kernel.tasks, in: workspace, on: parallelism, resultsAreNew: call.resultsAreNew)
    if !kernel.columns.isEmpty { unsafe combineColumns(of: kernel, call, workspace) }
  }

  /// Combines what the chunks of rows left. The operands' list is used again, for partial results and results.
  private func combineColumns(of kernel: CompiledKernel, _ call: Call, _ workspace: Workspace) {
    let count = kernel.columns.count
    for (index, column) in kernel.columns.enumerated() {
      unsafe workspace.operands[index] = address(kernel.places[column.operand], call, workspace)
      unsafe workspace.operands[count + index] = address(column.result, call, workspace)
    }
    unsafe kernel.sizes.kernel(rows: kernel.tasks, bytesPerRow: kernel.bytesPerTask).combineColumns(
      partials: workspace.operands, results: workspace.operands + count,
      chunks: kernel.chunks, width: kernel.width,
      on: parallelism)
  }

  private func run(_ step: InterpretedStep, _ call: Call, _ workspace: Workspace) throws(ExecutionError) {
    let operands = step.operands.map { operand in
      let start = unsafe UnsafeRawPointer(address(operand.place, call, workspace))
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: operand.type.byteCount)
      return unsafe NDArray(copying: bytes, as: operand.type.scalar, shape: operand.type.shape)
    }
    do throws(InterpreterError) {
      for (array, result) in zip(try step.interpreter.run("main", operands), step.results) {
        unsafe array.copyElements(to: address(result.place, call, workspace))
      }
    } catch {
      throw ExecutionError(.interpreter(error))
    }
  }
}
