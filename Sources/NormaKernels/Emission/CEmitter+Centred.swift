internal import NormaArrays
internal import StableHLO

/// Passes that take sums around a mean along with the sum that the mean is made of; see `CentredSum`.
///
/// In f32 distances from a guess (`CEmitter+Guesses`) round once, and not at all where the row is far from zero: there value
/// and guess are within a factor of two of each other (Sterbenz). They are added in short runs (`CEmitter+Sums`), so that the
/// mean is off by at most 11 * 2^-24 of the mean distance from the guess, which is at most 11 * 2^-24 * sqrt(2) deviations
/// where the guess was within a deviation of it, and usually by less than 2^-26. A row whose guess was farther from its mean
/// is taken again with that mean for the guess; and if f32 still does not hold it, in f64: first the means, then the sums
/// around them.
extension CEmitter {
  // MARK: - What is known of a pass

  /// True for the mean that the statements being written have a guess of.
  func isGuessed(_ node: Int) -> Bool {
    mode == .single && !sweeps.isEmpty && sweeps[currentPass].centred.contains { $0.mean == node }
  }

  /// True for a distance from a guess.
  func isFromGuess(_ node: Int) -> Bool { kernel.nodes[node].operands.contains(where: isGuessed) }

  /// The distance from a guess that is added up for a sum, in place of what the program adds.
  func distance(summedBy sum: Int) -> Int? {
    guard mode == .single else { return nil }
    return sweeps[currentPass].centred.first { $0.isVariance && $0.sum == sum }?.distance
  }

  /// True for sums around a mean, and those that make them such.
  func isForCentring(_ node: Int) -> Bool {
    sweeps[levels[node] - 1].centred.contains { [$0.node, $0.sum, $0.otherSum].contains(node) }
  }

  /// What a sum of squares was too large by, or nil where it is not one around a guess.
  func excess(of node: Int) -> String? {
    sweeps[currentPass].centred.contains { $0.node == node } ? "\(names[node])_excess" : nil
  }

  // MARK: - The pass

  /// One pass over the row, or two where f32 does not hold it.
  mutating func centredPass(_ index: Int) -> [String] {
    let sums = sweeps[index].reductions
    guard mode == .single else {
      return sums.map { "\(precision.real) \(names[$0]);" } + ["{"] + meansFirst(index) + ["}"]
    }
    let split = splitNodes(inPass: index)
    let condition = split.isEmpty ? nil : self.condition(split, inPass: index)
    var lines = parts(split) + variances(index).flatMap { guessing($0) }
    lines += sums.map { "double \(names[$0]) = 0;" }
    let attempt = singleSweep(index) + corrections(index)
    if together == .two {
      lines += condition.map { [givingUp(unless: $0)] } ?? []
      return lines + (triesZero ? takingAgain(index, attempt) : attempt + [givingUp(unless: fitting(sums))])
    }
    let fits = fits(index)
    let isWorth = ["attempt < \(attempts)", "!\(fits)"] + (condition.map { ["(\($0))"] } ?? [])
    lines.append("int \(fits) = 0;")
    lines.append("for (int attempt = 0; \(isWorth.joined(separator: " && ")); ++attempt) {")
    lines += attempt.map { "  " + $0 } + ["  \(fits) = \(fitting(sums));"]
    let found = variances(index).map(guessingAnew)
    lines += found.map { "  if (!\(fits)) " + $0 } + ["}", "if (!\(fits)) {"]
    let isNeeded = variances(index).contains { standsAtGuess($0.mean) }
    mode = .double
    return lines + meansFirst(index) + (isNeeded ? found.map { "  " + $0 } : []) + ["}"]
  }

  /// The name of what tells whether f32 holds a pass.
  func fits(_ index: Int) -> String { "pass_\(index + 1)_fits" }

  func variances(_ index: Int) -> [CentredSum] { sweeps[index].centred.filter(\.isVariance) }

  /// The mean in terms of its sum: in a segment of a row that of the segment.
  func mean(_ variance: CentredSum) -> String { "\(names[variance.sum]) / \(Double(kernel.width))" }

  /// The sums that means are made of, the means, and the sums around them.
  private mutating func meansFirst(_ index: Int) -> [String] {
    let around = Set(sweeps[index].centred.map(\.node))
    var first = sweeps[index]
    first.reductions.removeAll(where: around.contains)
    var lines = part(first, inPass: index)
    lines += variances(index).map { "const \(precision.real) \(names[$0.mean]) = \(mean($0));" }
    lines += part(Sweep(reductions: around.sorted()), inPass: index)
    return lines.map { "  " + $0 }
  }

  /// The statements of a part of a pass.
  private mutating func part(_ sweep: Sweep, inPass index: Int) -> [String] {
    var part = self
    part.sweeps[index] = Sweep(reductions: sweep.reductions, stores: sweep.stores)
    part.needs[index] = kernel.varyingNodes(from: kernel.roots(of: sweep))
    defer { functions = part.functions }
    return part.sweep(index, assigning: true)
  }

  // MARK: - Corrections

  /// Sums of distances from guesses made those that the program asks for.
  mutating func corrections(_ index: Int) -> [String] {
    variances(index).flatMap { variance in
      let offset = "\(names[variance.mean])_offset"
      let centred = sweeps[index].centred.filter { $0.mean == variance.mean }
      return ["const \(perRowType) \(offset) = \(mean(variance));"]
        + centred.flatMap { correction($0, offset) }
        + ["\(names[variance.sum]) += \(Double(kernel.width)) * \(widened(guess(of: variance.mean)));"]
    }
  }

  private func correction(_ centred: CentredSum, _ offset: String) -> [String] {
    let excess = "\(names[centred.node])_excess"
    return [
      "const \(perRowType) \(excess) = \(offset) * \(names[centred.otherSum]);",
      "\(names[centred.node]) -= \(excess);",
    ]
  }
}
