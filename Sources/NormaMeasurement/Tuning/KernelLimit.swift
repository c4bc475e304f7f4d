internal import NormaArrays
internal import NormaKernels
internal import NormaRuntime

/// What no kernel that moves as many bytes can beat, on the same threads.
enum KernelLimit {
  /// Copies of as many bytes; for a kernel that reads twice what it writes, as a backward does, sums of two arrays.
  static func candidates(
    for step: KernelStep, _ threads: RowParallelism, _ cache: KernelCache
  ) -> [(name: String, run: () -> Void)] {
    let traffic = step.kernel.traffic(rows: step.rows)
    let streams = step.kernel.inputs.count { $0.layout == .element }
    if streams > 1, 4 * traffic.bytesRead >= 7 * traffic.bytesWritten {
      return SumLimit(byteCount: traffic.bytes / 3, threads: threads, cache: cache).candidates()
    }
    return CopyLimit(byteCount: traffic.bytes / 2, threads: threads, cache: cache).candidates()
  }
}
