internal import NormaArrays
internal import StableHLO

extension Cluster {
  /// The kernel: nodes that no output needs are dropped, and roundings that only a store needs are left
  /// to the store.
  func finished(
    name: String, function: Function, read: Set<Value>, holder: (Value) -> Value
  ) -> KernelStep {
    let width = space.width ?? shape.suggestedWidth
    let stored = anchors.filter { read.contains($0.view.value) }
    var outputs = stored.map { anchor in
      let type = function.type(of: anchor.view.value).scalar
      return anchor.reduction.map { KernelOutput(node: anchor.node, reducingRowsBy: $0, type: type) }
        ?? KernelOutput(node: anchor.node, layout: anchor.view.layout, type: type)
    }
    let shared = Set(nodes.flatMap(\.operands))
    for index in outputs.indices where outputs[index].reduction == nil {
      let node = nodes[outputs[index].node]
      if case .convert = node.operation, node.type != .i1, !shared.contains(outputs[index].node),
        nodes[node.operands[0]].type.isFloatingPoint
      {
        outputs[index].node = node.operands[0]
      }
    }
    let whole = RowKernel(
      name: name, width: width, interleave: space.interleave ?? 1,
      inputs: inputs.map { KernelOperand($0.layout, function.type(of: $0.value).scalar) }, nodes: nodes,
      outputs: outputs)
    let (kernel, kept) = whole.pruned()
    return KernelStep(
      kernel: kernel, rows: width == 0 ? (space.rows ?? 0) : space.elementCount / width,
      inputs: kept.map { holder(inputs[$0].value) }, outputs: stored.map(\.view.value))
  }
}

extension RowKernel {
  /// The kernel without nodes and inputs that nothing needs, and the inputs that are left.
  fileprivate func pruned() -> (RowKernel, keptInputs: [Int]) {
    let needed = self.needed(for: outputs.map(\.node)) { _ in false }
    let places = Dictionary(uniqueKeysWithValues: needed.enumerated().map { ($1, $0) })
    var kernel = self
    var kept: [Int] = []
    kernel.nodes = needed.map { position in
      var node = nodes[position]
      node.operands = node.operands.map { places[$0, default: 0] }
      if case .input(let input) = node.operation {
        kept.append(input)
        node.operation = .input(kept.count - 1)
      }
      return node
    }
    kernel.inputs = kept.map { inputs[$0] }
    for index in outputs.indices { kernel.outputs[index].node = places[outputs[index].node, default: 0] }
    return (kernel, kept)
  }
}

extension Shape {
  /// A width for element-wise kernels: as many of the last axes as stay within 64 Ki elements, so that
  /// there are rows for several threads, and rows long enough to be worth a loop.
  fileprivate var suggestedWidth: Int {
    var width = 1
    for extent in dimensions.reversed() {
      if width > 1, width * extent > 65_536 { break }
      width *= extent
    }
    return width
  }
}
