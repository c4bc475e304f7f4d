internal import NormaArrays
internal import StableHLO

extension RowKernel {
  /// What the kernel computes, a line for each of its parts, without its name: two kernels with one signature compute
  /// the same. It does not change with the C that is made of them.
  package var signature: String {
    let heading = ["width \(width)"] + (isInterleaved ? ["side by side \(interleave)"] : [])
    let inputs = inputs.map { "in \($0.layout.rawValue) \($0.type)" }
    let nodes = nodes.map { node in
      let operands = node.operands.map { " \($0)" }.joined()
      return "\(node.operation.signature)\(operands): \(node.layout.rawValue) \(node.type)"
    }
    let outputs = outputs.map { output in
      "out \(output.node) \(output.layout.rawValue) \(output.type) \(output.reduction?.rawValue ?? "stored")"
    }
    return (heading + inputs + nodes + outputs).joined(separator: "\n")
  }
}

extension KernelOperation {
  fileprivate var signature: String {
    switch self {
    case .input(let index): "input \(index)"
    case .constant(let bits): "constant 0x\(String(bits, radix: 16))"
    case .elementwise(let operation): operation.rawValue
    case .compare(let direction): "compare \(direction.rawValue)"
    case .select: "select"
    case .clamp: "clamp"
    case .convert: "convert"
    case .reduce(let reduction): "reduce \(reduction.rawValue)"
    }
  }
}
