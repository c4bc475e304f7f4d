internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A norm before a product with weights goes into it: gamma into the weights, the reciprocal root after the product.
  ///
  ///     (x * r * g) W = r * (x (g * W)),    r one number a row, g one number a column
  ///
  /// Fires where only the product reads the norm's result, so that the result is never stored: D values a row less are
  /// written and read. What it costs is D·F multiplications for the weights in every call and one for each of the F results in a
  /// row, which an element-wise step after the product does on its way. Of 4096 rows of 1024 times 1024 x 1024 it takes 8 % of the bytes
  /// (104.8 to 96.6 MB, `norma explain rmsnorm-linear-silu --shape 4096x1024 --features 1024`), beside which the product's 8.6 billion
  /// operations weigh the most. Off unless it is asked for by name: the product then sees rows that are not
  /// normalized, whose products may overflow, and for few rows the weights cost more than the rows save.
  ///
  /// **Bound.** With S = |r|·sum|x·g·w| over the D addends of a result, each addend meets three roundings before (x·r, ·g, ·w) and
  /// two after (g·w, x·w), n in the sum, and afterwards one in the product with r:
  ///
  ///     |before - after| <= 2·γ(n+3)·S
  public static let normIntoLinear = Pass(
    "norm-into-linear", "A norm that only a product reads goes into the weights and after the product.",
    law: ("dot(x * r * g, W), r a reciprocal root a row, g a weight a column", "r * dot(x, g * W)"),
    .bounded("|before - after| <= 2·γ(n+3)·|r|·sum|x·g·w|, if no product of the rows as they are overflows")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, case .dotGeneral(let dimensions) = instruction.operation,
      dimensions.leftBatching.isEmpty
    else { return nil }
    for side in ProductSide.both {
      guard let norm = rewriting.scaledRows(instruction, dimensions, side) else { continue }
      rewriting.note("asked for by name: rows of \(norm.width) that only a product reads")
      return [rewriting.addProduct(instruction, dimensions, side, norm)]
    }
    return nil
  }
}

/// The operand of a product that is looked at, and the other.
private struct ProductSide {
  let rows: Int
  var weights: Int { 1 - rows }
  static let both = [ProductSide(rows: 0), ProductSide(rows: 1)]

  func contracting(_ dimensions: DotDimensions) -> (rows: [Int], weights: [Int]) {
    rows == 0
      ? (dimensions.leftContracting, dimensions.rightContracting)
      : (dimensions.rightContracting, dimensions.leftContracting)
  }
}

/// x * r * g, as it stands before a product.
private struct ScaledRows {
  var x: Value?
  /// Factors that are the same along the contracted axes, and those that differ only along them.
  var rowFactors: [(source: Value, axes: [Int])] = []
  var columnFactors: [(source: Value, axes: [Int])] = []
  var width = 0
}

extension Rewriting {
  /// The norm on one side of a product, if it is one and nothing else reads it.
  fileprivate func scaledRows(
    _ instruction: Instruction, _ dimensions: DotDimensions, _ side: ProductSide
  ) -> ScaledRows? {
    let (operand, axes) = (instruction.operands[side.rows], side.contracting(dimensions).rows)
    let scalars = Set((instruction.operands + instruction.results).map { type(of: $0).scalar })
    guard readerCount(of: operand) == 1, scalars.count == 1 else { return nil }
    var rows = ScaledRows()
    rows.width = axes.reduce(1) { $0 * type(of: operand).shape[$1] }
    for leaf in factors(of: operand) {
      if let copies = broadcast(leaf), copies.axes.allSatisfy({ !axes.contains($0) }) {
        rows.rowFactors.append(copies)
      } else if let copies = broadcast(leaf), copies.axes.allSatisfy(axes.contains) {
        rows.columnFactors.append(copies)
      } else if rows.x == nil {
        rows.x = leaf
      } else {
        return nil
      }
    }
    let isNorm = rows.rowFactors.contains { operands(of: .rsqrt, $0.source) != nil }
    return rows.x != nil && isNorm ? rows : nil
  }

  private func factors(of value: Value, depth: Int = 4) -> [Value] {
    guard depth > 0, let operands = operands(of: .multiply, value) else { return [value] }
    return operands.flatMap { factors(of: $0, depth: depth - 1) }
  }

  /// Adds r * dot(x, g * W).
  fileprivate mutating func addProduct(
    _ instruction: Instruction, _ dimensions: DotDimensions, _ side: ProductSide, _ rows: ScaledRows
  ) -> Value {
    let (rowAxes, weightAxes) = side.contracting(dimensions)
    var operands = instruction.operands
    let rank = type(of: operands[side.rows]).rank
    operands[side.rows] = rows.x ?? operands[side.rows]
    for factor in rows.columnFactors {
      let places = factor.axes.compactMap { rowAxes.firstIndex(of: $0).map { weightAxes[$0] } }
      operands[side.weights] = scale(operands[side.weights], by: factor.source, places, instruction)
    }
    let result = type(of: instruction.results[0])
    var product = add(instruction.operation, operands, type: result, insteadOf: instruction)
    let free = (0..<rank).filter { !rowAxes.contains($0) }
    let first = side.rows == 0 ? 0 : result.rank - free.count
    for factor in rows.rowFactors {
      let places = factor.axes.compactMap { free.firstIndex(of: $0).map { first + $0 } }
      product = scale(product, by: factor.source, places, instruction)
    }
    return product
  }

  /// Adds the product of a value and a factor copied along its other axes.
  private mutating func scale(
    _ value: Value, by factor: Value, _ places: [Int], _ instruction: Instruction
  ) -> Value {
    let type = type(of: value)
    let copies = add(.broadcastInDim(dimensions: places), [factor], type: type, insteadOf: instruction)
    return add(.elementwise(.multiply), [value, copies], type: type, insteadOf: instruction)
  }
}
