internal import NormaArrays
internal import StableHLO

/// Values combined over rows that interleave: each tile adds its rows in f64, sixteen at a time, and leaves one
/// partial result for each column. Tiles depend on the kernel alone, so that no thread count changes a bit.
extension CEmitter {
  /// The sums of some columns.
  mutating func columnAccumulator(_ index: Int, _ count: Int) -> String {
    let identity = inDouble { $0.identity($0.columnReduction(index), .double) }
    return
      "wide y\(index)_lanes[\(count)] = {\(Array(repeating: identity, count: count).joined(separator: ", "))};"
  }

  /// The statement that adds a group's values to those of its column.
  mutating func columnAccumulation(_ index: Int) -> String {
    let value = vector(kernel.outputs[index].node)
    let widened = mode == .double ? value : inDouble(value)
    let total = "y\(index)_lanes[part]"
    return inDouble { emitter in
      let reduction = emitter.columnReduction(index)
      let counted =
        emitter.kernel.interleave % Self.lanes == 0
        ? widened
        : "\(emitter.use(.choose(.double)))(counted, \(widened), \(emitter.identity(reduction, .double)))"
      return "\(total) = \(emitter.combined(reduction, total, counted, .double));"
    }
  }

  /// The statement that leaves a column's partial result.
  mutating func columnFold(_ index: Int) -> String {
    "y\(index)_at[column] = \(use(.fold(columnReduction(index), .double)))(y\(index)_lanes[part]);"
  }

  /// Which rows of a group count where some are worked on twice, or lanes are idle.
  func countedRows(for stores: [Int]) -> [String] {
    guard kernel.interleave % Self.lanes != 0, stores.contains(where: { kernel.outputs[$0].reduction != nil })
    else { return [] }
    let lanes = (0..<Self.lanes).map(String.init).joined(separator: ", ")
    let condition =
      kernel.interleave < Self.lanes ? "< \(kernel.interleave)" : ">= \(Self.lanes) * group - lane"
    return ["const wide_mask counted = (wide_mask){\(lanes)} \(condition);"]
  }

  private func columnReduction(_ index: Int) -> RowReduction { kernel.outputs[index].reduction ?? .sum }

  private mutating func inDouble(_ text: (inout CEmitter) -> String) -> String {
    let before = mode
    mode = .double
    defer { mode = before }
    return text(&self)
  }
}
