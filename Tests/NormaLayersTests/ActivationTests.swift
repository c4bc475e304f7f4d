import NormaArrays
import NormaLayers
import NormaTracing
import StableHLO
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Activations and layers with products against their formulas in loops, and examples worked out by hand.
@Suite struct ActivationTests {
  /// Values from deep in one tail to deep in the other.
  private let x = stride(from: -9.0, through: 9, by: 0.375).map { $0 }

  private func values(_ layer: some Layer, _ x: [Double], _ shape: Shape) throws -> [Double] {
    try run(layer, on: NDArray(x, shape: shape)).elements(as: Double.self)
  }

  /// Each function and product rounds by half a unit, a dozen of them on the way.
  private let tolerance = 12 * 0x1p-53

  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }, "\(found) \(expected)")
  }

  @Test func `GELU is half of each element times the complementary error function`() throws {
    // In the tail a rounding of the argument z is one of 2 z^2 = x^2 units of the result.
    for (x, y) in try zip(x, values(GELU(), x, [x.count])) {
      let expected = 0.5 * x * erfc(-x / 2.0.squareRoot())
      #expect(abs(y - expected) <= tolerance * (1 + x * x) * abs(expected))
    }
    #expect(try abs(values(GELU(), [1, -1], [2])[0] - 0.8413447460685429) < 1e-15)
    #expect(try abs(values(GELU(), [1, -1], [2])[1] + 0.15865525393145707) < 1e-15)
  }

  @Test func `the tanh form of GELU is its formula and close to the exact form`() throws {
    let y = try values(GELU(.tanh), x, [x.count])
    let root = (2 / Double.pi).squareRoot()
    // 1 + tanh loses digits where tanh is near -1: the error is one of the number one.
    for (x, y) in zip(x, y) {
      let expected = 0.5 * x * (1 + tanh(root * (x + 0.044715 * x * x * x)))
      #expect(abs(y - expected) <= tolerance * max(1, abs(expected)))
    }
    #expect(try zip(y, values(GELU(), x, [x.count])).allSatisfy { abs($0 - $1) < 5e-4 })
  }

  @Test func `SiLU is its formula`() throws {
    try expect(values(SiLU(), x, [x.count]), x.map { $0 / (1 + exp(-$0)) })
    #expect(try abs(values(SiLU(), [1], [1])[0] - 0.7310585786300049) < 1e-15)
  }

  @Test func `a linear map has a row of weights for each output`() throws {
    let layer = Linear(
      weight: Parameter(NDArray([1.0, 2, 3, 4, 5, 6], shape: [2, 3])),
      bias: Parameter(NDArray([10.0, 20], shape: [2])))
    #expect(try values(layer, [1, 0, 0, 0, 1, -1], [2, 3]) == [11, 24, 9, 19])
    #expect(try values(layer, [1, 1, 1], [3]) == [16, 35])
    let plain = Linear(weight: layer.weight, bias: nil)
    #expect(try values(plain, [1, 1, 1], [1, 1, 3]) == [6, 15])
    #expect(plain.parameters.map(\.name) == ["weight"])
  }

  @Test func `group norm takes mean and variance over the channels of a group and all places`() throws {
    let layer = GroupNorm(
      groups: 2, channels: 4, epsilon: 0, weight: Parameter(NDArray([1.0, 2, 3, 4], shape: [4])),
      bias: Parameter(NDArray([0.0, 0, 100, 0], shape: [4])))
    #expect(try values(layer, [1, 3, 5, 9], [1, 4]) == [-1, 2, 97, 4])
    // Two channels of two places: mean 4 and variance 5, then mean 0 and variance 1.
    let y = try values(layer, [1, 3, 5, 7, -1, 1, 1, -1], [1, 4, 2])
    let root = 5.0.squareRoot()
    let expected = [-3, -1, 2, 6].map { $0 / root } + [97, 103, 4, -4]
    #expect(zip(y, expected).allSatisfy { abs($0 - $1) <= 8 * tolerance * abs($1) }, "\(y)")
    let plain = GroupNorm(groups: 1, channels: 2, epsilon: 11, weight: nil, bias: nil)
    #expect(try values(plain, [1, 3, 5, 7], [1, 2, 2]) == [-0.75, -0.25, 0.25, 0.75])
  }

  @Test func `batch norm takes the statistics it is given`() throws {
    func parameter(_ values: Double...) -> Parameter { Parameter(NDArray(values, shape: [2])) }
    let layer = BatchNorm(
      channels: 2, epsilon: 1, mean: parameter(1, 2), variance: parameter(3, 0), weight: parameter(10, 1),
      bias: parameter(0.5, 0))
    #expect(try values(layer, [3, 5, 2, 1], [1, 2, 2]) == [10.5, 20.5, 0, -1])
  }

  @Test func `a residual block adds what its parts make`() throws {
    let block = ResidualBlock(3, hidden: 2, parameterType: .f64)
    let x = [0.5, -1, 2]
    let parts = try values(
      block.down, values(GELU(.tanh), values(block.up, values(block.norm, x, [1, 3]), [1, 3]), [1, 2]),
      [1, 2])
    try expect(values(block, x, [1, 3]), zip(x, parts).map(+))
    let model = ResidualMLP(3, hidden: 2, blocks: 2, parameterType: .f64)
    let first = try values(model.blocks[0], x, [1, 3])
    try expect(values(model, x, [1, 3]), values(model.blocks[1], first, [1, 3]))
    #expect(try values(ResidualMLP(3, hidden: 2, blocks: 0), x, [1, 3]) == x)
  }

  @Test func `a norm, a linear map and its activation follow each other`() throws {
    let block = RMSNormLinearSiLU(3, 2, parameterType: .f64)
    let x = [0.5, -1, 2]
    try expect(
      values(block, x, [1, 3]),
      values(SiLU(), values(block.linear, values(block.norm, x, [1, 3]), [1, 3]), [1, 2]))
    #expect(block.parameters.map(\.name) == ["norm.weight", "linear.weight"])
  }

  @Test func `weights start evenly spread, the same for the same seed and other for another`() throws {
    let layer = Linear(400, 50)
    let weights = try #require(layer.weight.array).elements(as: Float.self)
    #expect(weights.count == 20_000)
    #expect(weights.allSatisfy { abs($0) <= 0.05 })
    // The mean of n even numbers within b deviates by b / sqrt(3 n), their mean square b^2 / 3 by 2 % of it.
    #expect(abs(weights.reduce(0, +)) / 20_000 <= 4 * 0.05 / (3 * 20_000.0 as Float).squareRoot())
    let square = weights.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(square / (0.05 * 0.05 / 3) - 1) <= 0.04)
    #expect(Linear(400, 50).weight.array?.elements(as: Float.self) == weights)
    #expect(Linear(400, 50, seed: 1).weight.array?.elements(as: Float.self) != weights)
    let blocks = ResidualMLP(8, hidden: 8, blocks: 2).blocks
    #expect(
      blocks[0].up.weight.array?.elements(as: Float.self)
        != blocks[1].up.weight.array?.elements(as: Float.self))
  }
}
