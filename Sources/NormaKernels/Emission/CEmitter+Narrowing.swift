internal import NormaArrays
internal import StableHLO

/// Passes in f32 inside kernels whose statistics are f64.
///
/// A pass that only stores, or takes extrema, loses nothing that its result could hold if it is computed
/// in f32, where an instruction moves twice the elements. What the row has one of is then rounded to f32, to `s`, where it
/// is a factor, and where it is a term split into `s` and `r`, the rest. A difference x - (s + r) is taken as (x - s) - r:
/// x - s is exact when x and s are within a factor of two of each other (Sterbenz), which is where cancellation is, and
/// otherwise rounds once; so the difference is within 1 ULP of the exact one at any offset. The product of such a
/// difference with a factor f is (x - s) * f - r * f, rounded once after x - s where the processor can, and r * f is
/// taken once for the row. A product that only an addition uses is rounded with it. The output of LayerNorm with weight
/// and bias rounds x - s, f, their product and itself, to within 3.5 ULP of the larger of its terms. In short rows the
/// bias may cancel what is largest, so that this is more ULP of the row's largest output (6 were seen among 1000 rows of
/// 3); from 64 columns on some output is as large as its terms, and no row of fewer goes in f32.
/// Rows with a value that f32 cannot hold take the pass in f64 instead.
extension CEmitter {
  /// The vectors that a pass is written in.
  func mode(ofPass index: Int) -> Precision {
    guard precision == .double, !kernel.isInterleaved || tileForm == .halves else { return precision }
    guard kernel.width >= RowKernel.narrowestInSingle else { return .double }
    let reductions = sweeps[index].reductions
    let stored = sweeps[index].stores.map { kernel.outputs[$0].node }
    let varying = varyingNodes(inPass: index)
    guard (varying + stored + reductions).allSatisfy({ kernel.nodes[$0].type != .f64 }),
      !varying.contains(where: { kernel.nodes[$0].needsWideOperands })
    else { return .double }
    if sums(index) {
      let takesRowsOnce = sweeps[index].stores.contains { kernel.outputs[$0].reduction != nil }
      let isCheap = !varying.contains { kernel.nodes[$0].isCostly }
      return isCheap && !takesRowsOnce && reductions.allSatisfy { sumForm($0) != nil } ? .single : .double
    }
    return .single
  }

  /// True for passes that end in a sum or product.
  func sums(_ index: Int) -> Bool {
    sweeps[index].reductions.contains {
      if case .reduce(let reduction) = kernel.nodes[$0].operation { !reduction.isExact } else { false }
    }
  }

  /// The nodes along the row that a pass defines: those it computes, and those it reads back, whose own
  /// operands it does not need.
  func varyingNodes(inPass index: Int, rereading: Set<Int> = []) -> [Int] {
    if rereading.isEmpty { return needs[index] }
    var sources = kernel
    for node in rereading { sources.nodes[node].operands = [] }
    return sources.varyingNodes(from: roots(ofPass: index))
  }

  /// The nodes that a pass reduces or stores, those that a row has one of among them.
  func roots(ofPass index: Int) -> [Int] { kernel.roots(of: sweeps[index]) }

  /// The per-row values computed in f64 that a pass uses; means that it finds itself are none.
  func splitNodes(inPass index: Int) -> [Int] {
    let read = varyingNodes(inPass: index).flatMap { kernel.nodes[$0].operands } + roots(ofPass: index)
    return Set(read).subtracting(sweeps[index].centred.map(\.mean)).filter(isCarriedWide).sorted()
  }

  /// True where a value that the row has one of is referred to by its two parts.
  func isSplit(_ node: Int) -> Bool { mode == .single && isCarriedWide(node) }

  func isCarriedWide(_ node: Int) -> Bool {
    let value = kernel.nodes[node]
    guard precision == .double, !value.layout.variesAlongRow, value.type != .i1 else { return false }
    switch value.operation {
    case .constant: return false
    // A row's statistic that an earlier kernel left in f64.
    case .input: return value.type == .f64
    case .reduce(let reduction): return !reduction.isExact || hasDoubleForm(pass: levels[node] - 1)
    case .elementwise, .compare, .select, .clamp, .convert: return true
    }
  }

  /// True for passes that some rows take in f64, so that what they end in is f64.
  private func hasDoubleForm(pass index: Int) -> Bool {
    mode(ofPass: index) == .double || !splitNodes(inPass: index).isEmpty
  }

