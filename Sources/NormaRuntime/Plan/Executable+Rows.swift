package import NormaArrays
internal import NormaKernels
internal import StableHLO

extension Executable {
  /// Rows of the kernel, or tiles of rows that interleave, that make one row of the program, where the program is one kernel and treats rows
  /// apart, so that it runs on any number of them; else nil.
  ///
  /// - Parameter rows: How many rows the program was traced for, at least two: what differs from row to row
  ///   is told from what all rows share by its layout.
  package func kernelRows(perRowOf rows: Int) -> Int? {
    guard steps.count == 1, copies.isEmpty, case .kernel(let kernel) = steps[0], kernel.strides % rows == 0,
      kernel.columns.isEmpty
    else { return nil }
    let areApart = kernel.places.indices.allSatisfy { index in
      switch kernel.places[index] {
      case .argument(0), .result: kernel.rowStrides[index] != 0
      case .argument, .constant: kernel.rowStrides[index] == 0
      case .arena: false
      }
    }
    return areApart ? kernel.tasks / rows : nil
  }

  /// Runs a program that is one kernel on another number of rows than it was traced for: one row-wise
  /// argument, parameters, one result. Allocates nothing.
  ///
  /// - Parameter kernelRows: The rows times `kernelRows(perRowOf:)`, which is not nil.
  package func run(
    _ source: UnsafeRawPointer, parameters: [NDArray], into target: UnsafeMutableRawPointer, kernelRows: Int
  ) {
    guard case .kernel(let kernel) = steps[0] else {
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
    kernel.run(kernelRows, in: workspace, on: parallelism)
    withExtendedLifetime(parameters) {}
  }
}
