internal import NormaArrays
internal import StableHLO

extension RowKernel: CustomStringConvertible {
  /// The kernel as formulas: operands, then per pass what is reduced and stored, and per-row values
  /// between the passes.
  public var description: String {
    let names = CNames(self)
    let formulas = KernelFormulas(kernel: self, names: names.nodes)
    let levels = sweepLevels
    let rows = isInterleaved ? ", \(interleave) rows side by side" : ""
    var lines = ["row kernel \(name), width \(width)\(rows)"]
    for (index, input) in inputs.enumerated() {
      lines.append("  in  x\(index): \(input.type) per \(input.layout)")
    }
    for (index, output) in outputs.enumerated() {
      lines.append("  out y\(index): \(output.type) per \(output.layout)")
    }
    lines += formulas.perRow(level: 0, levels: levels)
    for (index, sweep) in sweeps.enumerated() {
      lines.append("  pass \(index + 1) over the row:")
      lines += sweep.reductions.map { node in
        let centred = sweep.centred.first { $0.node == node }
        let note = centred.map { ", around a guess of \(names.nodes[$0.mean])" } ?? ""
        return "    " + formulas.definition(of: node) + note
      }
      lines += sweep.stores.map { "    y\($0) = " + stored(outputs[$0], formulas) }
      lines += formulas.perRow(level: index + 1, levels: levels)
    }
    for (index, output) in outputs.enumerated() where !output.layout.variesAlongRow {
      lines.append("  y\(index) = \(names.nodes[output.node])")
    }
    return lines.joined(separator: "\n")
  }

  private func stored(_ output: KernelOutput, _ formulas: KernelFormulas) -> String {
    let value = formulas.text(output.node, at: 0)
    return output.reduction.map { "\($0.rawValue) over rows of \(value)" } ?? value
  }
}

/// Writes a kernel's nodes as formulas; values of a row are named, values along it are written out.
private struct KernelFormulas {
  let kernel: RowKernel
  let names: [String]

  /// Definitions of the per-row values known after `level` passes.
  func perRow(level: Int, levels: [Int]) -> [String] {
    kernel.nodes.indices
      .filter { isNamed($0) && levels[$0] == level && !kernel.nodes[$0].isReduction }
      .map { "  " + definition(of: $0) }
  }

  func definition(of node: Int) -> String { "\(names[node]) = \(expression(node, at: 0))" }

  /// The text of a value inside an expression; deep expressions are cut where they repeat nothing new.
  func text(_ node: Int, at depth: Int) -> String {
    isNamed(node) || depth > 12 ? names[node] : expression(node, at: depth)
  }

  /// True for computed values that a row has one of.
  private func isNamed(_ node: Int) -> Bool {
    switch kernel.nodes[node].operation {
    case .input, .constant: false
    case .elementwise, .compare, .select, .clamp, .convert, .reduce:
      !kernel.nodes[node].layout.variesAlongRow
    }
  }

  private func expression(_ node: Int, at depth: Int) -> String {
    let operands = kernel.nodes[node].operands.map { text($0, at: depth + 1) }
    switch kernel.nodes[node].operation {
    case .input(let input): return "x\(input)"
    case .constant: return kernel.constant(node).map { "\($0)" } ?? "constant"
    case .elementwise(let operation): return spelled(operation, operands, nested: depth > 0)
    case .compare(let direction): return "(\(operands[0]) \(direction.rawValue) \(operands[1]))"
    case .select: return "select(\(operands.joined(separator: ", ")))"
    case .clamp: return "clamp(\(operands.joined(separator: ", ")))"
    case .convert: return "\(kernel.nodes[node].type)(\(operands[0]))"
    case .reduce(let reduction): return "\(reduction.rawValue)(\(operands[0]))"
    }
  }

  private func spelled(_ operation: Elementwise, _ operands: [String], nested: Bool) -> String {
    let symbol: String? =
      switch operation {
      case .add: "+"
      case .subtract: "-"
      case .multiply: "*"
      case .divide: "/"
      default: nil
      }
    guard let symbol else { return "\(operation.rawValue)(\(operands.joined(separator: ", ")))" }
    let text = operands.joined(separator: " \(symbol) ")
    return nested ? "(\(text))" : text
  }
}
