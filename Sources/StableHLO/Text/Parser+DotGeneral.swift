extension Parser {
  /// `%a, %b, batching_dims = [0] x [0], contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT]`.
  mutating func dotGeneral() throws(ParseError) -> ParsedInstruction {
    let start = token.range.lowerBound
    let operands = try operands()
    try expect(2, operands, at: start)
    var dimensions = DotDimensions(leftContracting: [], rightContracting: [])
    var seen: Set<String> = []
    while take(",") {
      guard token.kind == .word, seen.insert(tokenText).inserted else {
        throw unexpected("`batching_dims`, `contracting_dims` or `precision`, each once")
      }
      try dotClause(&dimensions)
    }
    return try finish(.dotGeneral(dimensions), operands)
  }

  private mutating func dotClause(_ dimensions: inout DotDimensions) throws(ParseError) {
    if take(word: "batching_dims") {
      (dimensions.leftBatching, dimensions.rightBatching) = try axisPairs()
    } else if take(word: "contracting_dims") {
      (dimensions.leftContracting, dimensions.rightContracting) = try axisPairs()
    } else if take(word: "precision") {
      try expect("=")
      dimensions.precision = try precisionList()
    } else {
      throw unexpected(
        "`batching_dims`, `contracting_dims` or `precision`",
        advice: at(word: "algorithm") ? "dot algorithms are not supported" : nil)
    }
  }

  private mutating func axisPairs() throws(ParseError) -> ([Int], [Int]) {
    try expect("=")
    let left = try integerList()
    try expect(word: "x")
    return (left, try integerList())
  }

  /// `[DEFAULT, HIGHEST]`, or the same as attributes.
  mutating func precisionList() throws(ParseError) -> [String] {
    try expect("[")
    var list: [String] = []
    while !at("]") {
      if !list.isEmpty { try expect(",") }
      let precision: DotPrecision =
        try at("#") || token.kind == .alias
        ? enumAttribute("precision") : choice("a precision")
      list.append(precision.rawValue)
    }
    advance()
    return list
  }

  /// `#stablehlo.dot<lhs_batching_dimensions = [0], ...>`.
  mutating func dotAttribute() throws(ParseError) -> DotDimensions {
    guard token.kind == .alias, tokenText == "#stablehlo.dot" else { throw unexpected("`#stablehlo.dot`") }
    advance()
    try expect("<")
    var dimensions = DotDimensions(leftContracting: [], rightContracting: [])
    var first = true
    while !at(">") {
      if !first { try expect(",") }
      first = false
      try dotField(&dimensions)
    }
    advance()
    return dimensions
  }

  private mutating func dotField(_ dimensions: inout DotDimensions) throws(ParseError) {
    let fields: [(String, WritableKeyPath<DotDimensions, [Int]>)] = [
      ("lhs_batching_dimensions", \.leftBatching), ("rhs_batching_dimensions", \.rightBatching),
      ("lhs_contracting_dimensions", \.leftContracting),
      ("rhs_contracting_dimensions", \.rightContracting),
    ]
    guard let field = fields.first(where: { at(word: $0.0) }) else {
      throw unexpected(fields.map { "`\($0.0)`" }.joined(separator: ", "))
    }
    advance()
    try expect("=")
    dimensions[keyPath: field.1] = try integerList()
  }
}

/// The precisions that a product may ask for.
enum DotPrecision: String, CaseIterable {
  case standard = "DEFAULT"
  case high = "HIGH"
  case highest = "HIGHEST"
}
