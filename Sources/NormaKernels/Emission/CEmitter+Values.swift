internal import NormaArrays
internal import StableHLO

extension CEmitter {
  // MARK: - References

  /// A node's value as a vector: its own name along the row, a splat of what the row has one of.
  mutating func vector(_ node: Int) -> String {
    let value = kernel.nodes[node]
    if kernel.isInterleaved, value.layout == .row, isSplit(node) { return "\(names[node])_single" }
    if kernel.isInterleaved ? value.layout != .scalar : value.layout.variesAlongRow { return names[node] }
    if value.type == .i1, !(together == .sixteen && value.layout == .row) {
      return "\(use(.splatFlag(mode)))(\(scalar(node)))"
    }
    if isGuessed(node) { return splatted(guess(of: node)) }
    if isSplit(node) { return splatted(nearest(node)) }
    if together == .sixteen, value.layout == .row { return names[node] }
    return "\(use(.splat(mode)))(\(scalar(node)))"
  }

  /// The value of a node that a row has one of: a constant, or the name it was given.
  private func scalar(_ node: Int) -> String {
    guard case .constant(let bits) = kernel.nodes[node].operation else { return names[node] }
    guard let value = kernel.constant(node) else { return bits == 0 ? "0" : "-1" }
    return literal(value)
  }

  private func literal(_ value: Double) -> String {
    if value.isNaN { return "__builtin_nan(\"\")" }
    if value.isInfinite { return value < 0 ? "-__builtin_inf()" : "__builtin_inf()" }
    return mode == .double ? "\(value)" : "\(Float(value))f"
  }

  // MARK: - Values that a row has one of

  /// Definitions of the values of some layouts that are known after `level` passes.
  mutating func scalars(level: Int, layouts: Set<Layout>) -> [String] {
    var lines: [String] = []
    for node in kernel.nodes.indices
    where levels[node] == level && layouts.contains(kernel.nodes[node].layout) {
      if let definition = scalarDefinition(node) { lines.append(definition) }
    }
    return lines
  }

  mutating func scalarDefinition(_ node: Int) -> String? {
    let value = kernel.nodes[node]
    let type = value.type == .i1 ? precision.flag : precision.real
    switch value.operation {
    case .constant, .reduce: return nil
    case .input(let input):
      return "const \(type) \(names[node]) = \(use(.load(value.type, mode)))(\(x(input))_at, 1)[0];"
    case .elementwise, .compare, .select, .clamp, .convert:
      if together == .sixteen, value.layout == .row {
        let type = value.type == .i1 ? mode.mask : mode.vector
        return "const \(type) \(names[node]) = \(expression(node));"
      }
      return "const \(type) \(names[node]) = \(scalarExpression(node));"
    }
  }

  /// Arithmetic is written on numbers, everything else as lane 0 of the vector form: a row has only a
  /// few of these, and one spelling for each operation is enough.
  private mutating func scalarExpression(_ node: Int) -> String {
    let value = kernel.nodes[node]
    if case .elementwise(let operation) = value.operation, value.type == .f32 || value.type == .f64 {
      let a = value.operands.map(scalar)
      switch operation {
      case .add: return "\(a[0]) + \(a[1])"
      case .subtract: return "\(a[0]) - \(a[1])"
      case .multiply: return "\(a[0]) * \(a[1])"
      case .divide: return "\(a[0]) / \(a[1])"
      case .square: return "\(a[0]) * \(a[0])"
      default: break
      }
    }
    return "(\(expression(node)))[0]"
  }

  /// The vector expression of a computed node.
  mutating func expression(_ node: Int) -> String {
    if let careful = carefulExpression(node) { return careful }
    let value = kernel.nodes[node]
    let spelling = CSpelling(
      value.operation, value.operands.map { vector($0) }, type: value.type,
      operandType: kernel.nodes[value.operands[0]].type, mode)
    functions += spelling.uses
    return spelling.text
  }
}
