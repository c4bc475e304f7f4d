internal import NormaArrays

/// Rows that do not start where a cache line does.
///
/// Only whole lines are worth a store past the caches. Rows of a width that is no multiple of sixteen start anywhere,
/// so that most of them could not be streamed. A pass that only stores may work on its columns in any groups of sixteen:
/// where outputs are streamed, the groups start at the row's first line, and what is before it and after the last group is
/// done by whole vectors that overlap their neighbours, which store the same values twice.
extension CEmitter {
  /// True where the passes that store start their vectors at a line.
  var startsAtLine: Bool {
    canStream && startsAnywhere && kernel.width >= 8 * Self.lanes
      && kernel.columnOutputs.isEmpty
      && sweeps.allSatisfy { $0.stores.isEmpty || $0.reductions.isEmpty }
  }

  /// The columns before the first output's first whole line.
  func head(of outputs: [Int]) -> String {
    guard let first = outputs.first else { return "const integer head = 0;" }
    let size = kernel.outputs[first].type.byteCount
    return
      "const integer head = streams ? (integer)(-(__UINTPTR_TYPE__)y\(first)_at % \(Self.lanes * size) / \(size)) : 0;"
  }

  /// The loop of a pass that only stores, from the first line on, and what is before and after it.
  mutating func alignedLoop(_ index: Int) -> [String] {
    let (width, lanes) = (kernel.width, Self.lanes)
    var lines = ["if (head > 0) {"] + overlapping(index, at: 0).map { "  " + $0 }
    lines += ["}"] + unrolling
    lines += ["for (integer column = head; column <= \(width - lanes); column += \(lanes)) {"]
    lines += block(index, .full).map { "  " + $0 }
    lines += ["}", "if ((\(width) - head) % \(lanes) > 0) {"]
    return lines + overlapping(index, at: width - lanes).map { "  " + $0 } + ["}"]
  }

  private mutating func overlapping(_ index: Int, at column: Int) -> [String] {
    ["const integer column = \(column);"] + block(index, .overlapping(seen: 0))
  }
}
