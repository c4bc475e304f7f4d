internal import NormaArrays
internal import StableHLO

/// Sums in f32, a few vectors at a time, merged in f64.
///
/// Sums of squares:
///
/// A square of f32 rounds once, by 2^-24 of itself, and at most eight are added in f32 before the sum
/// goes on in f64: with no term negative the result is within 9 * 2^-24 relative of the exact one at
/// any width, and its root within half of that; on data the roundings cancel, and 1 * 2^-24 is usual.
/// Only sums that end in a root take this way: a difference of two of them could cancel. A sum outside
/// 2^-90 ... 2^128, where squares overflow or vanish, is computed again in f64.
///
/// Sums of bf16 and f16 inputs: their 8 and 11 bits leave room in the 24 of f32, so that eight of them are
/// added without any error where the largest is below 2^13 (2^10) times the smallest; and rows whose mean is
/// large, which is where an error would show, are of that kind. Otherwise it is at most 8 * 2^-24 of the mean
/// magnitude, and a mean of 2^8 (2^11) deviations, beyond which the inputs themselves are constant, is off
/// by less than a quarter of the last bit of a deviation in bf16, and by two in f16.
extension CEmitter {
  /// Columns of the longest run of additions in f32: eight for each lane of two accumulators.
  private static let chunk = 256

  /// True for a sum of squares of which nothing but a root is used, after a scale and an epsilon.
  func isSumOfSquares(_ node: Int) -> Bool {
    guard case .reduce(.sum) = kernel.nodes[node].operation else { return false }
    let summand = kernel.nodes[kernel.nodes[node].operands[0]]
    let isSquare =
      summand.operation == .elementwise(.square)
      || (summand.operation == .elementwise(.multiply) && summand.operands[0] == summand.operands[1])
    return isSquare && summand.type == .f32 && endsInRoot(node)
  }

  /// True for a sum of inputs of 16 bits.
  func isSumOfNarrowInputs(_ node: Int) -> Bool {
    guard case .reduce(.sum) = kernel.nodes[node].operation else { return false }
    let summand = kernel.nodes[kernel.nodes[node].operands[0]]
    guard case .input = summand.operation else { return false }
    return summand.type == .bf16 || summand.type == .f16
  }

  private func endsInRoot(_ node: Int) -> Bool {
    if kernel.outputs.contains(where: { $0.node == node }) { return false }
    let users = kernel.nodes.indices.filter { kernel.nodes[$0].operands.contains(node) }
    return !users.isEmpty
      && users.allSatisfy { user in
        switch kernel.nodes[user].operation {
        case .elementwise(.rsqrt), .elementwise(.sqrt): true
        case .elementwise(.divide), .elementwise(.multiply), .elementwise(.add), .elementwise(.maximum):
          kernel.nodes[user].operands.allSatisfy { $0 == node || isPositiveConstant($0) } && endsInRoot(user)
        default: false
        }
      }
  }

  private func isPositiveConstant(_ node: Int) -> Bool { kernel.constant(node).map { $0 >= 0 } ?? false }

  /// The pass in f32, and in f64 where its sums show that f32 could not hold them.
  mutating func blockedPass(_ index: Int, _ split: [Int]) -> [String] {
    let sums = sweeps[index].reductions
    let fits = "pass_\(index + 1)_fits"
    var lines = sums.map { "double \(names[$0]) = 0;" }
    lines.append("int \(fits) = \(split.isEmpty ? "1" : condition(split, inPass: index));")
    lines.append("if (\(fits)) {")
    lines += blockedSweep(index).map { "  " + $0 }
    let conditions = sums.map { node in
      "\(use(isSumOfSquares(node) ? .fitsSquares : .fitsTerm))(\(names[node]))"
    }
    lines.append("  \(fits) = \(conditions.joined(separator: " && "));")
    lines += ["}", "if (!\(fits)) {"]
    mode = .double
    return lines + sweep(index, assigning: true).map { "  " + $0 } + ["}"]
  }

  private mutating func blockedSweep(_ index: Int) -> [String] {
    let reductions = sweeps[index].reductions
    let paired = kernel.width / (2 * Self.lanes) * 2 * Self.lanes
    var lines = reductions.map { "wide \(names[$0])_total = \(use(.splat(.double)))(0);" }
    if paired > 0 {
      lines.append("for (integer chunk = 0; chunk < \(paired); chunk += \(Self.chunk)) {")
      let end =
        paired % Self.chunk == 0
        ? "chunk + \(Self.chunk)" : "(chunk + \(Self.chunk) < \(paired) ? chunk + \(Self.chunk) : \(paired))"
      lines += chunk(reductions, pairs(index, from: "chunk", to: end)).map { "  " + $0 }
      lines.append("}")
    }
    if paired < kernel.width {
      lines += ["{"] + chunk(reductions, remainder(index)).map { "  " + $0 } + ["}"]
    }
    return lines + reductions.map { "\(names[$0]) = \(use(.fold(.sum, .double)))(\(names[$0])_total);" }
  }

  /// Statements that add in f32, with accumulators of their own that are merged into the totals.
  private mutating func chunk(_ reductions: [Int], _ statements: [String]) -> [String] {
    reductions.map { accumulator($0) } + statements
      + reductions.map { node in
        let lanes = (0..<2).map { "__builtin_convertvector(\(names[node])_lanes[\($0)], wide)" }
        return "\(names[node])_total += \(lanes.joined(separator: " + "));"
      }
  }
}

extension CFunction {
  /// True for sums of squares that f32 neither overflowed nor let vanish.
  static let fitsSquares = CFunction(
    name: "fits_squares",
    text: "static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }")
}
