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
        "\(type) *const y\(index)_at = (\(type) *)operands[\(kernel.inputs.count + index)] + row / \(rows) * \(kernel.width)\(segment == nil ? "" : " + first");"
    }
    lines.append("if (row % \(rows) == 0)")
    lines.append("  for (integer column = 0; column < \(segment ?? kernel.width); ++column) {")
    lines += columns.map { index in
      "    y\(index)_at[column] = \((kernel.outputs[index].reduction ?? .sum).identityText);"
    }
    return lines + ["  }"]
  }

  /// The statement that adds a row's values to its chunk's.
  mutating func combine(_ index: Int, _ reduction: RowReduction, _ count: Int, fresh: Range<Int>?) -> String {
    let at = "y\(index)_at + column"
    let before = "\(use(.load(partialType, mode)))(\(at), \(count))"
    let value = counted(kernel.outputs[index].node, reduction, fresh: count < Self.lanes ? nil : fresh)
    return "\(use(.store(partialType, mode)))(\(at), \(combined(reduction, before, value)), \(count));"
  }

  // MARK: - All chunks

  /// The function that combines the chunks of some columns, a vector of columns at a time; the last
  /// vector may be shorter.
  mutating func columnFunction() -> [String] {
    let columns = kernel.columnOutputs
    guard !columns.isEmpty else { return [] }
    mode = .double
    defer { mode = precision }
    var lines = [
      "",
      "void \(kernel.name)\(Self.columnSuffix)(void *const *partials, void *const *results, integer chunks, integer first_column, integer end_column) {",
      "  for (integer column = first_column; column < end_column; column += \(Self.lanes)) {",
    ]
    let rest = kernel.width % Self.lanes
    if kernel.width >= Self.lanes, rest > 0 {
      lines.append("    if (column + \(Self.lanes) <= \(kernel.width)) {")
      lines += columnBlock(columns, Self.lanes).map { "      " + $0 }
      lines.append("    } else {")
      lines += columnBlock(columns, rest).map { "      " + $0 }
      lines.append("    }")
    } else {
      lines += columnBlock(columns, rest == 0 ? Self.lanes : rest).map { "    " + $0 }
    }
    return lines + ["  }", "}"]
  }

  private mutating func columnBlock(_ columns: [Int], _ count: Int) -> [String] {
    columns.enumerated().flatMap { place, index -> [String] in
      let output = kernel.outputs[index]
      let reduction = output.reduction ?? .sum
      let (type, total) = (partialType, "total_\(place)")
      let next =
        "\(use(.load(type, .double)))((const \(type) *)partials[\(place)] + chunk * \(kernel.width) + column, \(count))"
      return [
        "wide \(total) = \(identity(reduction));",
        "for (integer chunk = 0; chunk < chunks; ++chunk) \(total) = \(combined(reduction, total, next));",
        "\(use(.store(output.type, .double)))((\(output.type) *)results[\(place)] + column, \(total), \(count));",
      ]
    }
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
