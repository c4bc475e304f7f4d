import NormaArrays
import NormaRewriting
import StableHLO
import Testing

@Suite struct OptionalPassTests {
  /// x * rsqrt(mean(x^2) + 1e-3) * g.
  static func rootMeanSquareNorm(_ width: Int, rows: Int = 1) -> String {
    """
    func.func public @main(%x: tensor<\(rows)x\(width)xf32>) -> tensor<\(rows)x\(width)xf32> {
      %g = stablehlo.constant dense<\([0.7] + Array(repeating: 0.6, count: width - 1))> : tensor<\(width)xf32>
    \(rootMeanSquare(width, rows))
      %5 = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<\(width)xf32>) -> tensor<\(rows)x\(width)xf32>
      %6 = stablehlo.multiply %4, %5 : tensor<\(rows)x\(width)xf32>
      return %6 : tensor<\(rows)x\(width)xf32>
    }
    """
  }

  /// x * rsqrt(mean(x^2) + 1e-3) in `%4`.
  private static func rootMeanSquare(_ width: Int, _ rows: Int) -> String {
    """
      %z = stablehlo.constant dense<0.0> : tensor<f32>
      %d = stablehlo.constant dense<\(width).0> : tensor<\(rows)xf32>
      %e = stablehlo.constant dense<1.0e-3> : tensor<\(rows)xf32>
      %xx = stablehlo.multiply %x, %x : tensor<\(rows)x\(width)xf32>
      %0 = stablehlo.reduce(%xx init: %z) applies stablehlo.add across dimensions = [1] : (tensor<\(rows)x\(width)xf32>, tensor<f32>) -> tensor<\(rows)xf32>
      %1 = stablehlo.divide %0, %d : tensor<\(rows)xf32>
      %2 = stablehlo.add %1, %e : tensor<\(rows)xf32>
      %3 = stablehlo.rsqrt %2 : tensor<\(rows)xf32>
      %r = stablehlo.broadcast_in_dim %3, dims = [0] : (tensor<\(rows)xf32>) -> tensor<\(rows)x\(width)xf32>
      %4 = stablehlo.multiply %x, %r : tensor<\(rows)x\(width)xf32>
    """
  }

  @Test(arguments: [0.01, 1, 100])
  func `the norm with a floor is too large by up to 41 %, the exact one is not`(ratio: Double) throws {
    let module = try Module(parsing: Self.rootMeanSquareNorm(9, rows: 2))
    // Each square is `ratio` times epsilon, and so is their mean.
    let x = NDArray(
      (0..<18).map { Float(($0 % 2 == 0 ? 1 : -1) * (ratio * 1e-3).squareRoot()) }, shape: [2, 9])
    let meant = try Interpreter(module).run("main", [x])[0].elements(as: Float.self)
    func excess(_ pass: String) throws -> [Double] {
      let rewritten = try Pipeline.standard.with([pass])(module)
      #expect(rewritten.records.contains { $0.name == pass })
      let found = try Interpreter(rewritten.module).run("main", [x])[0].elements(as: Float.self)
      return zip(found, meant).map { Double($0 / $1) - 1 }
    }
    let law = (1 + min(ratio, 1 / ratio)).squareRoot() - 1
    #expect(try excess("l2-norm-floor").allSatisfy { abs($0 - law) < 1e-6 })
    #expect(ratio != 1 || abs(law - 0.4142) < 1e-4)
    #expect(try excess("l2-norm").allSatisfy { abs($0) < 1e-6 })
  }

  @Test func `the plain variance is taken by name only, with the reason, and stays`() throws {
    let module = try GradientProgram("two-7-jax-0.10").module
    let plain = try Pipeline.standard.with(["plain-variance"])(module)
    let record = try #require(plain.records.first { $0.name == "plain-variance" })
    #expect(
      record.reasons == [
        RewritingReason(
          text: "asked for by name: a two-pass variance of 7 f32 values, safe as it was", count: 2)
      ])
    #expect(!plain.records.contains { $0.name == "variance-form" })
    #expect(try !Pipeline.standard(module).records.contains { $0.name == "plain-variance" })
  }

  @Test func `an optional pass of an unknown name is answered with the names there are`() throws {
    let error = try #require(throws: UnknownPassError.self) { try Pipeline.standard.with(["fast-math"]) }
    #expect(
      error.description
        == "There is no rewrite `fast-math`. The rewrites are: plain-variance, l2-norm, l2-norm-floor, norm-into-linear."
    )
    #expect(Pipeline.optional.allSatisfy { $0.law != nil })
  }

  static let plainVariance = BoundedExample(
    pass: .plainVariance,
    program: { width in
      """
      func.func public @main(%x: tensor<1x\(width)xf32>) -> tensor<1xf32> {
      \(BoundTests.centring(width))
        %q = chlo.square %c : tensor<1x\(width)xf32> -> tensor<1x\(width)xf32>
        %0 = stablehlo.reduce(%q init: %z) applies stablehlo.add across dimensions = [1] : (tensor<1x\(width)xf32>, tensor<f32>) -> tensor<1xf32>
        %1 = stablehlo.divide %0, %d : tensor<1xf32>
        return %1 : tensor<1xf32>
      }
      """
    }, others: 0, difference: BoundTests.varianceForm.difference,
    error: { row, _ in [gamma(3) * row.meanSquare + gamma(6) * row.mean * row.mean] })

  static let l2Norm = BoundedExample(
    pass: .l2Norm, program: { rootMeanSquareNorm($0) }, others: 0,
    difference: { row, _ in normalized(row).map { (gamma(5.5) + gamma(7.5)) * $0 } },
    error: { row, _ in normalized(row).map { gamma(7.5) * $0 } })

  /// The normalized row's size, its weight 0.7 at first and 0.6 then, or less than that throughout.
  private static func normalized(_ row: Row) -> [Double] {
    row.x.enumerated().map { abs($1) * ($0 == 0 ? 0.7 : 0.6) / (row.meanSquare + 1e-3).squareRoot() }
  }

  static let normIntoLinear = BoundedExample(
    pass: .normIntoLinear,
    program: { width in
      """
      func.func public @main(%x: tensor<1x\(width)xf32>) -> tensor<1x2xf32> {
        %g = stablehlo.constant dense<0.6> : tensor<\(width)xf32>
      \(rootMeanSquare(width, 1))
        %5 = stablehlo.broadcast_in_dim %g, dims = [1] : (tensor<\(width)xf32>) -> tensor<1x\(width)xf32>
        %6 = stablehlo.multiply %4, %5 : tensor<1x\(width)xf32>
        %w = stablehlo.constant dense<1.3> : tensor<2x\(width)xf32>
        %7 = stablehlo.dot_general %6, %w, contracting_dims = [1] x [1] : (tensor<1x\(width)xf32>, tensor<2x\(width)xf32>) -> tensor<1x2xf32>
        return %7 : tensor<1x2xf32>
      }
      """
    }, others: 0,
    difference: { row, _ in
      // Products are summed in f32, in order: n is the width.
      let size = 1.3 * normalized(row).reduce(0, +)
      return [Double](repeating: 2 * gamma(row.width + 3) * size, count: 2)
    },
    error: { row, _ in
      let size = 1.3 * normalized(row).reduce(0, +)
      return [Double](repeating: gamma(row.width + 6.5) * size, count: 2)
    })
}
