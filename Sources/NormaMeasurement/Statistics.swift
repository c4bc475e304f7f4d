/// A list of measurements, sorted, in the unit they were taken in.
package struct Statistics: Hashable, Sendable {
  /// The measurements, smallest first; at least one.
  package let sorted: [Double]

  /// - Precondition: there is at least one measurement, and none is NaN.
  package init(_ measurements: [Double]) {
    precondition(!measurements.isEmpty, "statistics need at least one measurement")
    sorted = measurements.sorted()
  }

  /// The middle measurement, or the mean of the two in the middle.
  package var median: Double { quantile(0.5) }
  /// The smallest measurement.
  package var minimum: Double { sorted[0] }
  /// The largest measurement.
  package var maximum: Double { sorted[sorted.count - 1] }

  /// The value below which a fraction of the measurements lie, interpolated between neighbours.
  ///
  /// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", definition 7.
  package func quantile(_ fraction: Double) -> Double {
    let place = min(max(fraction, 0), 1) * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  /// Bounds of the median of what was measured from: on either side it lies outside with at most the probability
  /// `error`, whatever the distribution. Nil where there are too few measurements to say so.
  ///
  /// The k-th smallest of n exceeds the median with the probability that fewer than k of n fair coins fall.
  ///
  /// Source: the sign test; Conover, "Practical Nonparametric Statistics", section 3.2.
  package func medianBounds(error: Double) -> ClosedRange<Double>? {
    let count = sorted.count
    var (place, term, below) = (0, Double(sign: .plus, exponent: -count, significand: 1), 0.0)
    while place < count, below + term <= error {
      below += term
      term *= Double(count - place) / Double(place + 1)
      place += 1
    }
    guard place > 0, place <= (count + 1) / 2 else { return nil }
    return sorted[place - 1]...sorted[count - place]
  }
}
