internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A product reads its operands along any axes, so a transpose before it is another choice of axes; and a
  /// transpose after it that only puts the right operand's free axes first is the product the other way round.
  ///
  /// Fires on an operand whose free axes stay in order, and on a product that only the transpose reads. Each result
  /// is a sum of the same products over the same axes in the same order, so the bits stay; each firing removes a
  /// transpose or shortens the way to it.
  public static let transposedProducts = Pass(
    "transposed-products", "A product reads and writes its axes in any order instead of after a transpose.",
    law: ("dot(transpose(a), b), transpose(dot(a, b))", "dot(a, b) over other axes, dot(b, a)")
  ) { instruction, rewriting in
    guard instruction.attributes.isEmpty, let result = instruction.results.first else { return nil }
    let type = rewriting.type(of: result)
    switch instruction.operation {
    case .dotGeneral(let dimensions):
      guard let product = rewriting.product(instruction.operands, dimensions) else { return nil }
      return [rewriting.add(.dotGeneral(product.0), product.operands, type: type, insteadOf: instruction)]
    case .transpose(let permutation):
      guard let product = rewriting.swappedProduct(instruction.operands[0], permutation) else { return nil }
      return [rewriting.add(.dotGeneral(product.0), product.operands, type: type, insteadOf: instruction)]
    default: return nil
    }
  }
}

extension Rewriting {
  /// The product on what its transposed operands are made from, or nil if none is transposed.
  fileprivate func product(
    _ operands: [Value], _ dimensions: DotDimensions
  ) -> (DotDimensions, operands: [Value])? {
    var (dimensions, operands) = (dimensions, operands)
    let left = source(of: operands[0], along: dimensions.leftBatching + dimensions.leftContracting)
    if let (value, permutation) = left {
      operands[0] = value
      dimensions.leftBatching = dimensions.leftBatching.map { permutation[$0] }
      dimensions.leftContracting = dimensions.leftContracting.map { permutation[$0] }
    }
    let right = source(of: operands[1], along: dimensions.rightBatching + dimensions.rightContracting)
    if let (value, permutation) = right {
      operands[1] = value
      dimensions.rightBatching = dimensions.rightBatching.map { permutation[$0] }
      dimensions.rightContracting = dimensions.rightContracting.map { permutation[$0] }
    }
    return left == nil && right == nil ? nil : (dimensions, operands)
  }

  /// What an operand is transposed from, if its axes other than the given ones keep their order.
  private func source(of operand: Value, along axes: [Int]) -> (Value, [Int])? {
    guard let definition = definition(of: operand), definition.attributes.isEmpty,
      case .transpose(let permutation) = definition.operation
    else { return nil }
    let free = permutation.indices.filter { !axes.contains($0) }.map { permutation[$0] }
    return free == free.sorted() ? (definition.operands[0], permutation) : nil
  }

  /// The product whose axes come in a transpose's order, if it is the one with left and right changed over.
  fileprivate func swappedProduct(
    _ operand: Value, _ permutation: [Int]
  ) -> (DotDimensions, operands: [Value])? {
    guard let definition = definition(of: operand), definition.attributes.isEmpty,
      case .dotGeneral(let old) = definition.operation, readerCount(of: operand) == 1
    else { return nil }
    let batching = old.leftBatching.count
    let left = type(of: definition.operands[0]).rank - batching - old.leftContracting.count
    let free = Array(batching..<permutation.count)
    let swapped = Array(0..<batching) + free.dropFirst(left) + free.prefix(left)
    guard permutation == swapped else { return nil }
    let new = DotDimensions(
      leftBatching: old.rightBatching, rightBatching: old.leftBatching,
      leftContracting: old.rightContracting, rightContracting: old.leftContracting,
      precision: old.precision.reversed())
    return (new, definition.operands.reversed())
  }
}
