internal import NormaArrays
internal import StableHLO

/// How a plan takes reductions along the first axes, which can be seen in two ways.
enum LeadingAxes: Hashable {
  /// They count rows, which a kernel combines: in one pass for any number of results, but these exist only when all
  /// rows are done.
  case countRows
  /// They go along rows that stand side by side, whose results a kernel uses at once.
  case goAlongRows
}

extension Fusion {
  /// The ways in which an instruction can be part of a kernel, the preferred one first; none where it is no part.
  ///
  /// The other way to see a reduction is for kernels whose rows are such already.
  func kernelParts(of instruction: Instruction) -> [KernelPart] {
    switch function.fusibility(of: instruction) {
    case .elementwise: return [.elementwise]
    case .rowReduction(let reduction):
      return canCombineRows(instruction, reduction)
        ? [.row(reduction), .column(reduction)] : [.row(reduction)]
    case .columnReduction(let reduction):
      guard function.canInterleave(instruction) else { return [.column(reduction)] }
      switch leadingAxes {
      case .countRows: return [.column(reduction), .row(reduction)]
      case .goAlongRows: return [.row(reduction), .column(reduction)]
      }
    case .transparent, .product, .movement, .interpreted: return []
    }
  }

  /// True for a reduction along all but neighbouring axes that starts from nothing.
  private func canCombineRows(_ instruction: Instruction, _ reduction: RowReduction) -> Bool {
    guard case .reduce(_, let dimensions) = instruction.operation else { return false }
    let shape = function.type(of: instruction.operands[0]).shape
    return RowSplit(shape, along: shape.axes(besides: dimensions)) != nil
      && (definition(of: instruction.operands[1]).map { function.isIdentity($0, of: reduction) } ?? false)
  }
}

extension Function {
  /// True where some reduction along the first axes may go along rows side by side.
  var hasLeadingAxes: Bool {
    body.instructions.contains { instruction in
      if case .columnReduction = fusibility(of: instruction) { canInterleave(instruction) } else { false }
    }
  }

  /// Rows side by side that make work for several threads; fewer are combined instead.
  private static let fewestRows = 256

  /// True for a reduction along neighbouring axes with enough results for threads to share.
  func canInterleave(_ instruction: Instruction) -> Bool {
    guard case .reduce(_, let dimensions) = instruction.operation else { return false }
    return type(of: instruction.results[0]).elementCount >= Self.fewestRows
      && RowSplit(type(of: instruction.operands[0]).shape, along: dimensions) != nil
  }
}
