import NormaArrays
import NormaKernels
import Testing

@Suite struct ScheduleTests {
  /// Three passes: those before the last have memory fetch the next row. Two: the first is too short for that; it helps where
  /// the last reads so much for each column that a row asked for would not stay near.
  @Test func `rows to come are asked for by the pass that has time`() {
    let exponentials = Schedule.heuristic(for: SampleKernels.softmax(width: 1024))
    #expect(exponentials.prefetch == .init(distance: 1, pass: .allButLast))
    let norm = Schedule.heuristic(for: SampleKernels.layerNorm(width: 1024))
    #expect(norm.prefetch == .init(distance: 2, pass: .last))
    let wide = Schedule.heuristic(for: SampleKernels.layerNorm(width: 4096))
    #expect(wide.prefetch == .init(distance: 1, pass: .mostlyLast))
    // A row of 2 KiB that stores half of what it reads.
    let rounded = Schedule.heuristic(for: SampleKernels.roundedNorm(width: 1024, type: .bf16))
    #expect(rounded.prefetch == .init(distance: 2, pass: .allButLast))
    // 32 KiB a row: two more would not stay near.
    let long = Schedule.heuristic(for: SampleKernels.rmsNorm(width: 8192, type: .f32))
    #expect(long.prefetch == .init(distance: 1, pass: .last))
    let short = Schedule.heuristic(for: SampleKernels.layerNorm(width: 64))
    #expect(short.prefetch == .init(distance: 2, pass: .last))
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 63)).prefetch == nil)
  }

  @Test(arguments: Schedule.Prefetch.Pass.allCases, [1, 3])
  func `the pass that the schedule names asks, for the row that it names`(
    pass: Schedule.Prefetch.Pass, distance: Int
  ) throws {
    var schedule = Schedule(prefetch: .init(distance: distance, pass: pass))
    let kernel = SampleKernels.softmax(width: 64)
    let source = kernel.source(schedule: schedule).text
    let row = distance == 1 ? "row_strides[0]" : "3 * row_strides[0]"
    let request = "if (streams) __builtin_prefetch((const char *)(x0_at + column) + \(row));"
    let passes = source.split(separator: "// Pass ").dropFirst()
    let expected =
      switch pass {
      case .first: [true, false, false]
      case .last: [false, false, true]
      case .mostlyLast: [true, false, true]
      case .allButLast: [true, true, false]
      }
    #expect(passes.map { $0.contains(request) } == expected)
    schedule.prefetch = nil
    #expect(!kernel.source(schedule: schedule).text.contains("prefetch("))
  }

  /// A line has 16 values of f32, and 32 of bf16 in two vectors.
  @Test(arguments: [
    (ScalarType.f32, "if (column / 16 % 4 "), (.bf16, "if (part % 2 == 0) if (column / 32 % 4 "),
  ])
  func `two passes that share the asking ask for each line once`(type: ScalarType, condition: String) {
    let schedule = Schedule(prefetch: .init(distance: 1, pass: .mostlyLast))
    let source = SampleKernels.layerNorm(width: 128, type: type).source(schedule: schedule).text
    let passes = source.split(separator: "// Pass ").dropFirst().map { pass in
      pass.split(separator: "\n").filter { $0.contains("__builtin_prefetch") }
    }
    #expect(passes.count == 2 && passes.allSatisfy { !$0.isEmpty })
    for (pass, comparison) in zip(passes, ["== 3", "!= 3"]) {
      #expect(pass.allSatisfy { $0.contains("\(condition)\(comparison)) if (streams) __builtin_prefetch(") })
    }
  }

  /// Short rows gain from any cache and from memory; a single pass waits for nothing, and rows of more than 16 KiB leave no
  /// room for a second.
  @Test func `several rows are taken at once where one computes while the others wait`() {
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 128)).pairs == .always)
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 1024)).pairs == .whereCached)
    #expect(Schedule.heuristic(for: SampleKernels.gate(width: 128)).pairs == .never)
    #expect(Schedule.heuristic(for: SampleKernels.layerNorm(width: 8192)).pairs == .never)
  }

  @Test(arguments: Schedule.Pairs.allCases, [(64, "rows"), (512, "pair"), (100, "rows"), (40, "pair")])
  func `a function takes several rows where the schedule says so`(
    pairs: Schedule.Pairs, kind: (width: Int, function: String)
  ) {
    let kernel = SampleKernels.layerNorm(width: kind.width)
    let text = kernel.source(schedule: Schedule(prefetch: nil, pairs: pairs)).text
    #expect(text.contains("if (!streams && (row") == (pairs == .whereCached))
    #expect(text.contains("static int layer_norm_\(kind.function)(") == (pairs != .never))
    #expect(!text.contains("@"))
  }

  /// Rows in a cache are found without asking.
  @Test func `several rows are not asked for where all rows are in a cache`() {
    let kernel = SampleKernels.layerNorm(width: 1024)
    let text = kernel.source(schedule: .heuristic(for: kernel)).text
    let function = text.split(separator: "static int layer_norm_pair(")[1].split(separator: "\n}")[0]
    #expect(function.contains("return 1;") && !function.contains("prefetch"))
  }
}
