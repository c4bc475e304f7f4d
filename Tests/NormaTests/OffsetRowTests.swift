import Norma
import Testing

/// Rows whose means are so many deviations from zero: near it, about where a guess of zero does not do any more (1 for rows of
/// f32, 5.7 for results of 16 bits), and far from it.
@Suite struct OffsetRowTests {
  /// In deviations, which of noise that is spread evenly are 0.5 / sqrt(3).
  static let offsets: [Double] = [0, 0.6, 0.98, 1.02, -1.5, 1.95, -2.05, 3, 20, 1e3]
  static let widths = [64, 80, 100, 128, 256, 512, 1000]
  private static let deviation = 0.5 / 3.0.squareRoot()

  /// As `Judge` allows; results of 16 bits that the bias has cancelled may be off by 2^-20 of the row's largest.
  @Test(arguments: FloatingType.allCases, widths)
  func `are right among rows of other offsets`(type: FloatingType, width: Int) throws {
    try type.open { try checkErrors(width, as: $0) }
  }

  private func checkErrors<Element: TensorScalar & BinaryFloatingPoint>(
    _ width: Int, as type: Element.Type
  ) throws {
    try forEachResult(width, as: type) { trial, index, row, result in
      let meant = trial.meant(row)
      let largest = meant.map(\.magnitude).max() ?? 0
      let error =
        zip(result, meant).map { found, meant in
          let error = Judge.error(of: found, meant: meant, largest: largest, width: width)
          return error <= 1 ? 0 : abs(Double(found) - meant) / largest
        }.max() ?? 0
      #expect(error <= 0x1p-20, "row \(index), width \(width): \(error)")
    }
  }

  @Test(arguments: FloatingType.allCases, widths)
  func `have the same bits alone as among others`(type: FloatingType, width: Int) throws {
    try type.open { try checkBits(width, as: $0) }
  }

  private func checkBits<Element: TensorScalar & BinaryFloatingPoint>(
    _ width: Int, as type: Element.Type
  ) throws {
    try forEachResult(width, as: type) { trial, index, row, result in
      let alone = try trial.results(row)
      #expect(result.hasSameBits(as: alone), "row \(index), width \(width)")
    }
  }

  /// Runs rows of all offsets in one call, and looks at each with its result.
  private func forEachResult<Element: TensorScalar & BinaryFloatingPoint>(
    _ width: Int, as type: Element.Type,
    _ look: (_ trial: Trial<Element>, _ index: Int, _ row: [Element], _ result: [Element]) throws -> Void
  ) throws {
    let trial = Trial<Element>(.layerNorm, width: width)
    let rows = Self.mixed(trial)
    let found = try trial.results(rows.flatMap(\.self))
    for (index, row) in rows.enumerated() {
      try look(trial, index, row, Array(found[index * width..<(index + 1) * width]))
    }
  }

  /// Sixteen rows of each offset, then rows of all offsets in turns.
  private static func mixed<Element>(_ trial: Trial<Element>) -> [[Element]] {
    let alike = offsets.flatMap { [Double](repeating: $0, count: 16) }
    let inTurns = offsets + offsets + offsets + [0, 0]
    return (alike + inTurns).enumerated().map { index, offset in
      trial.rows(1, offset: offset * deviation, seed: UInt64(index + 1))
    }
  }

  /// What the sums lose of a variance is at most 5 * 11 * 2^-24 of it, a result half of that, so that one of 150 results of f16
  /// may round to the other side; one of 1,780 did, and one of 3,560 of bf16.
  @Test(arguments: [FloatingType.bf16, .f16], widths)
  func `are rounded correctly in nearly all places`(type: FloatingType, width: Int) throws {
    try type.open { try checkRounding(width, as: $0) }
  }

  private func checkRounding<Element: TensorScalar & BinaryFloatingPoint>(
    _ width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(.layerNorm, width: width)
    let count = 32_000 / width
    for offset in Self.offsets {
      let x = trial.rows(count, offset: offset * Self.deviation, seed: 5)
      let found = try trial.results(x)
      var wrong = 0
      for row in 0..<count {
        let range = row * width..<(row + 1) * width
        wrong += zip(found[range], trial.meant(x[range])).count { $0 != Element($1) }
      }
      let allowed = Double(x.count) / (type.scalarType == .bf16 ? 2000 : 1000)
      #expect(Double(wrong) <= allowed, "offset \(offset), width \(width): \(wrong) of \(x.count)")
    }
  }
}
