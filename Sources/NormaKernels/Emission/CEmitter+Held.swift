internal import NormaArrays
internal import StableHLO

/// Values kept in a buffer on the stack from the pass that computes them to those that need them
/// again.
///
/// This is no choice of the schedule: passes may be carried in other types, so that a value which is computed again
/// may have other bits than one that is kept. The kernel and its width alone decide.
extension CEmitter {
  /// Bytes of stack that a value may take, at 8 for each element.
  private static let heldByteCount = 65_536

  /// The nodes that are kept.
  var heldNodes: [Int] {
    guard !isDivided, kernel.width * 8 <= Self.heldByteCount else { return [] }
    return kernel.nodes.indices.filter {
      (kernel.nodes[$0].isCostly || isRoundedFromHalves($0)) && passes(needing: $0).count > 1
    }
  }

  /// True for a norm of bf16 that is rounded to bytes in the pass after the one that takes its largest value. To compute it
  /// again means to widen all that it is computed from: six instructions, in place of one to keep it and one to read it.
  /// Only whole vectors keep to their places; see `CEmitter+Halves`.
  private func isRoundedFromHalves(_ node: Int) -> Bool {
    takesHalves && !startsAnywhere && roundings.contains { $0?.value == node }
  }

  /// The pass that computes a node first.
  func firstPass(_ node: Int) -> Int { passes(needing: node).first ?? 0 }

  /// The passes in which the node's value along the row is needed.
  private func passes(needing node: Int) -> [Int] {
    sweeps.indices.filter { varyingNodes(inPass: $0).contains(node) }
  }

  mutating func heldBuffers() -> [String] {
    let columns = (kernel.width + Self.lanes - 1) / Self.lanes * Self.lanes
    return heldNodes.map { "_Alignas(64) \(heldType($0)) \(names[$0])_held[\(columns)];" }
  }

  mutating func holding(_ node: Int) -> String {
    "\(use(.store(heldType(node), mode)))(\(names[node])_held + column, \(names[node]), \(Self.lanes));"
  }

  mutating func rereading(_ node: Int) -> String {
    let load = use(.load(heldType(node), mode))
    return "const \(mode.vector) \(names[node]) = \(load)(\(names[node])_held + column, \(Self.lanes));"
  }

  /// The type that a value is kept in: its own, or f32 for the narrower ones.
  private func heldType(_ node: Int) -> ScalarType { kernel.nodes[node].type == .f64 ? .f64 : .f32 }
}

extension KernelNode {
  /// True for functions that cost tens of operations an element.
  var isCostly: Bool {
    guard layout.variesAlongRow, case .elementwise(let operation) = operation else { return false }
    switch operation {
    case .cbrt, .cosine, .exponential, .exponentialMinusOne, .log, .logPlusOne, .logistic, .sine, .tan, .tanh,
      .erf, .erfc, .power, .remainder:
      return true
    case .abs, .add, .and, .ceil, .divide, .floor, .isFinite, .maximum, .minimum, .multiply, .negate, .not,
      .or, .roundNearestAfz, .roundNearestEven, .rsqrt, .shiftLeft, .shiftRightArithmetic,
      .shiftRightLogical, .sign, .sqrt, .square, .subtract, .xor:
      return false
    }
  }
}
