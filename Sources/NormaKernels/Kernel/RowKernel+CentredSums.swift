internal import NormaArrays
internal import StableHLO

/// A sum of distances from a mean, each times another value: `sum(u * (v - mean(v)))`; `u` is the distance itself where the
/// sum is a variance.
///
/// It needs the mean, and so a pass of its own. But a pass that knows a guess g of the mean can take it along: with
/// d = v - g, and with the mean m = g + sum(d) / n of a row of n,
///
///     sum(u * (v - m)) = sum(u * d) - sum(u) * sum(d) / n, and for a variance sum((v - m)^2) = sum(d^2) - sum(d)^2 / n
///
/// Where the guess is within a deviation of the mean, what is subtracted is at most half of sum(d^2), so that the relative
/// error of the variance is at most twice that of the sums; see `CEmitter+Centred` for the guess.
///
/// Groups A and B of n and m columns are merged without an approximation:
///
///     both = A + B + (mean(v in B) - mean(v in A)) * (mean(u in B) - mean(u in A)) * n * m / (n + m)
///
/// Source: Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979.
/// For a variance every term is positive, so that merging k groups in f64 adds at most 4k * 2^-53 to the relative error of
/// the groups' own sums.
package struct CentredSum: Hashable, Sendable {
  /// The reduction.
  var node: Int
  /// The mean of `v`, and the sum that it divides.
  var mean: Int, sum: Int
  /// The sum of `u`, or that of `v` for a variance.
  var otherSum: Int
  /// The distance `v - mean(v)`.
  var distance: Int

  /// True for the sum of the distance's squares.
  var isVariance: Bool { otherSum == sum }
}

extension RowKernel {
  /// Columns of the shortest row that passes go over in f32, where a guess is of use.
  static let narrowestInSingle = 64

  /// Sums around means that the pass which finds the mean may take along, by node: variances, and other sums around a
  /// mean whose variance tells how good the guess was.
  var centredSums: [Int: CentredSum] {
    guard takesGuesses else { return [:] }
    let sums = nodes.indices.compactMap(centredSum)
    let means = Set(sums.filter(\.isVariance).map(\.mean))
    return Dictionary(
      uniqueKeysWithValues: sums.filter { means.contains($0.mean) }.map { ($0.node, $0) })
  }

  /// Rows that are divided merge sums around a mean in any case. Others gain where their passes are made in f32.
  private var takesGuesses: Bool {
    if isInterleaved { return false }
    return isDivided
      || (width >= Self.narrowestInSingle && nodes.allSatisfy { $0.type != .f64 && !$0.isCostly })
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
    let otherSum =
      factor == distance
      ? sum : nodes.indices.first { nodes[$0].operation == .reduce(.sum) && nodes[$0].operands == [factor] }
    return otherSum.map {
      CentredSum(node: node, mean: mean, sum: sum, otherSum: $0, distance: distance)
    }
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
