internal import NormaArrays
internal import StableHLO

/// Sums in passes of f32.
///
/// Sums of squares are added in f32, a few vectors at a time, and merged in f64. A square rounds once, by 2^-24 of
/// itself, and at most eight are added, and four such sums, before the total goes on in f64: with no term negative the
/// result is within 11 * 2^-24 relative of the exact one at any width, and its root within half of that; on data the
/// roundings cancel, and 1 * 2^-24 is usual. Only sums that end in a root take this way: a difference of two of them could
/// cancel. A sum outside 2^-90 ... 2^128, where squares overflow or vanish, is computed again in f64.
///
/// Sums of bf16 and f16 inputs, and of what is computed from nothing else, go the same way: 8 and 11 bits leave room in
/// the 24 of f32, so that eight inputs are added without any error where the largest is below 2^13 (2^10) times the
/// smallest; and rows whose mean is large, which is where an error would show, are of that kind. Otherwise it is at most
/// 10 * 2^-24 of the mean magnitude, and a mean of 2^8 (2^11) deviations, beyond which the inputs themselves are constant,
/// is off by less than a quarter of the last bit of a deviation in bf16, and by two in f16.
///
/// Sums around a mean, and the sums that such a one needs, go the same way: what a run loses of them is at most 10 * 2^-24 of
/// their mean magnitude, where each of their terms has been rounded by 2^-24 of its own; see `CEmitter+Centred`.
///
/// Rows of one run whose inputs and results are all bf16 stay in f32 to the end, four additions more: 14 * 2^-24 beside the 2^-9
/// that every result is rounded by.
///
/// Other values of f32 are added in f64 one by one, so that they may cancel: what is lost is the rounding of each value,
/// which the program asks for. Products below 2^-126 lose more; they are at most n * 2^-150, n < 2^24, in all, so that a
/// sum of at least 2^-100 does not show it, and a smaller one is computed again in f64.
enum SumForm {
  /// In runs of f32, merged in f64.
  case runs
  /// In f64.
  case wide
}

extension CEmitter {
  /// Columns of the longest run of additions in f32: eight for each lane of four accumulators.
  private static let chunk = 512

  /// How a reduction is added up in passes of f32, or nil where it must be computed in f64.
  func sumForm(_ node: Int) -> SumForm? {
    guard case .reduce(.sum) = kernel.nodes[node].operation else { return nil }
    if isSumOfSquares(node) { return .runs }
    let summand = kernel.nodes[kernel.nodes[node].operands[0]]
    guard !summand.isSquare, summand.type != .f64, summand.layout.variesAlongRow else { return nil }
    if isForCentring(node) { return .runs }
    return isNarrow(kernel.nodes[node].operands[0]) ? .runs : .wide
  }

  /// The type that a sum is merged and folded in; see `SumForm`.
  func totals(of sum: Int) -> Precision {
    let isBFloat16 = kernel.operands.allSatisfy { !$0.layout.variesAlongRow || $0.type == .bf16 }
    return sumForm(sum) == .runs && isBFloat16 && kernel.width <= Self.chunk ? .single : .double
  }

  /// Lanes of f32 as lanes of f64.
  func inDouble(_ lanes: String) -> String { "__builtin_convertvector(\(lanes), wide)" }

  /// Lanes of f64 as lanes of f32.
  func inSingle(_ lanes: String) -> String { "__builtin_convertvector(\(lanes), lanes)" }

  /// True for a value that is an input of 16 bits, or computed in a kernel whose rows hold no others.
  private func isNarrow(_ node: Int) -> Bool {
    let read = kernel.inputs.filter(\.layout.variesAlongRow)
    let isInput = if case .input = kernel.nodes[node].operation { true } else { false }
    return (isInput && kernel.nodes[node].type.byteCount == 2) || read.allSatisfy { $0.type.byteCount == 2 }
  }

  /// True for a sum of squares of which nothing but a root is used, after a scale and an epsilon.
  func isSumOfSquares(_ node: Int) -> Bool {
    guard case .reduce(.sum) = kernel.nodes[node].operation else { return false }
    let summand = kernel.nodes[kernel.nodes[node].operands[0]]
    return summand.isSquare && summand.type == .f32 && endsInRoot(node)
  }

  /// True for a product, or a square, that is rounded with the addition to a sum: nothing else needs it.
  func isFusedTerm(_ node: Int) -> Bool {
    guard mode == .single, precision == .double, !kernel.outputs.contains(where: { $0.node == node }) else {
      return false
    }
    let (value, users) = (kernel.nodes[node], users[node])
    return (value.isSquare || value.operation == .elementwise(.multiply)) && value.type == .f32
      && shiftedFactors(node) == nil && !users.isEmpty && users.allSatisfy { sumForm($0) == .runs }
  }

  /// The statement that adds such a term to a total.
  mutating func adding(_ term: Int, to total: String) -> String {
    let factors = kernel.nodes[term].operands.map { vector($0) }
    return "\(total) = \(use(.multiplyAdd(.single)))(\(factors[0]), \(factors.last ?? factors[0]), \(total));"
  }

