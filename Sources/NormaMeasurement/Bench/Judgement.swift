internal import NormaArrays
internal import StableHLO

/// How far an implementation's results lie from float64.
package struct Judgement: Hashable, Sendable {
  /// The largest error, in ULP of the largest value of its row; a sum over rows is one row.
  package private(set) var error = 0.0
  /// The largest error over what is allowed: at most 1 where all is well.
  package private(set) var excess = 0.0
  /// The elements that nobody wrote.
  package private(set) var unwritten = 0
  /// True where a value is NaN or infinite and must not be, or the other way round.
  package private(set) var hasWrongKind = false
  /// The rows compared with float64, of those there are.
  package private(set) var rowsCompared = 0

  /// True where everything was written and lies within what is allowed.
  package var holds: Bool { unwritten == 0 && !hasWrongKind && excess <= 1 }

  /// What is compared and allowed, in words.
  package static let words = """
    every element must be written; rows at four places from the first to the last, and all sums over rows, are \
    compared with float64; allowed are 8 sqrt(n) units of f32 for n terms, and 8 ULP of a 16-bit type on top; integers may \
    be off by one in 2 % of the places
    """

  /// Judges the results of a case.
  init(_ results: [NDArray], of bench: BenchCase, by reference: BenchReference) {
    unwritten = results.reduce(0) { $0 + Poison.count(in: $1) }
    for block in reference.blocks {
      for (index, expected) in block.results where results.indices.contains(index) {
        add(
          results[index][block.rows], expected.converted(to: .f64).elements(as: Double.self),
          width: expected.shape.dimensions.last ?? 1, terms: bench.width)
      }
      rowsCompared += block.rows.count * bench.rows / max(1, bench.input.shape.dimensions.first ?? 1)
    }
    for (index, expected) in reference.sums where results.indices.contains(index) {
      add(results[index], expected, width: expected.count, terms: bench.rows)
    }
  }

  /// Compares rows of values, each of which is made of so many terms.
  private mutating func add(_ found: NDArray, _ expected: [Double], width: Int, terms: Int) {
    let values = found.converted(to: .f64).elements(as: Double.self)
    guard var errors = RowErrors(found.scalarType), width > 0 else { return addIntegers(values, expected) }
    for start in stride(from: 0, to: values.count, by: width) {
      errors.add(
        found: Array(values[start..<start + width]), reference: Array(expected[start..<start + width]))
    }
    error = max(error, errors.largest)
    excess = max(excess, errors.largest / Self.allowance(found.scalarType, terms: terms))
    hasWrongKind = hasWrongKind || errors.mismatch != nil
  }

  /// The part of integers that may be off by one. Sums differ by 8 sqrt(n) units of f32 at most, which makes another
  /// integer of a value that lies so close to the middle of two: of eight bits below 65,536 terms that is 127 * 8 *
  /// 256 * 2^-24 = 1.6 % at worst, and a hundredth of that where roundings cancel as usual.
  private static let mostOffByOne = 0.02

  private mutating func addIntegers(_ found: [Double], _ expected: [Double]) {
    let distances = zip(found, expected).map { abs($0 - $1) }
    let (largest, count) = (distances.max() ?? 0, distances.count { $0 > 0 })
    error = max(error, largest)
    excess = max(excess, largest, Double(count) / Double(max(1, distances.count)) / Self.mostOffByOne)
  }

  /// The ULP that a right implementation may be off by.
  ///
  /// Roundings of n terms wander like sqrt(n) units of the type that sums are taken in, which is at least f32
  /// (Higham, "Accuracy and Stability of Numerical Algorithms", section 4.2, the probabilistic bound); eight times
  /// that leaves room for the few roundings of each term. What is rounded to 16 bits on its way in and out
  /// adds eight units of its own.
  static func allowance(_ scalar: ScalarType, terms: Int) -> Double {
    guard let format = FloatFormat(scalar) else { return .infinity }
    let bits = max(24, format.precision)
    let scale = Double(sign: .plus, exponent: format.precision - bits, significand: 1)
    return 8 * Double(terms).squareRoot() * scale + (format.precision < 24 ? 8 : 1)
  }
}
