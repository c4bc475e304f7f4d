import Norma

/// A layer with weight and bias of one element type, beside its formula in Double.
struct Trial<Element: TensorScalar & BinaryFloatingPoint> {
  let formula: Formula
  let width: Int
  let weight: [Element], bias: [Element]
  let layer: any Layer
  private let epsilon: Double

  init(_ formula: Formula, width: Int, epsilon: Double? = nil) {
    self.init(
      formula, width: width, epsilon: epsilon,
      weight: Rows.noise(width, offset: 1, scale: 0.5, seed: 7).map { Element($0) },
      bias: Rows.noise(width, offset: 0, scale: 0.5, seed: 8).map { Element($0) })
  }

  init(_ formula: Formula, width: Int, epsilon: Double? = nil, weight: [Element], bias: [Element]) {
    (self.formula, self.width, self.weight, self.bias) = (formula, width, weight, bias)
    layer = formula.layer(
      width: width, weight: NDArray(weight, shape: [width]), bias: NDArray(bias, shape: [width]),
      epsilon: epsilon)
    let given = epsilon ?? formula.usualEpsilon
    self.epsilon = Element.scalarType == .f64 ? given : Double(Float(given))
  }

  /// Rows of offset + 0.5 * noise.
  func rows(_ count: Int, offset: Double = -2.3, seed: UInt64 = 3) -> [Element] {
    Rows.noise(count * width, offset: offset, scale: 0.5, seed: seed).map { Element($0) }
  }

  /// What the layer makes of rows that stand one after another.
  func results(_ x: [Element]) throws -> [Element] {
    try layer(NDArray(x, shape: [x.count / width, width])).elements(as: Element.self)
  }

  /// What the formula makes of one row.
  func meant(_ row: some Collection<Element>) -> [Double] {
    let exact = row.map { Double($0) }
    return formula.row(
      exact[...], weight: weight.map { Double($0) }, bias: bias.map { Double($0) }, epsilon: epsilon)
  }
}

extension Array where Element: BinaryFloatingPoint & BitwiseCopyable {
  /// True when every element has the same bits: NaN equals itself, 0 differs from -0.
  func hasSameBits(as other: [Element]) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { mine in unsafe other.withUnsafeBytes { unsafe mine.elementsEqual($0) } }
  }
}
