internal import Logging
package import NormaKernels

/// The tuned schedules of this machine: for a kernel at a size the fastest one that was measured.
package struct TunedSchedules: Hashable, Sendable {
  private struct Key: Hashable {
    let kernel: String, regime: SizeRegime
  }

  private var found: [Key: TunedKernel] = [:]

  /// The schedules of some entries; of several for one kernel and size the last holds.
  package init(_ kernels: [TunedKernel] = []) {
    for kernel in kernels { add(kernel) }
  }

  /// All entries, in an order that does not change.
  package var kernels: [TunedKernel] {
    found.values.sorted { ($0.kernel, $0.regime.rawValue) < ($1.kernel, $1.regime.rawValue) }
  }

  /// Adds an entry, in place of one for the same kernel and size.
  package mutating func add(_ kernel: TunedKernel) {
    found[Key(kernel: kernel.kernel, regime: kernel.regime)] = kernel
  }

  /// The schedule of a kernel at a size: the tuned one, or the heuristic's where there is none, or where it is none
  /// that this Norma knows for the kernel.
  package func choice(for kernel: RowKernel, _ regime: SizeRegime) -> ScheduleChoice {
    guard !found.isEmpty, let tuned = found[Key(kernel: kernel.identity, regime: regime)],
      Schedule.combinations(for: kernel).contains(tuned.schedule)
    else { return ScheduleChoice(schedule: .heuristic(for: kernel), tuned: nil) }
    return ScheduleChoice(schedule: tuned.schedule, tuned: tuned)
  }

  /// The schedule of a kernel over so many rows.
  package func choice(for step: KernelStep) -> ScheduleChoice {
    choice(for: step.kernel, SizeRegime(rows: step.rows, bytesPerRow: step.kernel.bytesPerRow))
  }

  /// What this machine's file holds, read once in a process. A file that cannot be used is left out, with a
  /// warning in the log.
  package static let current: TunedSchedules = {
    guard let file = try? TunedFile() else { return TunedSchedules() }
    do throws(HostError) { return try file.read() } catch {
      kernelLog.warning("\(error)")
      return TunedSchedules()
    }
  }()
}
