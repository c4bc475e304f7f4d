import NormaArrays
import StableHLO
import Testing

/// Rows that normalization is known to get wrong.
struct HostileRows: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// A row of a width; the generator gives numbers from -1 to 1.
  let row: @Sendable (Int, () -> Double) -> [Double]

  static let all: [HostileRows] =
    [1e2, 1e3, 1e4, 1e5].map { ratio in
      HostileRows(testDescription: "mean/std of about \(ratio)") { width, next in
        (0..<width).map { _ in ratio + 1.7 * next() }
      }
    } + [
      HostileRows(testDescription: "one huge outlier") { width, next in
        (0..<width).map { $0 == width / 2 ? 3e7 : next() }
      },
      HostileRows(testDescription: "tiny values") { width, next in (0..<width).map { _ in 1e-12 * next() } },
      HostileRows(testDescription: "mean zero") { width, next in (0..<width).map { _ in next() } },
      HostileRows(testDescription: "constant") { width, _ in Array(repeating: 0.1, count: width) },
    ]

  static let widths = [1, 7, 63, 129]
}

/// γ(k) = k·u / (1 - k·u) in f32.
func gamma(_ roundings: Double) -> Double {
  let error = roundings * 0x1p-24
  return error / (1 - error)
}

/// A row, what is exact of it, and what a bound is made of.
struct Row {
  let x: [Double]
  var width: Double { Double(x.count) }
  var mean: Double { x.reduce(0, +) / width }
  /// mean|x|
  var size: Double { x.map(abs).reduce(0, +) / width }
  var meanSquare: Double { x.map { $0 * $0 }.reduce(0, +) / width }
  var variance: Double { deviations.map { $0 * $0 }.reduce(0, +) / width }
  var deviations: [Double] { x.map { $0 - mean } }
}
