import NormaArrays
import NormaRewriting
import StableHLO
import Testing

/// A program that a pass fires on, and the pass's bound as a function of the data.
///
/// The interpreter sums in Double and rounds once at the end, so n = 1 in every bound.
struct BoundedExample: Sendable, CustomTestStringConvertible {
  let pass: Pass
  /// The program for rows of a width: `%x: tensor<1xWxf32>` first, then one number for each name in `others`.
  let program: @Sendable (Int) -> String
  /// How many further arguments of type `tensor<1xf32>` there are.
  let others: Int
  /// For a row and the other arguments, the bound on |before - after| for each element of the result.
  let difference: @Sendable (Row, [Double]) -> [Double]
  /// The bound on |after - exact|.
  let error: @Sendable (Row, [Double]) -> [Double]

  var testDescription: String { pass.name }

  /// What was measured of one row.
  struct Measurement {
    /// The greatest quotients of what was found and its bound.
    var difference = 0.0, error = 0.0
    /// The greatest |before - exact| as a multiple of the bound on |after - exact|.
    var errorBefore = 0.0
  }

  /// The example for rows of one width, before and after its pass and in float64.
  func prepared(width: Int) throws -> Prepared {
    let before = try Module(parsing: program(width))
    let after = try Pipeline([pass, .deadCode], verifiesEachPass: true)(before)
    #expect(after.records.first?.name == pass.name)
    return Prepared(
      example: self, width: width, before: Interpreter(before), after: Interpreter(after.module),
      exact: Interpreter(promotedToDouble(before)))
  }

  /// The three programs of an example.
  struct Prepared {
    let example: BoundedExample
    let width: Int
    let before: Interpreter, after: Interpreter, exact: Interpreter

    func measure(_ rows: HostileRows, seed: inout Seed) throws -> Measurement {
      func next() -> Double { Double(Float.random(in: -1...1, using: &seed)) }
      let x = rows.row(width, next).map { Float($0) }
      let numbers = (0..<example.others).map { _ in Float(next()) }
      let inputs = [NDArray(x, shape: [1, width])] + numbers.map { NDArray([$0], shape: [1]) }
      let exact = try exact.run("main", inputs.map { $0.converted(to: .f64) })
      let results = try [before, after].map {
        try $0.run("main", inputs)[0].converted(to: .f64).elements(as: Double.self)
      }
      let (row, others) = (Row(x: x.map(Double.init)), numbers.map(Double.init))
      return example.measurement(
        results[0], results[1], exact[0].elements(as: Double.self), example.difference(row, others),
        example.error(row, others))
    }
  }

  fileprivate func measurement(
    _ before: [Double], _ after: [Double], _ exact: [Double], _ difference: [Double], _ error: [Double]
  ) -> Measurement {
    func greatest(_ left: [Double], _ right: [Double], _ bound: [Double]) -> Double {
      // The least normal number stands for what underflows, of which the bounds do not speak.
      zip(zip(left, right), bound).map { abs($0.0 - $0.1) / max($1, 0x1p-126) }.max() ?? 0
    }
    return Measurement(
      difference: greatest(before, after, difference), error: greatest(after, exact, error),
      errorBefore: greatest(before, exact, error))
  }
}
