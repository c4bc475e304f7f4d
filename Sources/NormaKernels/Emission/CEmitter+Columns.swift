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

  /// Vectors that are added up side by side: chunks stand far apart, and whole pages are reached only one by one.
  private static let vectorsPerColumnGroup = 8

  /// The function that combines the chunks of some columns, many vectors of columns at a time; the last
  /// vector may be shorter.
  mutating func columnFunction() -> [String] {
    guard !kernel.columnOutputs.isEmpty else { return [] }
    mode = .double
    defer { mode = precision }
    var lines = [
      "",
      "void \(kernel.name)\(Self.columnSuffix)(void *const *partials, void *const *results, integer chunks, integer first_column, integer end_column) {",
      "  integer column = first_column;",
    ]
    var steps = [Self.vectorsPerColumnGroup * Self.lanes, storedColumns]
    steps.removeAll { $0 > kernel.width }
    for step in steps {
      lines.append("  for (; column + \(step) <= end_column; column += \(step)) {")
      lines += columnGroup(vectors: step / Self.lanes).map { "    " + $0 }
      lines.append("  }")
    }
    let rest = kernel.width % storedColumns
    for start in stride(from: 0, to: rest, by: Self.lanes) {
      let count = min(Self.lanes, rest - start)
      lines.append("  if (column < end_column) {")
      lines += columnGroup(vectors: 1, count).map { "    " + $0 }
      lines += ["    column += \(count);", "  }"]
    }
    return lines + ["}"]
  }

  /// The statements that combine all chunks' values of some vectors of columns, the last of `count`.
  private mutating func columnGroup(vectors: Int, _ count: Int = Self.lanes) -> [String] {
    kernel.columnOutputs.enumerated().flatMap { place, index in
      columnTotals(index, place: place, vectors: vectors, count)
        + columnStores(index, place: place, vectors: vectors, count)
    }
  }

  private mutating func columnTotals(_ index: Int, place: Int, vectors: Int, _ count: Int) -> [String] {
    let reduction = kernel.outputs[index].reduction ?? .sum
    let (type, total) = (partialType, "total_\(place)")
    let at = "(const \(type) *)partials[\(place)] + chunk * \(kernel.width) + column + \(Self.lanes) * part"
    let next = "\(use(.load(type, .double)))(\(at), \(count))"
    return [
      "wide \(total)[\(vectors)];",
      "for (int part = 0; part < \(vectors); ++part) \(total)[part] = \(identity(reduction, .double));",
      "for (integer chunk = 0; chunk < chunks; ++chunk)",
      "  for (int part = 0; part < \(vectors); ++part)",
      "    \(total)[part] = \(combined(reduction, "\(total)[part]", next, .double));",
    ]
  }

  /// The stores of the totals. Even and odd elements side by side become neighbours again.
  private mutating func columnStores(_ index: Int, place: Int, vectors: Int, _ count: Int) -> [String] {
    let (type, total) = (kernel.outputs[index].type, "total_\(place)")
    let store = use(.store(type, .double))
    let at = "(\(type) *)results[\(place)] + column + \(Self.lanes) * part"
    guard takesHalves, vectors > 1 else {
      return [
        "for (int part = 0; part < \(vectors); ++part) \(store)(\(at), \(total)[part], \(count));"
      ]
    }
    let stores = (0..<2).map { half in
      let value = "\(use(.neighbours))(\(total)[part], \(total)[part + 1], \(half))"
      return "  \(store)(\(at)\(half == 0 ? "" : " + \(Self.lanes)"), \(value), \(count));"
    }
    return ["for (int part = 0; part < \(vectors); part += 2) {"] + stores + ["}"]
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
