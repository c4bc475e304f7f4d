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
        oncePerLine(input, columns) + "__builtin_prefetch(\(x(input))_at + column + \(readsAhead));"
      }
    }
    guard let prefetch = schedule.prefetch, let lines = lines(askedBy: index, prefetch.pass) else {
      return []
    }
    if together != .one, schedule.pairs == .whereCached { return [] }
    let distance = prefetch.distance * together.count
    let rows = distance == 1 ? "" : "\(distance) * "
    return kernel.inputs.indices.filter { kernel.inputs[$0].layout == .element }.compactMap { input in
      guard let condition = condition(of: lines, input, inPass: index, columns) else { return nil }
      let place = "(const char *)(\(x(input))_at + column) + \(rows)row_strides[\(input)]"
      return "\(condition)if (streams) __builtin_prefetch(\(place));"
    }
  }

  /// The cache lines of a row that a pass asks for.
  private enum Lines {
    case all
    /// Every so many, from one of the first on.
    case turn(Int, of: Int)
    /// Every fourth, or the three between.
    case fourth, others
  }

  /// What a pass asks for, or nil for nothing.
  private func lines(askedBy index: Int, _ pass: Schedule.Prefetch.Pass) -> Lines? {
    let last = sweeps.count - 1
    switch pass {
    case .first: return index == 0 ? .all : nil
    case .last: return index == last ? .all : nil
    case .mostlyLast:
      if last == 0 { return .all }
      return index == 0 ? .fourth : index == last ? .others : nil
    case .allButLast:
      if last < 2 { return index == 0 ? .all : nil }
      return index < last ? .turn(index, of: last) : nil
    }
  }

  /// What the vector being worked on must be for its line to be asked for, or nil where none is.
  private func condition(of lines: Lines, _ input: Int, inPass index: Int, _ columns: Columns) -> String? {
    let vectors = vectorsPerLine(input)
    let once = oncePerLine(input, columns)
    switch lines {
    case .all: return once
    case .fourth: return once + "if (column / \(vectors * Self.lanes) % 4 == 3) "
    case .others: return once + "if (column / \(vectors * Self.lanes) % 4 != 3) "
    case .turn(let number, let count):
      let turns = min(count, max(1, vectorsPerGroup(index) / vectors))
      guard case .part = columns, number < turns else { return nil }
      return turns == 1 ? once : "if (part % \(vectors * turns) == \(number * vectors)) "
    }
  }

  /// What the vector being worked on must be to be the first of its line, where several lie in one.
  private func oncePerLine(_ input: Int, _ columns: Columns) -> String {
    guard case .part = columns, vectorsPerLine(input) > 1 else { return "" }
    return "if (part % \(vectorsPerLine(input)) == 0) "
  }

  /// Vectors of an input that lie in one cache line.
  private func vectorsPerLine(_ input: Int) -> Int {
    max(1, 64 / (Self.lanes * kernel.inputs[input].type.byteCount))
  }
}
