internal import NormaArrays
internal import StableHLO

/// Values combined over rows; see `RowKernel+Columns`.
extension CEmitter {
  /// What is added to a kernel's name for the function that combines its chunks.
  static let columnSuffix = "_columns"

  /// The element type of a chunk's partial results.
  var partialType: ScalarType {
    kernel.isInterleaved || sweeps.isEmpty || mode(ofPass: sweeps.count - 1) == .double ? .f64 : .f32
  }

  /// Pointers to the partial results of this row's chunk, which its first row sets to the identity.
  ///
  /// - Parameters:
  ///   - segment: The columns that are worked on, counted from `first`; nil for the whole row.
  mutating func partialPointers(segment: Int? = nil) -> [String] {
    let columns = kernel.columnOutputs
    guard !columns.isEmpty else { return [] }
    let (type, rows) = (partialType, kernel.rowsPerChunk)
    var lines = columns.map { index in
      functions.append(.load(type, precision))
      return
        "\(type) *const \(y(index))_at = (\(type) *)operands[\(kernel.inputs.count + index)] + row / \(rows) * \(kernel.width)\(segment == nil ? "" : " + first");"
    }
    lines.append("if (row % \(rows) == 0)")
    lines.append("  for (integer column = 0; column < \(segment ?? kernel.width); ++column) {")
    lines += columns.map { index in
      "    \(y(index))_at[column] = \((kernel.outputs[index].reduction ?? .sum).identityText);"
    }
    return lines + ["  }"]
  }

  /// The statement that adds a row's values to its chunk's.
  mutating func combine(_ index: Int, _ reduction: RowReduction, _ count: Int, fresh: Range<Int>?) -> String {
    let at = "\(y(index))_at + column"
    let before = "\(use(.load(partialType, mode)))(\(at), \(count))"
    let value = counted(kernel.outputs[index].node, reduction, fresh: count < Self.lanes ? nil : fresh)
    return "\(use(.store(partialType, mode)))(\(at), \(combined(reduction, before, value, mode)), \(count));"
  }

  // MARK: - All chunks

  /// The function that combines the chunks of some columns, a vector of columns at a time; the last
  /// vector may be shorter.
  mutating func columnFunction() -> [String] {
    let columns = kernel.columnOutputs
    guard !columns.isEmpty else { return [] }
    mode = .double
    defer { mode = precision }
    let step = storedColumns
    var lines = [
      "",
      "void \(kernel.name)\(Self.columnSuffix)(void *const *partials, void *const *results, integer chunks, integer first_column, integer end_column) {",
      "  for (integer column = first_column; column < end_column; column += \(step)) {",
    ]
    let rest = kernel.width % step
    if kernel.width >= step, rest > 0 {
      lines.append("    if (column + \(step) <= \(kernel.width)) {")
      lines += columns.enumerated().flatMap { columnBlock($1, place: $0, step) }.map { "      " + $0 }
      lines.append("    } else {")
      lines += columns.enumerated().flatMap { columnBlock($1, place: $0, rest) }.map { "      " + $0 }
      lines.append("    }")
    } else {
      let count = rest == 0 ? step : rest
      lines += columns.enumerated().flatMap { columnBlock($1, place: $0, count) }.map { "    " + $0 }
    }
    return lines + ["  }", "}"]
  }

  private mutating func columnBlock(_ index: Int, place: Int, _ count: Int) -> [String] {
    guard takesHalves else {
      return columnTotal(index, place: place, "total_\(place)", at: "column", count)
        + [columnStore(index, place: place, at: "column", "total_\(place)", count)]
    }
    let (even, odd) = ("total_\(place)_even", "total_\(place)_odd")
    var lines = columnTotal(index, place: place, even, at: "column", Self.lanes)
    lines += columnTotal(index, place: place, odd, at: "column + \(Self.lanes)", Self.lanes)
    return lines
      + (0..<2).map { half in
        let neighbours = "\(use(.neighbours))(\(even), \(odd), \(half))"
        return columnStore(
          index, place: place, at: "column + \(half * Self.lanes)", neighbours, Self.lanes)
      }
  }

  /// The statements that combine all chunks' values of a vector of columns.
  private mutating func columnTotal(
    _ index: Int, place: Int, _ total: String, at column: String, _ count: Int
  ) -> [String] {
    let reduction = kernel.outputs[index].reduction ?? .sum
    let type = partialType
    let next =
      "\(use(.load(type, .double)))((const \(type) *)partials[\(place)] + chunk * \(kernel.width) + \(column), \(count))"
    return [
      "wide \(total) = \(identity(reduction, .double));",
      "for (integer chunk = 0; chunk < chunks; ++chunk) \(total) = \(combined(reduction, total, next, .double));",
    ]
  }

  private mutating func columnStore(
    _ index: Int, place: Int, at column: String, _ value: String, _ count: Int
  ) -> String {
    let type = kernel.outputs[index].type
    return "\(use(.store(type, .double)))((\(type) *)results[\(place)] + \(column), \(value), \(count));"
  }
}

extension RowReduction {
  /// The value that a reduction starts from, in C.
  var identityText: String {
    switch self {
    case .sum: "0"
    case .product: "1"
    case .maximum: "-__builtin_inf()"
    case .minimum: "__builtin_inf()"
    }
  }
}
