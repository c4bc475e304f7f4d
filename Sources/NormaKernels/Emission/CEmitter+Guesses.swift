internal import NormaArrays
internal import StableHLO

/// The first guess of a mean, for passes that take sums around it along; see `CEmitter+Centred`.
///
/// Zero costs nothing: no vector is looked at before, and nothing is subtracted from any. It does for rows whose mean is
/// within a deviation of it; the others are taken again with the mean that was found. Short rows start with it, whose sample
/// takes as long as a pass (LayerNorm f32 8192 x 64 in 0.65 of the time, and in 1.02 where rows are taken again), and rows that
/// leave nothing but 16 bits. For those it does up to two deviations: the variance is then off by at most
/// 5 * 11 * 2^-24 < 2^-18 of itself and a result by half of that, where rounding alone takes up to 2^-12 (f16) or 2^-9 (bf16).
/// There the last pass, too, takes its distances from the guess; what is left of the mean, at most two deviations, rounds by
/// 2^-24 of one.
///
/// Longer rows of f32, and segments of rows, start with a sample: the mean of some vectors, spread evenly over the row, of at
/// least one and a half times the root of the row's width of values, so that one value among them that makes up most of the
/// row's deviation, sqrt(n) deviations from the mean, moves the guess by less than one deviation.
extension CEmitter {
  /// True where zero is the first guess.
  var guessesZero: Bool {
    !isDivided && (rowsAreShort || (leavesHalves && !sweeps.contains(where: \.isTakenInTurn)))
  }

  /// True where all that a row leaves is of 16 bits.
  private var leavesHalves: Bool { kernel.outputs.allSatisfy { $0.type.byteCount == 2 } }

  /// True for functions of several rows that tell whether zero was the guess for all of them.
  var triesZero: Bool { together != .one && guessesZero }

  /// How often a row is taken in f32: around the first guess, around the mean that it led to, and alone where the first was no
  /// sample once more.
  var attempts: Int { together == .one && guessesZero ? 3 : 2 }

  /// How many times what is left of a sum of squares its excess may be.
  var largestExcess: Double { leavesHalves && guessesZero ? 4 : 1 }

  // MARK: - Names

  /// The name of a mean's guess.
  func guess(of mean: Int) -> String { "\(names[mean])_guess" }

  /// The name of the f32 that stands for a value: the one next to it, or a guess.
  func nearest(_ node: Int) -> String { standsAtGuess(node) ? guess(of: node) : "\(names[node])_single" }

  /// The name of what tells whether a pass of several rows ended with zero for the guess of all means.
  func fromZero(_ pass: Int) -> String { "pass_\(pass + 1)_from_zero" }

  /// A difference, or the value alone while it is one from a guess that is zero.
  func distance(_ difference: String, of value: String, from mean: Int) -> String {
    guard triesZero, isGuessed(mean) || standsAtGuess(mean), let pass = guessingPass(mean) else {
      return difference
    }
    return "\(fromZero(pass)) ? \(value) : \(difference)"
  }

  /// The pass that finds a mean around a guess of it.
  private func guessingPass(_ mean: Int) -> Int? {
    sweeps.firstIndex { $0.centred.contains { $0.isVariance && $0.mean == mean } }
  }

  /// True for a mean whose guess later passes take their distances from, in place of the f32 next to it.
  func standsAtGuess(_ node: Int) -> Bool {
    guard guessingPass(node) != nil, kernel.outputs.allSatisfy({ $0.node != node }), leavesHalves, guessesZero
    else { return false }
    return users[node].allSatisfy { !kernel.nodes[$0].layout.variesAlongRow || isSumOfParts($0) }
  }

  // MARK: - Statements

  /// The definition of a mean's first guess.
  mutating func guessing(_ variance: CentredSum) -> [String] {
    let guess = guess(of: variance.mean)
    if guessesZero { return [together == .sixteen ? "f32 \(guess)[16] = {0};" : "float \(guess) = 0;"] }
    let sample = "\(names[variance.mean])_sample"
    let sum = "\(use(.fold(.sum, .single)))(\(sample))"
    return sampling(variance, sample) + ["float \(guess) = \(sum) / \(Float(samples.count * Self.lanes))f;"]
  }

  /// Adds some of the row's vectors up.
  private mutating func sampling(_ variance: CentredSum, _ name: String) -> [String] {
    let value = kernel.nodes[variance.sum].operands[0]
    let (count, step) = samples
    var lines = [
      "lanes \(name) = \(use(.splat(.single)))(0);",
      "for (integer column = 0; column < \(count * step); column += \(step)) {",
    ]
    lines += kernel.varyingNodes(from: [value]).filter { !isFusedProduct($0) }.map {
      "  " + definition($0, .full)
    }
    return lines + ["  \(name) = \(name) + \(vector(value));", "}"]
  }

  /// How many vectors a sample is made of, and the columns from one to the next.
  private var samples: (count: Int, step: Int) {
    var count = 2
    while count * count * Self.lanes * Self.lanes * 4 < kernel.width * 9 { count *= 2 }
    return (count, kernel.width / count / Self.lanes * Self.lanes)
  }

  /// The next guess, the mean that the last one led to.
  func guessingAnew(_ variance: CentredSum) -> String {
    "\(guess(of: variance.mean)) = (float)(\(mean(variance)));"
  }

  // MARK: - Several rows

  /// Sums around zero, and where that does not do for all rows once more: around the means of those for which it does not.
  mutating func takingAgain(_ index: Int, _ sums: [String]) -> [String] {
    let (fits, fromZero) = (fits(index), fromZero(index))
    let statements = sums + verdict(index) + ["if (!\(fits)) \(fromZero) = 0;"]
    return ["int \(fits) = 0, \(fromZero) = 1;"]
      + ["for (int attempt = 0; attempt < \(attempts) && !\(fits); ++attempt) {"]
      + statements.map { "  " + $0 } + ["}", givingUp(unless: fits)]
  }

  /// Which rows f32 holds, and other guesses for the rest of them.
  private mutating func verdict(_ index: Int) -> [String] {
    let fits = fits(index)
    guard together == .sixteen else {
      let each = "\(fits)\(Self.rowMark)"
      return [
        "const int \(each) = \(fitting(sweeps[index].reductions));", "\(fits) = \(fits)_a && \(fits)_b;",
      ]
        + variances(index).map { "if (!\(each)) \(guessingAnew($0))" }
    }
    asksEachLane = true
    defer { asksEachLane = false }
    let found = variances(index).map { variance in
      let guess = "\(use(.choose(.double)))(\(fits)_each, \(use(.splat(.double)))(0), \(mean(variance)))"
      return "if (!\(fits)) \(storingSingles(self.guess(of: variance.mean), inSingle(guess)))"
    }
    return [
      "const wide_mask \(fits)_each = \(fitting(sweeps[index].reductions));",
      "\(fits) = \(use(.inAllLanes))(\(fits)_each);",
    ] + found
  }
}
