import NormaArrays
import NormaKernels
import Testing

@Suite struct ScheduleTests {
  /// Three passes: those before the last have memory fetch the next row. Two: the first is too short for that.
  @Test func `rows to come are asked for by the pass that has time`() {
    let norm = Schedule.heuristic(for: SampleKernels.layerNorm(width: 1024))
    #expect(norm.prefetch == .init(distance: 1, pass: .allButLast))
    let root = Schedule.heuristic(for: SampleKernels.rmsNorm(width: 1024, type: .f32))
    #expect(root.prefetch == .init(distance: 2, pass: .last))
    // A row of 2 KiB that stores half of what it reads.
    let rounded = Schedule.heuristic(for: SampleKernels.roundedNorm(width: 1024, type: .bf16))
    #expect(rounded.prefetch == .init(distance: 2, pass: .allButLast))
    // 32 KiB a row: two more would not stay near.
    let long = Schedule.heuristic(for: SampleKernels.rmsNorm(width: 8192, type: .f32))
    #expect(long.prefetch == .init(distance: 1, pass: .last))
    let short = Schedule.heuristic(for: SampleKernels.layerNorm(width: 128))
    #expect(short.prefetch == .init(distance: 4, pass: .last))
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 64)).prefetch == nil)
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
    let expected =
      switch pass {
      case .first: [true, false, false]
      case .last: [false, false, true]
      case .allButLast: [true, true, false]
      }
    #expect(passes.map { $0.contains(request) } == expected)
    schedule.prefetch = nil
    #expect(!kernel.source(schedule: schedule).text.contains("prefetch("))
  }

  /// Two passes leave less to wait for than three; rows of more than 16 KiB leave no room for a second.
  @Test func `rows are paired where one computes while the other waits`() {
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 512)).pairs == .always)
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 1024)).pairs == .whereCached)
    #expect(Schedule.heuristic(for: SampleKernels.rmsNorm(width: 512, type: .f32)).pairs == .whereCached)
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 8192)).pairs == .never)
  }

  @Test(arguments: Schedule.Pairs.allCases)
  func `a function takes two rows where the schedule says so`(pairs: Schedule.Pairs) {
    let text = SampleKernels.layerNorm(width: 64).source(schedule: Schedule(prefetch: nil, pairs: pairs)).text
    #expect(text.contains("if (!streams && (row") == (pairs == .whereCached))
    #expect(text.contains("static int layer_norm_pair(") == (pairs != .never))
    #expect(!text.contains("@"))
  }
}
