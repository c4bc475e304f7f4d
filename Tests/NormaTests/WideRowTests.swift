import Norma
import Testing

/// Rows wide enough to be divided into segments, as users meet them.
@Suite struct WideRowTests {
  /// The narrowest that is divided, one column more, and tails of a segment and some columns.
  static let widths = [131_072, 131_073, 131_072 + 32_768 + 17]

  @Test(arguments: Formula.allCases, widths)
  func `wide rows are as right as others`(formula: Formula, width: Int) throws {
    try check(formula, width: width, as: Float.self, offsets: [-2.3, 1e4])
    if width == Self.widths[1] {
      try check(formula, width: width, as: BFloat16.self, offsets: [-2.3])
      try check(formula, width: width, as: Float16.self, offsets: [-2.3])
      try check(formula, width: width, as: Double.self, offsets: [-2.3])
    }
  }

  private func check<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, as type: Element.Type, offsets: [Double]
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    for offset in offsets {
      let x = trial.rows(1, offset: offset)
      let error = Judge.error(of: try trial.results(x)[...], meant: trial.meant(x))
      #expect(error <= 1, "\(Element.self), offset \(offset)")
    }
  }

  @Test(arguments: [Formula.layerNorm, .rmsNorm], [HostileRow.huge, .outlier, .denormal, .zeros])
  func `hostile wide rows give what real arithmetic gives`(formula: Formula, kind: HostileRow) throws {
    let trial = Trial<Float>(formula, width: Self.widths[1])
    let x = kind.values(trial.width, as: Float.self)
    #expect(Judge.error(of: try trial.results(x)[...], meant: trial.meant(x)) <= 1)
  }

  @Test(arguments: [Float(-2.3), 1e15, -1e30]) func `a constant wide row gives exactly the bias`(value: Float)
    throws
  {
    let trial = Trial<Float>(.layerNorm, width: Self.widths[2])
    #expect(try trial.results([Float](repeating: value, count: trial.width)) == trial.bias)
  }

  /// A row alone, which threads share, and the same row among many, which they do not.
  @Test(arguments: Formula.allCases) func `a wide row gives the same bits alone and among others`(
    formula: Formula
  ) throws {
    let trial = Trial<Float>(formula, width: Self.widths[1])
    let row = trial.rows(1)
    let alone = try trial.results(row)
    let (rows, place) = (40, 23)
    var x = [Float](repeating: 1, count: rows * trial.width)
    x.replaceSubrange(place * trial.width..<(place + 1) * trial.width, with: row)
    let found = try trial.results(x)
    #expect(Array(found[place * trial.width..<(place + 1) * trial.width]).hasSameBits(as: alone))
  }
}
