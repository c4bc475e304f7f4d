import NormaKernels
import StableHLO
import Testing

@Suite struct FusionGrowthTests {
  /// What fusion makes of a block does not depend on how many blocks stand around it, also beyond the
  /// number of kernels that it looks back over.
  @Test func `every further block of a network adds the same steps`() throws {
    let steps = try [25, 50, 100].map { try Plan(fusing: ResidualNetwork.function(blocks: $0)).steps.count }
    #expect(steps[1] > steps[0])
    #expect(steps[2] - steps[1] == 2 * (steps[1] - steps[0]), "\(steps)")
  }
}
