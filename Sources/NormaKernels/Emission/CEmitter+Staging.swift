internal import NormaArrays

/// Rows that start anywhere, in kernels that also combine over rows.
///
/// Only whole lines are worth a store past the caches. What is combined over rows is kept by column, so that a pass cannot
/// start its vectors where a row's first line is, as `CEmitter+Streams` does: no two rows would agree on them. Instead the
/// row's results go to a buffer, a few lines at a time, and whole lines from there past the caches. What fills no line waits
/// in front of the buffer for what comes next; only what a row shares a line of with its neighbours is stored plainly.
extension CEmitter {
  /// Columns between two turns of the buffer: their lines wait for memory while the next are computed.
  private static let stagedColumns = 256

  /// Bytes of a line.
  private static let line = 64

  /// True where the passes that store do so through buffers.
  var stages: Bool {
    canStream && !kernel.columnOutputs.isEmpty && kernel.width >= 8 * Self.lanes && !isDivided
      && !kernel.isInterleaved
      && sweeps.allSatisfy { stagedOutputs(of: $0).isEmpty || $0.reductions.isEmpty }
      && sweeps.flatMap(stagedOutputs).contains {
        kernel.width * kernel.outputs[$0].type.byteCount % Self.line != 0
      }
  }

  private func stagedOutputs(of sweep: Sweep) -> [Int] {
    sweep.stores.filter { kernel.outputs[$0].layout == .element }
  }

  /// True for passes that store through buffers.
  func isStaged(_ index: Int) -> Bool { stages && !stagedOutputs(of: sweeps[index]).isEmpty }

  /// Where the vector that starts at a loop's variable is stored.
  func storePlace(_ output: Int, at variable: String) -> String {
    isStaged(currentPass) && kernel.outputs[output].layout == .element
      ? "\(y(output))_to + (\(variable) - block)" : "\(y(output))_at + \(variable)"
  }

  /// The loop of a pass that stores through buffers.
  mutating func stagedLoop(_ index: Int) -> [String] {
    let (width, size, grouped) = (kernel.width, Self.stagedColumns, grouped(index))
    let outputs = stagedOutputs(of: sweeps[index])
    let isLast = "block + \(size) >= \(width)"
    var lines = outputs.map {
      "_Alignas(\(Self.line)) \(kernel.outputs[$0].type) \(y($0))_staged[\(before($0) + size)];"
    }
    lines.append("for (integer block = 0; block < \(width); block += \(size)) {")
    var body = outputs.map {
      "\(kernel.outputs[$0].type) *const \(y($0))_to = streams ? \(y($0))_staged + \(before($0)) : \(y($0))_at + block;"
    }
    body += groups(index, from: "block", to: "(block + \(size) < \(grouped) ? block + \(size) : \(grouped))")
    if grouped < width { body += ["if (\(isLast)) {"] + remainder(index).map { "  " + $0 } + ["}"] }
    let columns = "(\(isLast) ? \(width) - block : \(size))"
    body += outputs.map {
      "if (streams) \(use(.streamStaged))((char *)(\(y($0))_at + block), (char *)\(y($0))_to, \(columns) * \(kernel.outputs[$0].type.byteCount), block == 0, \(isLast));"
    }
    return lines + body.map { "  " + $0 } + ["}"]
  }

  /// Elements in front of the buffer: those of a line that wait there, and those that a row's last vector, which may start
  /// before its block, has once more.
  private func before(_ output: Int) -> Int {
    max(Self.line / kernel.outputs[output].type.byteCount, Self.lanes)
  }
}

extension CFunction {
  /// Writes the whole lines of a part of a row past the caches. The line that it ends in waits in the 64 bytes before
  /// `from`, where the next part finds it; the first and the last part write what is left of theirs plainly.
  static let streamStaged = CFunction(
    name: "stream_staged", uses: [streamingStore],
    text: """
      typedef char line __attribute__((vector_size(64), may_alias));
      static inline void stream_staged(char *to, char *from, integer count, int is_first, int is_last) {
        const integer before = (integer)((__UINTPTR_TYPE__)to % 64);
        integer at = is_first ? (64 - before) % 64 : -before;
        if (is_first) __builtin_memcpy(to, from, at);
        for (; at + 64 <= count; at += 64) {
          line whole;
          __builtin_memcpy(&whole, from + at, 64);
          store_past_caches(whole, (line *)(to + at));
        }
        if (is_last) __builtin_memcpy(to + at, from + at, count - at);
        else __builtin_memcpy(from - 64, from + count - 64, 64);
      }
      """)
}
