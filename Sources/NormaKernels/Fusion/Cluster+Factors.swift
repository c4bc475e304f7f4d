internal import NormaArrays
internal import StableHLO

/// What a row has one of, taken out of a sum: sum(r * v) = r * sum(v).
///
/// The sum then waits for fewer sums before it: the backward pass of LayerNorm sums dy * weight * (x - mean) while it
/// sums the squares of x - mean, for the reciprocal root in between is only a factor. Sums of f32 are carried in f64,
/// whose range holds every product of a few f32 values, so that nothing overflows or vanishes that did not before, and each
/// factor taken out saves a rounding for each element. Only an infinite factor may tell the difference: a sum of terms of both
/// signs is then NaN, and infinite with the factor taken out.
extension Cluster {
  /// The factors of a product of f32 that the row has one of, and the product of the others; no factors where there
  /// is nothing to gain.
  mutating func withoutRowFactors(_ node: Int) -> (factors: [Int], rest: Int) {
    let all = productLeaves(node, depth: 8)
    let factors = all.filter { nodes[$0].layout == .row }
    let rest = all.filter { !factors.contains($0) }
    guard !factors.isEmpty, let first = rest.first else { return ([], node) }
    let product = rest.dropFirst().reduce(first) { add(.elementwise(.multiply), [$0, $1], type: .f32) }
    return (factors, product)
  }

  /// The factors of a product, in order, products among them taken apart.
  private func productLeaves(_ node: Int, depth: Int) -> [Int] {
    guard depth > 0, nodes[node].operation == .elementwise(.multiply), nodes[node].type == .f32,
      nodes[node].layout == .element
    else { return [node] }
    return nodes[node].operands.flatMap { productLeaves($0, depth: depth - 1) }
  }
}
