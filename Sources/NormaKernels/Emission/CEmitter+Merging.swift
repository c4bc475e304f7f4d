internal import NormaArrays
internal import StableHLO

/// What segments leave, merged, and what a row has one of.
extension CEmitter {
  // MARK: - A row's values

  /// Definitions of what a pass needs of its row.
  mutating func rowValues(forPass index: Int, _ segments: RowSegments) -> [String] {
    rowValues(for: roots(ofPass: index), except: Set(sweeps[index].centred.map(\.mean)), segments)
  }

  /// Definitions of the values that `roots` need and a row has one of, from merged reductions.
  private mutating func rowValues(
    for roots: [Int], except given: Set<Int>, _ segments: RowSegments
  ) -> [String] {
    let known = { [kernel] (node: Int) in given.contains(node) || kernel.nodes[node].isReduction }
    let needed = kernel.needed(for: roots, stoppingAt: known)
    let read = Set(needed.flatMap { kernel.nodes[$0].operands } + roots)
    var lines: [String] = []
    for node in read.union(needed).sorted()
    where !kernel.nodes[node].layout.variesAlongRow && !given.contains(node) {
      if kernel.nodes[node].isReduction {
        lines.append(
          "const \(precision.real) \(names[node]) = \(total(of: node, segments));")
      } else {
        if case .input(let input) = kernel.nodes[node].operation { lines.append(pointer(toInput: input)) }
        if let definition = scalarDefinition(node) { lines.append(definition) }
      }
    }
    return lines
  }

  // MARK: - Merging

  /// The function that merges what the segments left in a pass; after the last pass it stores what a row has one of.
  mutating func mergeFunction(_ segments: RowSegments) -> String {
    var lines = [
      "void \(segmentSymbols.merge)(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer pass, double *partials) {",
      "  (void)operands, (void)row_strides;",
      "  for (integer row = first_row; row < end_row; ++row, partials += \(segments.partialsPerRow))",
      "    switch (pass) {",
    ]
    for (index, sweep) in sweeps.enumerated() {
      lines.append("    case \(index): {")
      let centred = Set(sweep.centred.map(\.node))
      var statements = sweep.reductions.filter { !centred.contains($0) }.flatMap { merged($0, segments) }
      statements += sweep.centred.flatMap { merged($0, segments) }
      if index == sweeps.count - 1 { statements += finalStores(segments) }
      lines += statements.map { "      " + $0 }
      lines += ["      break;", "    }"]
    }
    return (lines + ["    }", "}"]).joined(separator: "\n")
  }

  /// The loop over the partial results of a reduction, first to last.
  private mutating func merged(_ node: Int, _ segments: RowSegments) -> [String] {
    let total = "all_\(names[node])"
    return [
      "double \(total) = \(reduction(node).identityText);",
      "for (integer segment = 0; segment < \(segments.count); ++segment) \(merging(reduction(node), total, partial(of: node, segments)))",
      "\(self.total(of: node, segments)) = \(total);",
    ]
  }

  private mutating func merged(_ centred: CentredSum, _ segments: RowSegments) -> [String] {
    let total = "all_\(names[centred.node])"
    let next = [centred.node, centred.sum, centred.otherSum].map { partial(of: $0, segments) }
    let columns =
      segments.lastColumns == segments.columns
      ? "\(segments.columns)"
      : "segment < \(segments.count - 1) ? \(segments.columns) : \(segments.lastColumns)"
    return [
      "double \(total) = 0, \(total)_x = 0, \(total)_y = 0;",
      "for (integer segment = 0; segment < \(segments.count); ++segment) {",
      "  const double seen = segment * (double)\(segments.columns), columns = \(columns);",
      "  \(total) += \(next[0]) + \(use(.betweenMeans))(seen, \(total)_x, \(total)_y, columns, \(next[1]), \(next[2]));",
      "  \(total)_x += \(next[1]);",
      "  \(total)_y += \(next[2]);",
      "}",
      "\(self.total(of: centred.node, segments)) = \(total);",
    ]
  }

  /// Stores of outputs that a row has one of.
  private mutating func finalStores(_ segments: RowSegments) -> [String] {
    let outputs = kernel.outputs.indices.filter { !kernel.outputs[$0].layout.variesAlongRow }
    guard !outputs.isEmpty else { return [] }
    return rowValues(for: outputs.map { kernel.outputs[$0].node }, except: [], segments)
      + outputs.map { pointer(toOutput: $0) } + perRowStores()
  }

  /// The statement that takes one more value into a total in f64.
  private mutating func merging(_ reduction: RowReduction, _ total: String, _ next: String) -> String {
    mode = .double
    defer { mode = precision }
    switch reduction {
    case .sum: return "\(total) += \(next);"
    case .product: return "\(total) *= \(next);"
    case .maximum, .minimum:
      let splat = use(.splat(.double))
      return "\(total) = (\(combined(reduction, "\(splat)(\(total))", "\(splat)(\(next))", .double)))[0];"
    }
  }
}

extension CFunction {
  /// What the centred sums of two groups of columns lack to be that of both: see `CentredSum`.
  static let betweenMeans = CFunction(
    name: "between_means",
    text: """
      static inline double between_means(double columns, double x_sum, double y_sum, double next_columns, double next_x_sum, double next_y_sum) {
        if (columns == 0) return 0;
        const double x = next_x_sum / next_columns - x_sum / columns;
        const double y = next_y_sum / next_columns - y_sum / columns;
        return x * y * (columns * next_columns / (columns + next_columns));
      }
      """)
}
