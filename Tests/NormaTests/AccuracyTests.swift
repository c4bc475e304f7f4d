import Norma
import Testing

@Suite struct AccuracyTests {
  static let widths = [1, 2, 3, 4, 7, 17, 64, 127, 384, 1000, 1023, 1151, 1536, 4096, 5000, 65535]
  /// Offsets of the rows; the widest are tried at two, which keeps the reference in Double affordable.
  static func offsets(for width: Int) -> [Double] { width > 4096 ? [-2.3, 1e5] : [0, -2.3, 1e2, 1e4, 1e5] }

  /// Rows for a width: several for short ones, one for long ones, which show the same errors.
  static func rows(for width: Int) -> Int { max(1, min(1000, 3000 / width)) }

  @Test(arguments: Formula.allCases, widths)
  func `f32 results are within 4 ULP of the row's largest`(formula: Formula, width: Int) throws {
    for offset in Self.offsets(for: width) {
      let error = try largestError(formula, width: width, offset: offset, as: Float.self) {
        found, meant, largest in
        abs(Double(found) - meant) / Double(Float(largest).ulp)
      }
      #expect(error <= 4, "offset \(offset): \(error) ULP")
    }
  }

  @Test(arguments: Formula.allCases, widths)
  func `bf16 results are within 1 ULP of the correctly rounded value`(formula: Formula, width: Int) throws {
    for offset in Self.offsets(for: width) {
      let error = try largestError(formula, width: width, offset: offset, as: BFloat16.self) {
        found, meant, _ in
        let rounded = BFloat16(meant)
        return abs(Double(found) - Double(rounded)) / Double(rounded.ulp)
      }
      #expect(error <= 1, "offset \(offset): \(error) ULP")
    }
  }

  @Test(arguments: Formula.allCases, widths)
  func `f16 results are within 1 ULP of the correctly rounded value`(formula: Formula, width: Int) throws {
    for offset in Self.offsets(for: width) where offset < 6e4 {
      let error = try largestError(formula, width: width, offset: offset, as: Float16.self) {
        found, meant, _ in
        let rounded = Float16(meant)
        return abs(Double(found) - Double(rounded)) / Double(rounded.ulp)
      }
      #expect(error <= 1, "offset \(offset): \(error) ULP")
    }
  }

  /// The largest error over some rows, each element judged with the row's largest exact result beside it.
  private func largestError<Element: TensorScalar & BinaryFloatingPoint>(
    _ formula: Formula, width: Int, offset: Double, as type: Element.Type,
    judge: (Element, Double, Double) -> Double
  ) throws -> Double {
    let rows = Self.rows(for: width)
    let x = Rows.noise(rows * width, offset: offset, scale: 0.5, seed: UInt64(width)).map { Element($0) }
    let weight = Rows.noise(width, offset: 1, scale: 0.5, seed: 7).map { Element($0) }
    let bias = Rows.noise(width, offset: 0, scale: 0.5, seed: 8).map { Element($0) }
    let layer = formula.layer(
      width: width, weight: NDArray(weight, shape: [width]), bias: NDArray(bias, shape: [width]))
    let found = try layer(NDArray(x, shape: [rows, width])).elements(as: Element.self)
    let exact = x.map { Double($0) }
    let (weights, biases) = (weight.map { Double($0) }, bias.map { Double($0) })
    var error = 0.0
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      let meant = formula.row(exact[range], weight: weights, bias: biases, epsilon: formula.epsilon)
      let largest = meant.map(\.magnitude).max() ?? 0
      for (a, b) in zip(found[range], meant) { error = max(error, judge(a, b, largest)) }
    }
    return error
  }
}
