import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

/// The layers against their formulas, written as loops over one row.
@Suite struct FormulaTests {
  /// Float64 programs may differ from float64 loops by the order of sums: at most one rounding for each
  /// element and step.
  static func bound(_ width: Int) -> Double { Double(8 * width + 16) * 0x1p-53 }

  static let widths = [1, 2, 3, 17, 127, 1151]
  static let offsets = [0, -2.3, 1e2, 1e5]

  /// A row of numbers that are far from symmetric and in no order.
  private func row(_ width: Int, offset: Double) -> [Double] {
    (0..<width).map { index in
      let fraction = Double((index * 7919 + 13) % 1009) / 1009
      return offset + fraction / 2
    }
  }

  private func parameter(_ width: Int, _ start: Double) -> [Double] {
    (0..<width).map { start + Double($0 % 7) / 8 }
  }

  private func compare(_ layer: some Layer, _ x: [Double], _ expected: [Double], condition: Double = 1) throws
  {
    let found = try run(layer, on: NDArray(x, shape: [1, x.count])).elements(as: Double.self)
    let scale = expected.map(abs).max() ?? 0
    let error = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
    #expect(error <= Self.bound(x.count) * scale * condition)
  }

  @Test(arguments: widths, offsets)
  func `layer norm is its formula`(width: Int, offset: Double) throws {
    let (x, weight, bias) = (row(width, offset: offset), parameter(width, 0.5), parameter(width, -1))
    let mean = x.reduce(0, +) / Double(width)
    let distances = x.map { ($0 - mean) * ($0 - mean) }
    let variance = distances.reduce(0, +) / Double(width)
    let root = (variance + 1e-5).squareRoot()
    let expected = x.indices.map { (x[$0] - mean) / root * weight[$0] + bias[$0] }
    let layer = LayerNorm(
      normalizedShape: [width], weight: Parameter(NDArray(weight, shape: [width])),
      bias: Parameter(NDArray(bias, shape: [width])))
    // A mean off by one rounding shifts every centred element.
    try compare(layer, x, expected, condition: 1 + abs(mean) / root)
  }

  @Test(arguments: widths, offsets)
  func `root mean square and length norms are their formulas`(width: Int, offset: Double) throws {
    let x = row(width, offset: offset)
    let weight = parameter(width, 0.5)
    let squares = x.reduce(0) { $0 + $1 * $1 }
    let root = (squares / Double(width) + 1e-6).squareRoot()
    let layer = RMSNorm(width, weight: Parameter(NDArray(weight, shape: [width])))
    try compare(layer, x, x.indices.map { x[$0] / root * weight[$0] })
    try compare(L2Norm(), x, x.map { $0 / (squares + 1e-12).squareRoot() })
  }

  @Test(arguments: widths)
  func `softmax weights sum to one`(width: Int) throws {
    let x = row(width, offset: 700)
    let y = try run(Softmax(), on: NDArray(x, shape: [1, width])).elements(as: Double.self)
    #expect(abs(y.reduce(0, +) - 1) <= Self.bound(width))
    let ratio = try #require(y.last) / y[0]
    let power = try #require(x.last) - x[0]
    #expect(abs(ratio - expOf(power)) <= 0x1p-40)
  }

  /// The exponential by its series: the arguments here are below one.
  private func expOf(_ x: Double) -> Double {
    var sum = 1.0
    for term in (1...30).reversed() { sum = 1 + x / Double(term) * sum }
    return sum
  }
}
