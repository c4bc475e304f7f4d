internal import NormaArrays
internal import StableHLO

extension Pass {
  /// A reduction over axes of extent one gives the elements themselves: sum, product, maximum, ... of
  /// one number. Fires where the reduction starts from its neutral element; other axes stay reduced.
  public static let sizeOneReductions = Pass(
    "size-one-reductions", "Reductions over axes of extent one are reshapes.",
    law: ("reduce(x) over axes of extent one", "reshape(x)"), .exceptSignOfZero
  ) { instruction, rewriting in
    guard case .reduce(.named(let operation), let dimensions) = instruction.operation,
      instruction.operands.count == 2, instruction.attributes.isEmpty
    else { return nil }
    let (source, start) = (rewriting.type(of: instruction.operands[0]), instruction.operands[1])
    let trivial = dimensions.filter { source.shape[$0] == 1 }
    guard !trivial.isEmpty || dimensions.isEmpty,
      let bits = rewriting.splatBits(of: start), bits == operation.neutralBits(for: source.scalar)
    else { return nil }
    let rest = (0..<source.rank).filter { !trivial.contains($0) }
    let squeezed = source.with(shape: Shape(rest.map { source.shape[$0] }))
    let moved = rewriting.add(.reshape, [instruction.operands[0]], type: squeezed, insteadOf: instruction)
    let left = dimensions.filter { !trivial.contains($0) }.compactMap { rest.firstIndex(of: $0) }
    if left.isEmpty { return [moved] }
    let result = rewriting.type(of: instruction.results[0])
    let reduction = Operation.reduce(.named(operation), dimensions: left)
    return [rewriting.add(reduction, [moved, start], type: result, insteadOf: instruction)]
  }
}

extension Rewriting {
  /// The bits every element of a constant has; nil if the value is no such constant.
  func splatBits(of value: Value) -> UInt64? {
    guard case .constant(let literal)? = definition(of: value)?.operation else { return nil }
    return literal.splatBits
  }
}

extension Literal {
  /// The bits every element has, or nil where elements differ or there are none.
  var splatBits: UInt64? {
    switch elements {
    case .splat(let bits): bits
    case .dense: type.elementCount == 1 ? bits(at: 0) : nil
    }
  }
}
