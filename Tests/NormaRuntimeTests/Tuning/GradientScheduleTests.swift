import NormaArrays
import NormaKernels
import Testing

@testable import NormaRuntime

/// The cost model's choice for gradients, which keep sums over rows beside the row.
@Suite struct `The schedule of a gradient` {
  private func schedule(_ layer: String, _ type: ScalarType, _ width: Int) throws -> Schedule {
    let plan = try `Every schedule`.Subject(layer, type, width, backward: true).plan(rows: 70)
    guard case .kernel(let step) = try #require(plan.steps.first) else { throw Missing.kernel }
    return .heuristic(for: step.kernel)
  }

  private enum Missing: Error { case kernel }

  /// LayerNorm's has four sums a row, RMSNorm's two.
  @Test func `takes two rows at once where they share many columns' sums`() throws {
    #expect(try schedule("layernorm", .f32, 4096).pairs == .always)
    #expect(try schedule("layernorm", .bf16, 4096).pairs == .always)
    #expect(try schedule("layernorm", .f32, 2048).pairs == .whereCached)
    #expect(try schedule("rmsnorm", .f32, 4096).pairs == .whereCached)
    #expect(try schedule("layernorm", .f32, 8192).pairs == .never)
  }

  @Test func `asks for the next row in the first pass where the last one moves much`() throws {
    #expect(try schedule("layernorm", .f32, 4096).prefetch == .init(distance: 1, pass: .first))
    #expect(try schedule("rmsnorm", .f32, 8192).prefetch == .init(distance: 1, pass: .first))
    #expect(try schedule("rmsnorm", .f32, 4096).prefetch == .init(distance: 2, pass: .last))
    // Rows that start anywhere go through a staging row, which takes turns with the columns' sums.
    #expect(try schedule("rmsnorm", .f32, 8191).prefetch == .init(distance: 1, pass: .last))
  }

  @Test func `sums two rows in turn where their sums would not stay in registers`() throws {
    func firstPasses(_ layer: String) throws -> Int {
      let plan = try `Every schedule`.Subject(layer, .f32, 512, backward: true).plan(rows: 70)
      guard case .kernel(let step) = try #require(plan.steps.first) else { throw Missing.kernel }
      let source = step.kernel.source(schedule: .heuristic(for: step.kernel)).text
      let pair = source.split(separator: "_pair(").dropFirst().first?.split(separator: "return 1;").first
      return (pair ?? "").split(separator: "// Pass 1.").count - 1
    }
    #expect(try firstPasses("layernorm") == 2)
    #expect(try firstPasses("rmsnorm") == 1)
  }
}
