import NormaArrays
import NormaKernels
import Testing

@Suite struct ScheduleTests {
  /// Three passes: the first has memory fetch the row after the next. Two: the first is too short for that.
  @Test func `rows to come are asked for by the pass that has time`() {
    let norm = Schedule.heuristic(for: SampleKernels.layerNorm(width: 1024))
    #expect(norm.prefetch == .init(distance: 2, pass: .first))
    let root = Schedule.heuristic(for: SampleKernels.rmsNorm(width: 1024, type: .f32))
    #expect(root.prefetch == .init(distance: 2, pass: .last))
    // 32 KiB a row: two more would not stay near.
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 8192)).prefetch?.distance == 1)
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 128)).prefetch == nil)
  }

  @Test(arguments: Schedule.Prefetch.Pass.allCases, [1, 3])
  func `the pass that the schedule names asks, for the row that it names`(
    pass: Schedule.Prefetch.Pass, distance: Int
  ) throws {
    var schedule = Schedule(prefetch: .init(distance: distance, pass: pass))
    let kernel = SampleKernels.layerNorm(width: 64)
    let source = kernel.source(schedule: schedule).text
    let row = distance == 1 ? "row_strides[0]" : "3 * row_strides[0]"
    let request = "__builtin_prefetch((const char *)(x0_at + column) + \(row));"
    let passes = source.split(separator: "// Pass ").dropFirst()
    #expect(passes.map { $0.contains(request) } == [pass == .first, false, pass == .last])
    schedule.prefetch = nil
    #expect(!kernel.source(schedule: schedule).text.contains("prefetch("))
  }
}
