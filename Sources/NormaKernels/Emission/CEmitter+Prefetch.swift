internal import NormaArrays

/// Rows to come, asked for while another is worked on.
extension CEmitter {
  /// Asks for the same columns of a row to come, or for what comes in a wide one and in what such rows share; beyond the last
  /// row a prefetch does nothing.
  ///
  /// Only rows that come from memory are asked for, which is where not all rows stay in the last cache together: nearer ones are
  /// found by the processor, and asking costs half as much again as a copy (1024 x 1024 f32, RMSNorm: 7.5 cycles for sixteen
  /// elements instead of 4.5). Where several passes share the asking, each takes its turn of the cache lines, so that memory has work throughout.
  func prefetches(inPass index: Int, _ columns: Columns) -> [String] {
    if let readsAhead {
      return inputs(ofPass: index).filter { kernel.inputs[$0].layout.variesAlongRow }.map { input in
        let text = "__builtin_prefetch(\(x(input))_at + column + \(readsAhead));"
        guard case .part = columns, vectorsPerLine(input) > 1 else { return text }
        return "if (part % \(vectorsPerLine(input)) == 0) \(text)"
      }
    }
    guard let prefetch = schedule.prefetch, let turn = turn(of: index, prefetch.pass) else { return [] }
    if together != .one, schedule.pairs == .whereCached { return [] }
    let distance = prefetch.distance * together.count
    let rows = distance == 1 ? "" : "\(distance) * "
    return kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.compactMap { input in
      let text =
        "if (streams) __builtin_prefetch((const char *)(\(x(input))_at + column) + \(rows)row_strides[\(input)]);"
      guard case .part = columns else { return turn.of == 1 ? text : nil }
      let vectors = vectorsPerLine(input)
      let lines = max(1, vectorsPerGroup(index) / vectors)
      let period = vectors * min(turn.of, lines)
      guard turn.number < min(turn.of, lines) else { return nil }
      return period == 1 ? text : "if (part % \(period) == \(turn.number * vectors)) \(text)"
    }
  }

  /// Vectors of an input that lie in one cache line.
  private func vectorsPerLine(_ input: Int) -> Int {
    max(1, 64 / (Self.lanes * kernel.inputs[input].type.byteCount))
  }

  /// Which turn a pass takes, of how many; nil for passes that do not ask.
  func turn(of index: Int, _ pass: Schedule.Prefetch.Pass) -> (number: Int, of: Int)? {
    let last = sweeps.count - 1
    switch pass {
    case .first: return index == 0 ? (0, 1) : nil
    case .last: return index == last ? (0, 1) : nil
    case .allButLast: return index < max(1, last) ? (index, max(1, last)) : nil
    }
  }
}
