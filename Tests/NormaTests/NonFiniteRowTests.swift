import Norma
import Testing

@Suite struct NonFiniteRowTests {
  /// Elements put into the middle of a row, each a row of its own.
  static let intruders: [[Double]] = [
    [.infinity], [-.infinity], [.nan], [.infinity, -.infinity], [.nan, .infinity], [-.infinity, -.infinity],
  ]

  @Test(arguments: Formula.allCases, FloatingType.allCases)
  func `NaN stands exactly where the formula gives it, and in no other row`(
    formula: Formula, type: FloatingType
  ) throws {
    try type.open { opened in
      for width in [2, 3, 17, 64] { try check(formula, width: width, as: opened) }
    }
  }

  private func check<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    let rows = 2 * Self.intruders.count + 1
    let sound = trial.rows(rows)
    var broken = sound
    for (index, intruder) in Self.intruders.enumerated() {
      let start = (2 * index + 1) * width + (width - intruder.count) / 2
      for (offset, value) in intruder.enumerated() { broken[start + offset] = Element(value) }
    }
    let (before, after) = (try trial.results(sound), try trial.results(broken))
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      if row % 2 == 0 {
        #expect(Array(after[range]).hasSameBits(as: Array(before[range])), "row \(row) of width \(width)")
      } else {
        let meant = trial.meant(broken[range])
        #expect(after[range].map(\.isNaN) == meant.map(\.isNaN), "row \(row) of width \(width)")
        #expect(Judge.error(of: after[range], meant: meant) <= 1, "row \(row) of width \(width)")
      }
    }
  }

  @Test(arguments: FloatingType.allCases)
  func `softmax ignores an element of minus infinity, and a row of nothing else is NaN`(type: FloatingType)
    throws
  {
    try type.open { try checkMasked(as: $0) }
  }

  private func checkMasked<Element: TensorScalar & BinaryFloatingPoint>(as type: Element.Type) throws {
    let trial = Trial<Element>(.softmax, width: 4)
    let found = try trial.results(
      [1, -.infinity, 1, -.infinity] + [Element](repeating: -.infinity, count: 4))
    #expect(Array(found[..<4]) == [0.5, 0, 0.5, 0])
    let isUndefined = found[4...].allSatisfy(\.isNaN)
    #expect(isUndefined)
  }

  @Test(arguments: Formula.allCases, [0, 1, 2, 63, 1000])
  func `every row of any number of rows is right`(formula: Formula, rows: Int) throws {
    for type in FloatingType.allCases {
      try type.open { opened in
        for width in [1, 3, 17] { try checkRows(formula, rows, width: width, as: opened) }
      }
    }
  }

  private func checkRows<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, _ rows: Int, width: Int, as type: Element.Type
  ) throws {
    let trial = Trial<Element>(formula, width: width)
    let x = trial.rows(rows)
    let found = try trial.results(x)
    #expect(found.count == x.count)
    // Few rows are judged by the formula; the rest repeat nothing that these do not show.
    for row in Set([0, 1, rows / 2, rows - 2, rows - 1]) where 0..<rows ~= row {
      let range = row * width..<(row + 1) * width
      let error = Judge.error(of: found[range], meant: trial.meant(x[range]))
      #expect(error <= 1, "row \(row) of width \(width)")
    }
  }
}
