package import NormaArrays

/// How far computed rows lie from a reference in Double, in units in the last place (ULP).
///
/// The unit is that of the row's largest finite reference value: a norm's small outputs are differences
/// of numbers of the row's size, and cannot be better than those. `roundedDistance` is the stricter
/// measure for 16-bit types: the distance to the correctly rounded value, in that value's own unit.
package struct RowErrors: Hashable, Sendable {
  /// A value that must be NaN, or an infinity, and is not; or the other way round.
  package struct Mismatch: Hashable, Sendable {
    /// Where it stands.
    package let row: Int, column: Int
    /// What was computed, and what it should be.
    package let found: Double, expected: Double
  }

  /// The largest error in ULP of its row's largest value.
  package private(set) var largest = 0.0
  /// Where the largest error stands.
  package private(set) var row = 0, column = 0
  /// What was computed there, and what it should be.
  package private(set) var found = 0.0, expected = 0.0
  /// The largest distance from the correctly rounded reference, in units of that value.
  package private(set) var roundedDistance = 0.0
  /// The first value whose kind is wrong: NaN or an infinity must stand exactly where the reference has them.
  package private(set) var mismatch: Mismatch?
  /// The number of rows compared.
  package private(set) var rows = 0

  private let format: FloatFormat

  /// No rows yet, of outputs of a floating-point type; nil for other types.
  package init?(_ scalar: ScalarType) {
    guard let format = FloatFormat(scalar) else { return nil }
    self.format = format
  }

  /// Compares one row; the rows are counted in the order they come.
  ///
  /// - Precondition: both have the same number of elements.
  package mutating func add(found row: [Double], reference: [Double]) {
    precondition(row.count == reference.count, "a row of \(row.count) against one of \(reference.count)")
    defer { rows += 1 }
    let size = reference.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let unit = format.unit(at: format.rounded(size).isFinite ? size : .greatestFiniteMagnitude)
    for (column, (found, expected)) in zip(row, reference).enumerated() {
      compare(found, expected, unit: unit, column: column)
    }
  }

  /// True if no kind is wrong and every value lies within so many ULP of its row's largest.
  package func areWithin(_ units: Double) -> Bool { mismatch == nil && largest <= units }

  private mutating func compare(_ found: Double, _ expected: Double, unit: Double, column: Int) {
    let target = format.rounded(expected)
    guard target.isFinite && found.isFinite else {
      let agrees = target.isNaN ? found.isNaN : found == target
      if !agrees && mismatch == nil {
        mismatch = Mismatch(row: rows, column: column, found: found, expected: expected)
      }
      return
    }
    roundedDistance = max(roundedDistance, abs(found - target) / format.unit(at: target))
    let error = abs(found - expected) / unit
    if error > largest {
      (largest, row, self.column) = (error, rows, column)
      (self.found, self.expected) = (found, expected)
    }
  }
}
