/// How often the turns of a pass's loop are written out.
extension CEmitter {
  /// The line before a loop over vectors; the order of additions is the loop's in any case.
  var unrolling: [String] { schedule.unroll.map { ["#pragma clang loop unroll_count(\($0))"] } ?? [] }
}
