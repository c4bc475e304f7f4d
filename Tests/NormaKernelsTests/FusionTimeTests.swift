import NormaKernels
import StableHLO
import Testing

@Suite struct FusionTimeTests {
  /// Quadratic work would make the longer program take sixteen times as long.
  @Test func `fusion takes time in proportion to the program`() throws {
    let short = try fastest(blocks: 25)
    let long = try fastest(blocks: 100)
    #expect(long < short * 10, "\(short) for a quarter of what took \(long)")
  }

  private func fastest(blocks: Int) throws -> Duration {
    let function = try ResidualNetwork.function(blocks: blocks)
    return try #require((0..<3).map { _ in ContinuousClock().measure { _ = Plan(fusing: function) } }.min())
  }
}
