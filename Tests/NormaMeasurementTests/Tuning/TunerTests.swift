import Foundation
import NormaArrays
import NormaKernels
import NormaLayers
import NormaRuntime
import StableHLO
import Testing

@testable import NormaMeasurement

/// The tuner on small kernels.
@Suite(.enabled(if: (try? HostCompiler.found()) != nil, "no C compiler on this machine"))
struct `The tuner` {
  private static func plan(_ layer: some Layer, rows: Int, width: Int) throws -> (Plan, KernelStep) {
    let plan = try Plan.standard(for: layer.program(for: TensorType(.f32, [rows, width])))
    return (plan, try #require(Tuner.kernels(of: plan).first))
  }

  private let cache: KernelCache
  private let folder = FileManager.default.temporaryDirectory.appending(path: "norma-tuner-\(UUID())")

  init() throws { cache = KernelCache(compiler: try .found(), folder: nil) }

  @Test func `keeps the winner, with what it reached`() throws {
    let (plan, step) = try Self.plan(RMSNorm(40), rows: 30, width: 40)
    let file = try TunedFile(in: folder.path())
    defer { try? FileManager.default.removeItem(at: folder) }
    let tuner = Tuner(mode: .standard, threads: RowParallelism(threads: 1), cache: cache, file: file)
    let told = Locked(0)
    let result = try tuner.tune(step, of: plan, date: "2026-01-02T03:04:05Z") { _ in
      told.withLock { $0 += 1 }
    }
    #expect(told.withLock { $0 } > result.candidates.count)
    #expect(result.failures.isEmpty && result.limit != nil)
    #expect(result.candidates.map(\.schedule) == Schedule.neighbourhood(for: step.kernel))
    let winner = try #require(result.tuned)
    let kept = try #require(try file.read().kernels.first)
    #expect(kept.kernel == step.kernel.identity && kept.regime == .withinCaches)
    #expect(kept.schedule == winner.schedule && kept.rows == 30 && kept.threads == 1)
    #expect(kept.date == "2026-01-02T03:04:05Z" && (kept.ofLimit ?? 0) > 0 && kept.speedup > 0)
    #expect(try file.read().choice(for: step).tuned == kept)
  }

  @Test func `a kernel with other bits is found out`() throws {
    let (plan, step) = try Self.plan(RMSNorm(40, weight: nil), rows: 30, width: 40)
    let trial = try KernelTrial(step, of: plan, cache: cache, threads: RowParallelism(threads: 1))
    try trial.check(try trial.executable(.heuristic(for: step.kernel)))
    let (otherPlan, otherStep) = try Self.plan(L2Norm(), rows: 30, width: 40)
    let other = try Executable(
      alone: otherStep, of: otherPlan, schedule: .heuristic(for: otherStep.kernel), cache: cache)
    let error = #expect(throws: ContenderError.self) { try trial.check(other) }
    #expect(error?.message == "WRONG: result 0 has other bits than the cost model's schedule gives")
  }

  @Test func `a kernel that a plan has twice is tuned once, and one without elements not at all`() throws {
    let family = try #require(LayerFamily.named("residual-mlp"))
    let layer = family.untrained(LayerOptions(normalizedShape: [16]), .f32)
    let plan = try Plan.standard(for: layer.program(for: TensorType(.f32, [8, 16])))
    let kernels = Tuner.kernels(of: plan)
    let all = plan.steps.count { if case .kernel = $0 { true } else { false } }
    #expect(!kernels.isEmpty && kernels.count < all)
    #expect(Set(kernels.map(\.kernel.identity)).count == kernels.count)
    let empty = try Plan.standard(for: L2Norm().program(for: TensorType(.f32, [0, 16])))
    #expect(Tuner.kernels(of: empty).isEmpty)
  }
}
