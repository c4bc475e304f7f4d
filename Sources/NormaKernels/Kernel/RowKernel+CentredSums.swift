internal import NormaArrays
internal import StableHLO

/// A sum of distances from a mean, each times another value: `sum(u * (v - mean(v)))`; `u` is the distance itself where the
/// sum is a variance.
///
/// It needs the mean, and so a pass of its own. But of a group of columns it can be taken around the group's own mean, while
/// they are near, and groups A and B of n and m columns are merged without an approximation:
///
///     both = A + B + (mean(v in B) - mean(v in A)) * (mean(u in B) - mean(u in A)) * n * m / (n + m)
///
/// Source: Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979.
/// For a variance every term is positive, so that merging k groups in f64 adds at most 4k * 2^-53 to the relative error of
/// the groups' own sums, which are closer to their means than the row's elements are to the row's.
struct CentredSum: Hashable {
  /// The reduction.
  var node: Int
  /// The mean of `v`, and the sum that it divides.
  var mean: Int, sum: Int
  /// The sum of `u`, or that of `v` for a variance.
  var otherSum: Int
}

/// A pass over the row, or two that are made as one.
struct SegmentPass: Hashable {
  /// The position in `RowKernel.sweeps`.
  var sweep: Int
  /// The reductions of the next sweep that are taken along.
  var centred: [CentredSum] = []
}

extension RowKernel {
  /// The passes of a kernel whose rows are divided: a pass whose reductions are all centred sums needs no pass of its own.
  var segmentPasses: [SegmentPass] {
    let sweeps = sweeps
    var (passes, index) = ([SegmentPass](), 0)
    while index < sweeps.count {
      let centred = centredSums(after: index, sweeps)
      passes.append(SegmentPass(sweep: index, centred: centred))
      index += centred.isEmpty ? 1 : 2
    }
    return passes
  }

  /// The reductions of the sweep after one, where that one can take all of them along.
  private func centredSums(after index: Int, _ sweeps: [Sweep]) -> [CentredSum] {
    guard index + 1 < sweeps.count, sweeps[index].stores.isEmpty, sweeps[index + 1].stores.isEmpty else {
      return []
    }
    let known = sweeps[index].reductions
    let sums = sweeps[index + 1].reductions.compactMap { node in
      centredSum(node).flatMap { known.contains($0.sum) && known.contains($0.otherSum) ? $0 : nil }
    }
    return sums.count == sweeps[index + 1].reductions.count ? sums : []
  }

  private func centredSum(_ node: Int) -> CentredSum? {
    guard nodes[node].operation == .reduce(.sum), isWide(nodes[node].type) else { return nil }
    let product = nodes[nodes[node].operands[0]]
    guard isWide(product.type) else { return nil }
    switch product.operation {
    case .elementwise(.square): return centredSum(node, of: product.operands[0], times: product.operands[0])
    case .elementwise(.multiply):
      let (a, b) = (product.operands[0], product.operands[1])
      return centredSum(node, of: b, times: a) ?? centredSum(node, of: a, times: b)
    default: return nil
    }
  }

  /// The centred sum of `distance` times `factor`, where the first is a distance from a mean.
  private func centredSum(_ node: Int, of distance: Int, times factor: Int) -> CentredSum? {
    guard let mean = mean(ofDistance: distance) else { return nil }
    let sum = nodes[mean].operands[0]
    if factor == distance { return CentredSum(node: node, mean: mean, sum: sum, otherSum: sum) }
    let otherSum = nodes.indices.first {
      nodes[$0].operation == .reduce(.sum) && nodes[$0].operands == [factor]
    }
    return otherSum.map { CentredSum(node: node, mean: mean, sum: sum, otherSum: $0) }
  }

  /// The mean in `v - sum(v) / width`, or nil where a node is none such.
  private func mean(ofDistance node: Int) -> Int? {
    guard nodes[node].operation == .elementwise(.subtract), isWide(nodes[node].type) else { return nil }
    let (value, mean) = (nodes[node].operands[0], nodes[node].operands[1])
    guard summand(ofMean: mean) == value, isWide(nodes[mean].type),
      isWide(nodes[nodes[mean].operands[0]].type)
    else { return nil }
    return mean
  }

  /// True for the types whose arithmetic is carried without rounding in between.
  private func isWide(_ type: ScalarType) -> Bool { type == .f32 || type == .f64 }
}
