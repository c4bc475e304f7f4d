import NormaArrays
import NormaKernels
import NormaRuntime
import StableHLO
import Testing

@Suite struct BufferPlanTests {
  /// A value's bytes are its own from the step that writes it to the last step that reads it.
  @Test func `no two values share memory while both are needed`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let plan = try Plan.standard(for: RandomProgram(seed: seed).module)
      let lives = lives(in: plan)
      for (index, one) in lives.enumerated() {
        for other in lives.dropFirst(index + 1) where one.steps.overlaps(other.steps) {
          #expect(!one.bytes.overlaps(other.bytes), "seed \(seed): values \(one.value) and \(other.value)")
        }
      }
    }
  }

  @Test func `every value stands where a step can read it, aligned, within the arena`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let plan = try Plan.standard(for: RandomProgram(seed: seed).module)
      let buffers = BufferPlan(for: plan)
      for value in plan.steps.flatMap({ $0.reads + $0.results }) {
        let place = try #require(buffers.places[plan.holder(of: value)])
        guard case .arena(let offset) = place else { continue }
        #expect(offset % 64 == 0)
        #expect(offset + plan.function.type(of: value).byteCount <= buffers.arenaByteCount)
      }
    }
  }

  @Test func `values that follow each other share one place`() throws {
    // Each step of the chain needs two places; a plan without sharing would need five.
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<16x16xf32>) -> tensor<16x16xf32> {
          %0 = stablehlo.dot_general %x, %x, contracting_dims = [1] x [0] : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
          %1 = stablehlo.dot_general %0, %x, contracting_dims = [1] x [0] : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
          %2 = stablehlo.dot_general %1, %x, contracting_dims = [1] x [0] : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
          %3 = stablehlo.dot_general %2, %x, contracting_dims = [1] x [0] : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
          %4 = stablehlo.dot_general %3, %x, contracting_dims = [1] x [0] : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
          return %4 : tensor<16x16xf32>
        }
        """)
    #expect(BufferPlan(for: try Plan.standard(for: module)).arenaByteCount == 2 * 16 * 16 * 4)
  }

  private struct Life {
    var value: Value
    var steps: ClosedRange<Int>
    var bytes: Range<Int>
  }

  private func lives(in plan: Plan) -> [Life] {
    let buffers = BufferPlan(for: plan)
    return plan.steps.indices.flatMap { index in
      plan.steps[index].results.compactMap { value -> Life? in
        guard case .arena(let offset) = buffers.places[value] else { return nil }
        let last = plan.steps.lastIndex { $0.reads.contains { plan.holder(of: $0) == value } } ?? index
        return Life(
          value: value, steps: index...max(index, last),
          bytes: offset..<offset + plan.function.type(of: value).byteCount)
      }
    }
  }
}
