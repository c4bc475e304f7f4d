internal import NormaMeasurement

/// What `norma latency` found, in seconds.
struct LatencyReport: Encodable {
  let version = Norma.version
  let layer: String, width: Int, dtype: String
  let kernelSeconds: Double, callSeconds: Double, overheadSeconds: Double
  let firstCompileSeconds: Double, fromDiskSeconds: Double, tracedAgainSeconds: Double,
    fromMemorySeconds: Double

  init(layer: String, width: Int, dtype: String, call: CallCost, start: ColdStart) {
    (self.layer, self.width, self.dtype) = (layer, width, dtype)
    (kernelSeconds, callSeconds, overheadSeconds) = (call.kernel, call.call, call.overhead)
    (firstCompileSeconds, fromDiskSeconds) = (start.first, start.fromDisk)
    (tracedAgainSeconds, fromMemorySeconds) = (start.tracedAgain, start.fromMemory)
  }

  /// The report for people.
  var text: String {
    var table = Table()
    table.add("kernel", Figure.seconds(kernelSeconds), "its C function alone, on one row")
    table.add("call", Figure.seconds(callSeconds), "the compiled layer, on the caller's memory")
    table.add(
      "difference", Figure.seconds(overheadSeconds), "of calls that take turns; at most 300 ns wanted")
    table.add("compiled first", Figure.seconds(firstCompileSeconds), "no kernel kept; at most 200 ms wanted")
    table.add(
      "from disk", Figure.seconds(fromDiskSeconds), "the kernel kept in a folder; at most 3 ms wanted")
    table.add(
      "from memory", Figure.seconds(fromMemorySeconds),
      "a program that this process has compiled; at most 5 us wanted")
    table.add("traced again", Figure.seconds(tracedAgainSeconds), "a layer whose program it has compiled")
    return "\(layer), a row of \(width) \(dtype), medians:\n" + table.text()
  }
}
