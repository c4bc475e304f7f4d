internal import NormaArrays

/// A program that XLA has compiled, ready to run on a device.
///
/// A class because it owns the plugin's executable, and destroys it. It may run on several threads at once.
final class LoadedProgram: Sendable {
  private let client: XLAClient
  private let handle: UInt
  private let resultCount: Int

  /// Compiles StableHLO text.
  ///
  /// - Parameter resultCount: The number of results that `@main` has.
  init(compiling text: String, resultCount: Int, on client: XLAClient) throws(XLAError) {
    var memory = CallMemory()
    let (code, format) = (memory.text(Array(text.utf8)), memory.text(Array("mlir".utf8)))
    let program = memory.address(ofFields: [code.address, code.count, format.address, format.count])
    let options = memory.text(CompileOptions.bytes)
    // Client, program, options and their length; the executable.
    let fields = [client.handle, program, options.address, options.count, 0]
    handle = try client.plugin.call(.compile, fields, in: &memory)[4]
    (self.client, self.resultCount) = (client, resultCount)
    try checkResultCount()
  }

  deinit { client.plugin.destroy(handle, .destroyLoadedExecutable) }

  /// The plugin writes as many results as the executable has: never more than there is room for.
  private func checkResultCount() throws(XLAError) {
    let executable = try client.plugin.call(.executableOfLoaded, [handle, 0])[1]
    defer { client.plugin.destroy(executable, .destroyExecutable) }
    let found = Int(try client.plugin.call(.resultCount, [executable, 0])[1])
    guard found == resultCount else { throw XLAError(.resultCount(expected: resultCount, found: found)) }
  }

  /// Runs on arrays and writes the results into others, densely packed and of the program's types.
  func run(_ arguments: [NDArray], into results: [NDArray]) throws(XLAError) {
    let inputs = try arguments.map { (array) throws(XLAError) in try DeviceBuffer(array, on: client) }
    let outputs = try execute(inputs)
    for (output, result) in zip(outputs, results) { try output.copy(into: result) }
  }

  private func execute(_ inputs: [DeviceBuffer]) throws(XLAError) -> [DeviceBuffer] {
    defer { withExtendedLifetime(inputs) {} }
    var memory = CallMemory()
    let outputs = memory.address(of: Array(repeating: 0, count: resultCount))
    let done = memory.address(of: [0])
    // One device: each list of lists has one entry.
    let lists = [memory.address(of: inputs.map(\.handle)), outputs].map { memory.address(of: [$0]) }
    // Executable, options; arguments, their lists' number and length; results, events, and no other device.
    let options = options(inputCount: inputs.count, in: &memory)
    try client.plugin.call(
      .execute, [handle, options, lists[0], 1, UInt(inputs.count), lists[1], done, 0], in: &memory)
    let buffers = memory.words(at: outputs, count: resultCount).map { DeviceBuffer(owning: $0, of: client) }
    try client.plugin.wait(for: memory.words(at: done, count: 1)[0])
    return buffers
  }

  /// The options of a run: no argument may be overwritten by a result, even where the program would allow it.
  private func options(inputCount: Int, in memory: inout CallMemory) -> UInt {
    let kept = memory.address(of: (0..<inputCount).map { UInt($0) })
    // Four words of callbacks and a launch's number; the arguments to be kept and their count; a context,
    // the caller's location, and the three words of a run over several tasks.
    return memory.address(ofFields: [0, 0, 0, 0, 0, kept, UInt(inputCount), 0, 0, 0, 0, 0])
  }
}
