package import NormaKernels

/// Where the schedules of a plan's kernels come from.
package struct Schedules: Sendable {
  /// The schedule of a kernel at a size.
  private let choice: @Sendable (RowKernel, SizeRegime) -> Schedule
  /// Whether kernels run on other numbers of rows than the plan's, so that they need a form for every size.
  private let isForAnyRows: Bool

  private init(isForAnyRows: Bool, choice: @escaping @Sendable (RowKernel, SizeRegime) -> Schedule) {
    (self.isForAnyRows, self.choice) = (isForAnyRows, choice)
  }

  /// The tuned schedules of this machine, and the cost model's where there is none.
  package static let standard = Schedules.tuned(.current)

  /// Those of `standard`, for any number of rows.
  package static let anyRows = Schedules.tuned(.current, forAnyRows: true)

  /// Some tuned schedules, and the cost model's where there is none.
  package static func tuned(_ tuned: TunedSchedules, forAnyRows: Bool = false) -> Schedules {
    Schedules(isForAnyRows: forAnyRows) { tuned.choice(for: $0, $1).schedule }
  }

  /// One schedule for every kernel at every size.
  package static func only(_ schedule: Schedule) -> Schedules {
    Schedules(isForAnyRows: false) { _, _ in schedule }
  }

  /// A step's kernel, compiled for the sizes that it is run at.
  func kernel(of step: KernelStep, in cache: KernelCache) throws(HostError) -> SizedKernel {
    guard isForAnyRows else {
      let regime = SizeRegime(rows: step.rows, bytesPerRow: step.kernel.bytesPerRow)
      let kernel = try kernel(step.kernel, choice(step.kernel, regime), in: cache)
      return SizedKernel(withinCaches: kernel, beyondCaches: kernel)
    }
    let (within, beyond) = (choice(step.kernel, .withinCaches), choice(step.kernel, .beyondCaches))
    let kernel = try kernel(step.kernel, within, in: cache)
    return SizedKernel(
      withinCaches: kernel,
      beyondCaches: beyond == within ? kernel : try self.kernel(step.kernel, beyond, in: cache))
  }

  private func kernel(
    _ kernel: RowKernel, _ schedule: Schedule, in cache: KernelCache
  ) throws(HostError) -> LoadedKernel {
    try cache.kernel(kernel.source(schedule: schedule))
  }
}

/// A loaded kernel for each size of all its rows together.
struct SizedKernel: Sendable {
  let withinCaches: LoadedKernel, beyondCaches: LoadedKernel

  /// The one for so many rows.
  func kernel(rows: Int, bytesPerRow: Int) -> LoadedKernel {
    switch SizeRegime(rows: rows, bytesPerRow: bytesPerRow) {
    case .withinCaches: withinCaches
    case .beyondCaches: beyondCaches
    }
  }
}
