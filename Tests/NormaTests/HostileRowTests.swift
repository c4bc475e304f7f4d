import Norma
import Testing

/// Rows that break careless normalizations.
enum HostileRow: String, CaseIterable {
  case constant, zeros, negativeZeros, outlier, rising, misleading, huge, denormal, leastNonzero

  func values<Element: TensorScalar & BinaryFloatingPoint>(_ width: Int, as type: Element.Type) -> [Element] {
    let isHalf = Element.scalarType == .f16
    let noise = Rows.noise(width, offset: 0, scale: 1, seed: UInt64(width))
    switch self {
    case .constant: return [Element](repeating: Element(-2.3), count: width)
    case .zeros: return [Element](repeating: 0, count: width)
    case .negativeZeros: return [Element](repeating: -0.0, count: width)
    case .outlier:
      var row = noise.map { Element($0) }
      row[width / 2] = Element(isHalf ? 65504 : 1e15)
      return row
    case .rising: return (0..<width).map { Element($0) }
    case .misleading:
      // Vectors at the quarters of the row, from which a mean may be guessed, far from all others.
      let quarter = max(16, width / 4 / 16 * 16)
      return noise.enumerated().map { Element($0 % quarter < 16 ? $1 + 1000 : $1) }
    case .huge: return noise.map { Element($0 * (isHalf ? 6e4 : 1e30)) }
    case .denormal: return noise.map { Element($0) * Element.leastNormalMagnitude }
    case .leastNonzero: return noise.map { $0 < 0 ? -Element.leastNonzeroMagnitude : .leastNonzeroMagnitude }
    }
  }
}

@Suite struct HostileRowTests {
  static let widths = [1, 3, 17, 64, 1000]

  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `hostile rows give what real arithmetic gives`(formula: Formula, type: FloatingType) throws {
    try type.open { try check(formula, as: $0, epsilon: nil, widths: Self.widths) }
  }

  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `hostile rows without epsilon give what the formula gives`(formula: Formula, type: FloatingType) throws
  {
    try type.open { try check(formula, as: $0, epsilon: 0, widths: [1, 17]) }
  }

  private func check<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, as type: Element.Type, epsilon: Double?, widths: [Int]
  ) throws {
    for width in widths {
      let trial = Trial<Element>(formula, width: width, epsilon: epsilon)
      let x = HostileRow.allCases.map { $0.values(width, as: type) }
      let found = try trial.results(x.flatMap(\.self))
      for (index, kind) in HostileRow.allCases.enumerated() {
        let row = found[index * width..<(index + 1) * width]
        #expect(Judge.error(of: row, meant: trial.meant(x[index])) <= 1, "\(kind) width \(width)")
      }
    }
  }

  @Test(arguments: FloatingType.allCases, widths)
  func `a constant row gives exactly the bias`(type: FloatingType, width: Int) throws {
    try type.open { try checkConstants(width, as: $0) }
  }

  private func checkConstants<Element: TensorScalar & BinaryFloatingPoint>(
    _ width: Int, as type: Element.Type
  ) throws {
    let constants = [5, -2.3, 0.1, 1e4, 65504, 1e15, -1e30].map { Element($0) }.filter(\.isFinite)
    let trial = Trial<Element>(.layerNorm, width: width)
    let found = try trial.results(constants.flatMap { [Element](repeating: $0, count: width) })
    for (index, constant) in constants.enumerated() {
      #expect(Array(found[index * width..<(index + 1) * width]) == trial.bias, "rows of \(constant)")
    }
  }

  @Test(arguments: [Formula.rmsNorm, .l2Norm], FloatingType.allCases)
  func `a zero keeps its sign`(formula: Formula, type: FloatingType) throws {
    try type.open { try checkSigns(formula, as: $0) }
  }

  private func checkSigns<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: 17)
    var x = trial.rows(1)
    (x[3], x[4]) = (-0.0, 0)
    let found = try trial.results(x)
    #expect(found[3] == 0 && found[3].sign == .minus)
    #expect(found[4] == 0 && found[4].sign == .plus)
  }
}
