/// The schedules that a tuner may choose among. None of them changes a bit of a result.
extension Schedule {
  /// Every schedule for a kernel that makes code of its own, the heuristic's first.
  public static func space(for kernel: RowKernel) -> [Schedule] {
    distinct([heuristic(for: kernel)] + combinations(for: kernel), in: kernel)
  }

  /// The schedules that differ from the heuristic's in one choice at most, the heuristic's first.
  public static func neighbourhood(for kernel: RowKernel) -> [Schedule] {
    let centre = heuristic(for: kernel)
    return distinct([centre] + axes(for: kernel).flatMap { $0(centre) }, in: kernel)
  }

  /// All choices combined, whether or not each makes code of its own: what a kept schedule must be among.
  package static func combinations(for kernel: RowKernel) -> [Schedule] {
    axes(for: kernel).reduce([heuristic(for: kernel)]) { schedules, axis in schedules.flatMap(axis) }
  }

  // MARK: - Choices

  /// The schedules that one choice makes of a schedule.
  typealias Axis = (Schedule) -> [Schedule]

  /// The candidates of every field: the one place that lists them.
  static func axes(for kernel: RowKernel) -> [Axis] {
    [
      axis(\.prefetch, Prefetch.candidates(for: kernel)),
      axis(\.streaming, Streaming.allCases),
      axis(\.unroll, unrollCandidates(for: kernel)),
      axis(\.pairs, Pairs.candidates(for: kernel)),
    ]
  }

  private static func axis<Value>(_ field: WritableKeyPath<Schedule, Value>, _ values: [Value]) -> Axis {
    { schedule in
      values.map { value in
        var changed = schedule
        changed[keyPath: field] = value
        return changed
      }
    }
  }

  /// Loops of fewer turns are left to the compiler, which writes them out.
  private static func unrollCandidates(for kernel: RowKernel) -> [Int?] {
    // Passes that reduce take two vectors a turn.
    let turns = kernel.width / (2 * CEmitter.lanes)
    return [nil] + [1, 2, 4].filter { $0 < turns }
  }

  // MARK: - Code

  /// The first of all schedules that make the same code.
  private static func distinct(_ schedules: [Schedule], in kernel: RowKernel) -> [Schedule] {
    var known: Set<Schedule> = []
    var codes: Set<String> = []
    return schedules.filter {
      known.insert($0).inserted && codes.insert(kernel.code(schedule: $0)).inserted
    }
  }
}

extension Schedule.Prefetch {
  /// None, or one of the next rows from either end of the passes.
  fileprivate static func candidates(for kernel: RowKernel) -> [Schedule.Prefetch?] {
    // Rows that lie whole within one cache line each are found by every processor, and rows in segments ask within
    // themselves.
    guard kernel.isInterleaved || kernel.width >= CEmitter.lanes, kernel.segments == nil else { return [nil] }
    let passes = kernel.sweeps.count > 2 ? Pass.allCases : [.first, .last, .mostlyLast]
    return [nil] + [1, 2, 4].flatMap { distance in passes.map { .init(distance: distance, pass: $0) } }
  }
}

extension Schedule.Pairs {
  /// A tuner knows how much memory all rows take; the heuristic's choice is kept beside what it may say then.
  fileprivate static func candidates(for kernel: RowKernel) -> [Schedule.Pairs] {
    let known: [Schedule.Pairs] = [.never, .always]
    let choice = heuristic(for: kernel)
    return known.contains(choice) ? known : known + [choice]
  }
}
