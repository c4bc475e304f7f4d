package import NormaArrays

/// A program that is one kernel which treats rows apart, ready to be called on any number of rows.
///
/// A call on few rows has nothing to do but to fill in two pointers in a list on the stack: no lock, no memory, no
/// reference is counted on the way. A class because it owns the lists.
@safe package final class RowFunction: @unchecked Sendable {
  private let executable: Executable
  private let parameters: [NDArray]
  /// Rows of the kernel, or tiles of rows that interleave, for each row of the program.
  private let tasksPerRow: Int
  /// Tasks that stay on the caller's thread and within the caches.
  private let nearTasks: Int
  private let kernel: LoadedKernel
  /// The kernel's operands, but for the rows and their results, and the distances between rows.
  private let operands: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private let strides: UnsafeMutablePointer<Int64>
  private let source: Int, target: Int

  /// Operands of a call whose list fits the stack; calls of kernels with more go the way of many rows.
  private static let mostOperands = 16

  /// - Parameters:
  ///   - rows: How many rows the program was traced for; see `Executable.kernelRows(perRowOf:)`.
  ///   - parameters: The arguments after the first, row-major; they stay as they are.
  /// - Returns: nil where the program is no such kernel.
  package init?(_ executable: Executable, tracedForRows rows: Int, parameters: [NDArray]) {
    guard let tasksPerRow = executable.kernelRows(perRowOf: rows),
      case .kernel(let kernel) = executable.steps[0],
      let source = kernel.places.firstIndex(of: .argument(0)),
      let target = kernel.places.firstIndex(of: .result(0))
    else { return nil }
    (self.executable, self.parameters, self.tasksPerRow) = (executable, parameters, tasksPerRow)
    (self.source, self.target) = (source, target)
    self.kernel = kernel.sizes.withinCaches
    let isDirect =
      kernel.segmented == nil && kernel.places.count <= Self.mostOperands
      && kernel.places.count(where: { $0 == .argument(0) || $0 == .result(0) }) == 2
    nearTasks = isDirect ? executable.parallelism.nearTasks(bytesPerTask: kernel.bytesPerTask) : 0
    unsafe operands = .allocate(capacity: Self.mostOperands)
    unsafe operands.initialize(repeating: nil, count: Self.mostOperands)
    unsafe strides = .allocate(capacity: kernel.places.count)
    for (index, place) in kernel.places.enumerated() {
      unsafe strides[index] = kernel.rowStrides[index]
      guard index < Self.mostOperands else { continue }
      switch place {
      case .argument(let argument) where argument > 0:
        unsafe operands[index] = UnsafeMutableRawPointer(mutating: parameters[argument - 1].baseAddress)
      case .constant(let constant):
        unsafe operands[index] = UnsafeMutableRawPointer(mutating: executable.constants[constant].baseAddress)
      case .argument, .result, .arena: break
      }
    }
  }

  deinit {
    unsafe operands.deallocate()
    unsafe strides.deallocate()
  }

  /// Computes so many rows, densely packed. May run on several threads at once.
  package func callAsFunction(_ source: UnsafeRawPointer, into target: UnsafeMutableRawPointer, rows: Int) {
    let tasks = rows * tasksPerRow
    guard tasks <= nearTasks else {
      return unsafe executable.run(source, parameters: parameters, into: target, kernelRows: tasks)
    }
    unsafe withKernel(source, target) { kernel, operands, strides in
      unsafe kernel.call(operands: operands, rowStrides: strides, firstRow: 0, endRow: tasks)
    }
  }

  /// Lends the kernel that computes few rows and the lists it is called with.
  package func withKernel(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer,
    _ body: (LoadedKernel, UnsafePointer<UnsafeMutableRawPointer?>, UnsafePointer<Int64>) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(
      of: UnsafeMutableRawPointer?.self, capacity: Self.mostOperands
    ) { list in
      guard let list = list.baseAddress else { return }
      unsafe list.initialize(from: operands, count: Self.mostOperands)
      unsafe list[self.source] = UnsafeMutableRawPointer(mutating: source)
      unsafe list[self.target] = target
      unsafe body(kernel, list, strides)
    }
  }
}

extension RowParallelism {
  /// Tasks that are not worth sharing and stay within the last cache together, so that nothing is to be decided when they
  /// are called.
  fileprivate func nearTasks(bytesPerTask: Int) -> Int {
    let bytes = max(1, bytesPerTask)
    let alone = threads == 1 ? Int.max : max(1, (Self.smallByteCount - 1) / bytes)
    return min(alone, SizeRegime.byteCount(stayingIn: Processor.current.lastCacheByteCount) / bytes)
  }
}
