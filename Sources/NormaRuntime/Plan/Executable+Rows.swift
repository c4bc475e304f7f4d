package import NormaArrays
internal import NormaKernels
internal import StableHLO

extension Executable {
  /// True where the whole program is one kernel, which runs on any number of rows.
  package var isSingleKernel: Bool {
    guard steps.count == 1, copies.isEmpty, case .kernel = steps[0] else { return false }
    return true
  }

  /// Runs a program of one row-wise argument and parameters on another number of rows than it was traced
  /// for. Allocates nothing.
  ///
  /// - Precondition: `isSingleKernel`.
  package func run(
    _ source: UnsafeRawPointer, parameters: [NDArray], into target: UnsafeMutableRawPointer, rows: Int
  ) {
    guard isSingleKernel, case .kernel(let kernel) = steps[0] else {
      preconditionFailure("only a single kernel runs on another number of rows")
    }
    let workspace = pool.take()
    defer { pool.giveBack(workspace) }
    for index in kernel.places.indices {
      unsafe workspace.strides[index] = kernel.rowStrides[index]
      switch kernel.places[index] {
      case .argument(0): unsafe workspace.operands[index] = UnsafeMutableRawPointer(mutating: source)
      case .argument(let argument):
        unsafe workspace.operands[index] = UnsafeMutableRawPointer(
          mutating: parameters[argument - 1].baseAddress)
      case .constant(let constant):
        unsafe workspace.operands[index] = UnsafeMutableRawPointer(mutating: constants[constant].baseAddress)
      case .result: unsafe workspace.operands[index] = target
      case .arena(let offset): unsafe workspace.operands[index] = workspace.arena + offset
      }
    }
    unsafe kernel.kernel.call(
      operands: workspace.operands, rowStrides: workspace.strides, rows: rows,
      bytesPerRow: kernel.bytesPerRow, on: parallelism)
    withExtendedLifetime(parameters) {}
  }
}
