internal import NormaArrays

/// The types after the `:` of an instruction.
struct TypeClause {
  /// Where it stands.
  let offset: Int
  /// The types of the operands, or the one type of everything.
  let inputs: [TensorType]
  /// The types after `->`, nil where there is none.
  let results: [TensorType]?
}

extension Parser {
  /// `: T`, `: T, U`, `: (T, U) -> V`, `: T -> U` or `: () -> (T, U)`.
  mutating func typeClause() throws(ParseError) -> TypeClause {
    try expect(":")
    return try functionType()
  }

  /// A type clause without its `:`.
  mutating func functionType() throws(ParseError) -> TypeClause {
    let offset = token.range.lowerBound
    let parenthesised = at("(")
    let inputs = try parenthesised ? parenthesisedTypes() : typeList()
    guard token.kind == .arrow else {
      if parenthesised { throw unexpected("`->`") }
      return TypeClause(offset: offset, inputs: inputs, results: nil)
    }
    advance()
    let results = try at("(") ? parenthesisedTypes() : [tensorType()]
    return TypeClause(offset: offset, inputs: inputs, results: results)
  }

  /// `T, U`.
  mutating func typeList() throws(ParseError) -> [TensorType] {
    var list = [try tensorType()]
    while take(",") { list.append(try tensorType()) }
    return list
  }

  private mutating func parenthesisedTypes() throws(ParseError) -> [TensorType] {
    try expect("(")
    let list = try at(")") ? [] : typeList()
    try expect(")")
    return list
  }

  // MARK: - Tensors

  /// `tensor<2x3xf32>`.
  mutating func tensorType() throws(ParseError) -> TensorType {
    guard at(word: "tensor") else {
      throw unexpected("a tensor type such as `tensor<2x3xf32>`")
    }
    let start = token.range.lowerBound
    advance()
    guard at("<") else { throw unexpected("`<`") }
    lexer.cursor = token.range.upperBound
    let dimensions = try dimensionList()
    let scalar = try elementType()
    try checkSize(dimensions, scalar, at: start)
    return TensorType(scalar, Shape(dimensions))
  }

  private mutating func dimensionList() throws(ParseError) -> [Int] {
    var dimensions: [Int] = []
    while true {
      let piece = lexer.nextDimension()
      switch piece {
      case .extent(let extent): dimensions.append(extent)
      case .none: return dimensions
      case .tooLarge:
        throw error(at: lexer.cursor, expected: "an extent below 2^63", found: "a larger number")
      case .dynamic:
        throw error(
          at: lexer.cursor, expected: "a number", found: "`?`",
          advice: "dynamic dimensions are not supported: export the program for fixed shapes")
      case .unranked:
        throw error(
          at: lexer.cursor, expected: "a number", found: "`*`",
          advice: "tensors without a rank are not supported")
      }
    }
  }

  private mutating func elementType() throws(ParseError) -> ScalarType {
    advance()
    guard token.kind == .word, let scalar = ScalarType(rawValue: tokenText) else {
      let names = ScalarType.allCases.map(\.rawValue).joined(separator: ", ")
      throw unexpected("an element type (\(names))")
    }
    advance()
    if at(",") { throw unexpected("`>`", advice: "tensor encodings are not supported") }
    try expect(">")
    return scalar
  }

  /// Every product of extents must fit, whatever the order of multiplication and however wide an element.
  private func checkSize(_ dimensions: [Int], _ scalar: ScalarType, at offset: Int) throws(ParseError) {
    var bytes = scalar.byteCount
    for extent in dimensions {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: max(extent, 1))
      guard !overflow, product < 1 << 60 else {
        throw error(
          at: offset, expected: "a tensor of less than 2^60 bytes",
          found: "extents \(shortened(Shape(dimensions).description))")
      }
      bytes = product
    }
  }
}

/// What stands at a place in a list of extents.
enum DimensionPiece {
  case extent(Int)
  case tooLarge, dynamic, unranked
  /// The element type follows.
  case none
}

extension Lexer {
  /// Takes `12x`. Leaves the cursor where it was if something else stands there.
  mutating func nextDimension() -> DimensionPiece {
    skipBlanks()
    guard cursor < bytes.count else { return .none }
    if bytes[cursor] == UInt8(ascii: "?") { return .dynamic }
    if bytes[cursor] == UInt8(ascii: "*") { return .unranked }
    var end = cursor
    var extent = 0
    while end < bytes.count, bytes[end].isDigit {
      let (tens, first) = extent.multipliedReportingOverflow(by: 10)
      let (sum, second) = tens.addingReportingOverflow(Int(bytes[end] - 48))
      if first || second { return .tooLarge }
      (extent, end) = (sum, end + 1)
    }
    guard end > cursor, end < bytes.count, bytes[end] == UInt8(ascii: "x") else { return .none }
    cursor = end + 1
    return .extent(extent)
  }
}