  /// The definitions of the parts that a pass is the first to use, and of what products of differences add.
  mutating func parts(_ nodes: [Int]) -> [String] {
    let terms = Set(kernel.nodes.indices.filter(isSumOfParts).flatMap { kernel.nodes[$0].operands })
    let fresh = nodes.filter { split.insert($0).inserted }
    var lines = fresh.compactMap(inverse)
    let values = fresh.filter { inverse($0) == nil }
    for value in values where !standsAtGuess(value) { lines += single(nearest(value), names[value]) }
    for value in values.filter(terms.contains) {
      lines += single("\(names[value])_rest", "\(names[value]) - \(widened(nearest(value)))")
    }
    let products = varyingNodes(inPass: currentPass).filter { shiftedFactors($0) != nil }
    for product in products where split.insert(product).inserted { lines += shift(product) }
    return lines
  }

  /// The condition under which the parts stand for the values.
  mutating func condition(_ nodes: [Int], inPass index: Int) -> String {
    let terms = Set(varyingNodes(inPass: index).filter(isSumOfParts).flatMap { kernel.nodes[$0].operands })
    let factors = Set(
      varyingNodes(inPass: index).filter { !isSumOfParts($0) }.flatMap { kernel.nodes[$0].operands }
        + roots(ofPass: index))
    return nodes.map { node in
      if let fits = fitsBytes(node) { return fits }
      let isTerm = terms.contains(node) && !factors.contains(node)
      return holds(isTerm ? .fitsTerm : .fitsFactor, names[node])
    }.joined(separator: conjunction)
  }

  /// The expression of a node that treats what the row has one of, or a product, with more care than
  /// its operator would; nil where the operator is all there is to it.
  mutating func carefulExpression(_ node: Int) -> String? {
    guard mode == .single, precision == .double else { return nil }
    let operands = kernel.nodes[node].operands
    if isSumOfParts(node), let split = operands.first(where: isCarriedWide) {
      let isSubtracted = kernel.nodes[node].operation == .elementwise(.subtract)
      let value = vector(operands[0])
      let sum = "\(value) \(isSubtracted ? "-" : "+") \(vector(operands[1]))"
      if isShifted(node) { return distance(sum, of: value, from: operands[1]) }
      let rest = splatted("\(names[split])_rest")
      return "(\(sum)) \(isSubtracted && split == operands[1] ? "-" : "+") \(rest)"
    }
    if let (difference, factor) = shiftedFactors(node) {
      let shift = splatted("\(names[node])_shift")
      return "\(use(.multiplyAdd(.single)))(\(vector(difference)), \(vector(factor)), \(shift))"
    }
    if let product = operands.first(where: { isFusedProduct($0, into: node) }) {
      let addend = operands[0] == product ? operands[1] : operands[0]
      let factors = kernel.nodes[product].operands.map { vector($0) }
      return "\(use(.multiplyAdd(.single)))(\(factors[0]), \(factors[1]), \(vector(addend)))"
    }
    return nil
  }

  /// What joins conditions: those on rows side by side hold in each lane.
  var conjunction: String { asksEachLane ? " & " : " && " }

  /// True for a product that is written inside the addition that alone uses it.
  func isFusedProduct(_ node: Int) -> Bool {
    guard mode == .single, precision == .double else { return false }
    let users = users[node]
    return users.count == 1 && isFusedProduct(node, into: users[0])
  }

  private func isFusedProduct(_ node: Int, into sum: Int) -> Bool {
    let (product, addition) = (kernel.nodes[node], kernel.nodes[sum])
    guard addition.type == .f32, addition.operation == .elementwise(.add),
      addition.operands[0] != addition.operands[1],
      !isSumOfParts(sum), product.type == .f32, product.operation == .elementwise(.multiply),
      product.layout.variesAlongRow, shiftedFactors(node) == nil,
      addition.operands.first(where: { kernel.nodes[$0].operation == .elementwise(.multiply) }) == node
    else { return false }
    return users[node].count == 1
      && !kernel.outputs.contains { $0.node == node }
  }

  /// True for a sum or difference of f32 of which exactly one side is a split value.
  func isSumOfParts(_ node: Int) -> Bool {
    let value = kernel.nodes[node]
    guard value.type == .f32, case .elementwise(let operation) = value.operation,
      operation == .add || operation == .subtract
    else { return false }
    return value.operands.count(where: isCarriedWide) == 1
  }
}

extension CFunction {
  /// True for values that f32 holds as a term: the error left out is below 2^-48 of it.
  static let fitsTerm = CFunction(
    name: "fits_term",
    text: "static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }")

  /// True for values that f32 holds as a factor, to its full 24 bits.
  static let fitsFactor = CFunction(
    name: "fits_factor", uses: [fitsTerm],
    text: """
      static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }
      """)
}
