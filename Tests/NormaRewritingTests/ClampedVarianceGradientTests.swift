import NormaArrays
import NormaRewriting
import StableHLO
import Testing

@Suite struct ClampedVarianceGradientTests {
  /// sum(x * g) scaled by the derivative of maximum(0, mean(x^2)), as JAX writes it, for one row of 7.
  static let program = """
    func.func public @main(%x: tensor<1x7xf32>, %g: tensor<1x7xf32>) -> tensor<1xf32> {
      %z = stablehlo.constant dense<0.0> : tensor<f32>
      %d = stablehlo.constant dense<7.0> : tensor<1xf32>
      %zero = stablehlo.constant dense<0.0> : tensor<1xf32>
      %one = stablehlo.constant dense<1.0> : tensor<1xf32>
      %two = stablehlo.constant dense<2.0> : tensor<1xf32>
      %xx = stablehlo.multiply %x, %x : tensor<1x7xf32>
      %s = stablehlo.reduce(%xx init: %z) applies stablehlo.add across dimensions = [1] : (tensor<1x7xf32>, tensor<f32>) -> tensor<1xf32>
      %v = stablehlo.divide %s, %d : tensor<1xf32>
      %m = stablehlo.maximum %zero, %v : tensor<1xf32>
      %p = stablehlo.compare EQ, %v, %m, FLOAT : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xi1>
      %h = stablehlo.select %p, %one, %zero : tensor<1xi1>, tensor<1xf32>
      %t = stablehlo.compare EQ, %zero, %m, FLOAT : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xi1>
      %k = stablehlo.select %t, %two, %one : tensor<1xi1>, tensor<1xf32>
      %f = stablehlo.divide %h, %k : tensor<1xf32>
      %xg = stablehlo.multiply %x, %g : tensor<1x7xf32>
      %a = stablehlo.reduce(%xg init: %z) applies stablehlo.add across dimensions = [1] : (tensor<1x7xf32>, tensor<f32>) -> tensor<1xf32>
      %r = stablehlo.multiply %a, %f : tensor<1xf32>
      return %r : tensor<1xf32>
    }
    """

  /// The results before and after the pass.
  private func results(scale: Float) throws -> (before: Float, after: Float, greatest: Float) {
    let before = try Module(parsing: Self.program)
    let after = try Pipeline([.clampedVarianceGradient, .deadCode])(before)
    #expect(after.records.first?.name == "clamped-variance-gradient")
    var seed = Seed(state: 4)
    let g = (0..<7).map { _ in Float.random(in: -1e6...1e6, using: &seed) }
    let x = (0..<7).map { _ in Float.random(in: -1...1, using: &seed) * scale }
    let inputs = [NDArray(x, shape: [1, 7]), NDArray(g, shape: [1, 7])]
    func run(_ module: Module) throws -> Float {
      try Interpreter(module).run("main", inputs)[0].elements(as: Float.self)[0]
    }
    return (try run(before), try run(after.module), g.map(abs).max() ?? 0)
  }

  @Test(arguments: [Float(1e-18), 1e-12, 1, 1e12])
  func `the bits stay where squares do not all underflow`(scale: Float) throws {
    let found = try results(scale: scale)
    #expect(found.before.bitPattern == found.after.bitPattern)
  }

  @Test(arguments: [Float(0), 1e-37, 1e-30, 2e-23])
  func `where they underflow the difference is within the bound`(scale: Float) throws {
    let found = try results(scale: scale)
    let least = Float.leastNonzeroMagnitude.squareRoot() / Float(2).squareRoot()
    #expect(abs(found.before - found.after) <= 0.5 * 7 * least * found.greatest)
    #expect(scale < 1e-30 || found.before != found.after)
  }

  @Test func `a NaN stays NaN`() throws {
    #expect(try results(scale: .nan).after.isNaN)
    #expect(try results(scale: .infinity).after.isNaN == results(scale: .infinity).before.isNaN)
  }
}
