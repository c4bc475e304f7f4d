import NormaArrays
import NormaKernels
import NormaLayers
import NormaTransforms
import StableHLO
import Testing

@testable import NormaRuntime

/// Every schedule that a tuner may pick gives the same bits.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct `Every schedule` {
  /// A layer on rows of a width, one way or the other.
  struct Subject: Sendable, CustomTestStringConvertible {
    let layer: String, type: ScalarType, row: Shape, isBackward: Bool

    var testDescription: String { "\(layer) \(type) \(row) \(isBackward ? "backward" : "forward")" }

    init(_ layer: String, _ type: ScalarType, _ width: Int, places: Int? = nil, backward: Bool = false) {
      (self.layer, self.type, isBackward) = (layer, type, backward)
      row = Shape([width] + (places.map { [$0] } ?? []))
    }

    /// The plan on so many rows.
    func plan(rows: Int) throws -> Plan {
      let family = try #require(LayerFamily.named(layer))
      let layer = family.untrained(LayerOptions(normalizedShape: row), type)
      let input = TensorType(type, Shape([row.rank > 1 ? 2 : rows] + row.dimensions))
      return try Plan.standard(
        for: isBackward ? family.gradientProgram(of: layer, for: input) : layer.program(for: input))
    }
  }

  /// Whole rows of vectors, rows that start anywhere, less than a vector, and passes in f32 and in f64.
  static let whole = [
    Subject("layernorm", .f32, 129), Subject("layernorm", .bf16, 17),
    Subject("layernorm", .f16, 3, backward: true),
    Subject("rmsnorm", .bf16, 64, backward: true), Subject("layernorm", .f32, 17, backward: true),
    Subject("layernorm", .f32, 80, backward: true), Subject("layernorm", .bf16, 100),
    Subject("layernorm-channels", .f32, 6, places: 1040),
    Subject("rmsnorm-channels", .bf16, 5, places: 37, backward: true),
  ]

  @Test(arguments: whole) func `in the whole space gives the same bits`(subject: Subject) throws {
    try check(subject) { _ in true }
  }

  /// What is asked for before it is needed is left out here, and every other choice combined.
  static let others = [
    Subject("layernorm", .bf16, 1000, backward: true), Subject("layernorm", .f32, 272, backward: true),
    Subject("rmsnorm", .f16, 100),
    Subject("rmsnorm", .f32, 1000, backward: true), Subject("softmax", .f32, 257),
    Subject("softmax", .f16, 100, backward: true), Subject("l2norm", .f64, 100), Subject("l2norm", .bf16, 3),
    Subject("gelu", .f32, 257, backward: true), Subject("layernorm-int8", .f32, 100),
    Subject("layernorm-int8", .bf16, 176), Subject("rmsnorm-int8", .bf16, 150),
  ]

  @Test(arguments: others) func `without prefetch gives the same bits`(subject: Subject) throws {
    try check(subject) { $0.prefetch == nil }
  }

  /// Three chunks of rows, the last one short.
  private static let rows = 70

  private func check(_ subject: Subject, isChosen: (Schedule) -> Bool) throws {
    let plan = try subject.plan(rows: Self.rows)
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: nil)
    for case .kernel(let step) in plan.steps {
      let schedules = Schedule.space(for: step.kernel)
      let expected = try results(of: step, plan, schedules[0], cache)
      let chosen = schedules.dropFirst().filter(isChosen)
      let different = Locked([String]())
      RowParallelism.standard.forEachRange(rows: chosen.count, bytesPerRow: 1 << 20) { range in
        for place in range {
          let found = try? results(of: step, plan, chosen[place], cache)
          if found != expected { different.withLock { $0.append(chosen[place].summary) } }
        }
      }
      #expect(different.withLock { $0 } == [], "\(step.kernel.name)")
    }
  }

  /// The bytes of every result of one kernel, run over rows that f32 holds and rows that it does not.
  private func results(
    of step: KernelStep, _ plan: Plan, _ schedule: Schedule, _ cache: KernelCache
  ) throws -> [[UInt8]] {
    let executable = try Executable(alone: step, of: plan, schedule: schedule, cache: cache, threads: 2)
    let arguments = executable.argumentTypes.enumerated().map { index, type in
      let values = (0..<type.elementCount).map { Self.value($0 &+ index &* 7919, of: type) }
      return NDArray(values, shape: type.shape).converted(to: type.scalar)
    }
    return try executable(arguments).map { array in unsafe array.withUnsafeBytes { unsafe Array($0) } }
  }

  /// Noise; in the second chunk of rows some that are 2.6 and 40 deviations from zero; from the third on a row in seven of huge
  /// values, and one of zeros: those make several rows that are taken at once be taken again, or one by one.
  private static func value(_ index: Int, of type: TensorType) -> Float {
    let noise = Float((index &* 2_654_435_761) % 4093) / 1024 - 1.9
    let row = index / max(1, type.shape.dimensions.last ?? 1)
    guard type.rank > 1, row >= 16 else { return noise }
    if row < 32 { return noise + [0, 3, 0, 46][row % 4] }
    switch row % 7 {
    case 2: return noise * (type.scalar == .f16 ? 1e4 : 1e25)
    case 5: return 0
    default: return noise
    }
  }
}