  private func endsInRoot(_ node: Int) -> Bool {
    if kernel.outputs.contains(where: { $0.node == node }) { return false }
    let users = users[node]
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
  mutating func summingPass(_ index: Int, _ split: [Int]) -> [String] {
    let sums = sweeps[index].reductions
    let fits = fits(index)
    var lines = sums.map { "double \(names[$0]) = 0;" }
    if together == .two {
      if !split.isEmpty { lines.append(givingUp(unless: condition(split, inPass: index))) }
      lines += singleSweep(index)
      return lines + [givingUp(unless: fitting(sums))]
    }
    lines.append("int \(fits) = \(split.isEmpty ? "1" : condition(split, inPass: index));")
    lines.append("if (\(fits)) {")
    lines += singleSweep(index).map { "  " + $0 }
    lines.append("  \(fits) = \(fitting(sums));")
    lines += ["}", "if (!\(fits)) {"]
    mode = .double
    return lines + sweep(index, assigning: true).map { "  " + $0 } + ["}"]
  }

  mutating func fitting(_ sums: [Int]) -> String {
    sums.map { fitting($0) }.joined(separator: conjunction)
  }

  /// The condition under which a sum is as good as one in f64.
  mutating func fitting(_ node: Int) -> String {
    let name = names[node]
    if isSumOfSquares(node) {
      let condition = holds(.fitsSquares, name)
      guard let excess = excess(of: node) else { return condition }
      let rest = "\(largestExcess == 1 ? "" : "\(largestExcess) * ")\(name) - \(excess)"
      return condition + conjunction + holds(.isPositive, rest)
    }
    if case .input = kernel.nodes[kernel.nodes[node].operands[0]].operation { return holds(.fitsTerm, name) }
    return holds(.fitsProducts, name)
  }

  mutating func singleSweep(_ index: Int) -> [String] {
    let reductions = sweeps[index].reductions
    let runs = reductions.filter { sumForm($0) == .runs }
    let wide = reductions.filter { sumForm($0) == .wide }
    var lines = wide.map { accumulators($0) }
    lines += runs.map { sum in
      let type = totals(of: sum)
      return "\(type.vector) \(names[sum])_total = \(use(.splat(type)))(0);"
    }
    let grouped = grouped(index)
    if runs.isEmpty {
      lines += groups(index) + remainder(index)
    } else {
      if grouped > 0 { lines += chunks(index, runs, grouped) }
      if grouped < kernel.width { lines += ["{"] + run(runs, remainder(index)).map { "  " + $0 } + ["}"] }
    }
    lines += wide.map { result($0, total($0)) }
    return lines + runs.map { result($0, "\(names[$0])_total") }
  }

  /// What becomes of a sum's lanes: one number, or for sixteen rows a vector that is folded with those of the others.
  private mutating func result(_ node: Int, _ lanes: String) -> String {
    together == .sixteen
      ? "\(names[node])_rows[place] = \(lanes);"
      : "\(names[node]) = \(use(.fold(.sum, totals(of: node))))(\(lanes));"
  }

  private mutating func chunks(_ index: Int, _ runs: [Int], _ grouped: Int) -> [String] {
    let end =
      grouped % Self.chunk == 0
      ? "chunk + \(Self.chunk)" : "(chunk + \(Self.chunk) < \(grouped) ? chunk + \(Self.chunk) : \(grouped))"
    let statements = run(runs, groups(index, from: "chunk", to: end))
    return ["for (integer chunk = 0; chunk < \(grouped); chunk += \(Self.chunk)) {"]
      + statements.map { "  " + $0 } + ["}"]
  }

  /// Statements that add in f32, with accumulators of their own that are merged into the totals.
  ///
  /// They start from -0, which leaves all that is added to it as it is, so that the compiler drops the first additions; the
  /// totals start from 0, and with them the sum of nothing but -0.
  private mutating func run(_ sums: [Int], _ statements: [String]) -> [String] {
    let start = "\(use(.splat(.single)))(-0.0f)"
    return sums.map { accumulators($0, from: start) } + statements
      + sums.map { sum in
        let lanes = total(sum)
        return "\(names[sum])_total += \(totals(of: sum) == .single ? lanes : inDouble(lanes));"
      }
  }
}

extension CFunction {
  /// True for sums of squares that f32 neither overflowed nor let vanish.
  static let fitsSquares = CFunction(
    name: "fits_squares",
    text: "static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }")

  /// True for what is left of a sum of squares from which no more than half was subtracted.
  static let isPositive = CFunction(
    name: "is_positive", text: "static inline int is_positive(double x) { return x >= 0; }")

  /// True for sums of products that f32 neither overflowed nor let vanish.
  static let fitsProducts = CFunction(
    name: "fits_products", uses: [fitsTerm],
    text: """
      static inline int fits_products(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-100; }
      """)
}
