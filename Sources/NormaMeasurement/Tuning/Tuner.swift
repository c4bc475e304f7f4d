internal import Dispatch
internal import NormaArrays
package import NormaKernels
package import NormaRuntime

/// Finds the fastest schedule of each kernel of a plan, by measuring.
package struct Tuner: Sendable {
  /// Is told how far the tuning of a kernel is, from any thread.
  package typealias Progress = @Sendable (TuningResult) -> Void

  private let mode: TuningMode
  private let threads: RowParallelism
  private let cache: KernelCache
  private let file: TunedFile?

  /// A tuner that keeps what it finds in a file; nil keeps nothing.
  package init(
    mode: TuningMode, threads: RowParallelism = .standard, cache: KernelCache, file: TunedFile?
  ) {
    (self.mode, self.threads, self.cache, self.file) = (mode, threads, cache, file)
  }

  /// The kernels of a plan that can be tuned: each once for a size, and those without elements not at all.
  package static func kernels(of plan: Plan) -> [KernelStep] {
    var known: Set<String> = []
    return plan.steps.compactMap { step in
      guard case .kernel(let step) = step, step.kernel.width > 0, step.rows > 0 else { return nil }
      let regime = SizeRegime(rows: step.rows, bytesPerRow: step.kernel.bytesPerRow)
      return known.insert("\(step.kernel.identity) \(regime)").inserted ? step : nil
    }
  }

  /// Tunes one kernel, and keeps the winner.
  ///
  /// - Throws: `ContenderError` where the kernel does not run at all, or the winner cannot be kept.
  package func tune(
    _ step: KernelStep, of plan: Plan, date: String, progress: @escaping Progress = { _ in }
  ) throws(ContenderError) -> TuningResult {
    let trial = try KernelTrial(step, of: plan, cache: cache, threads: threads)
    var result = TuningResult(step, candidates: mode.candidates(for: step.kernel))
    progress(result)
    let executables = compile(&result, trial, progress)
    for (place, executable) in executables {
      do throws(ContenderError) { try trial.check(executable) } catch {
        result.candidates[place].state = .failed(error.message)
      }
    }
    try race(&result, trial, executables, progress)
    if let winner = result.tuned { try keep(winner, of: result, date) }
    return result
  }

  /// Compiles every candidate, on all threads: nothing is timed meanwhile.
  private func compile(
    _ result: inout TuningResult, _ trial: KernelTrial, _ progress: Progress
  ) -> [Int: Executable] {
    let schedules = result.candidates.map(\.schedule)
    let shared = Locked((result: result, executables: [Int: Executable]()))
    DispatchQueue.concurrentPerform(iterations: schedules.count) { place in
      let made = Result { () throws(ContenderError) in try trial.executable(schedules[place]) }
      shared.withLock { shared in
        switch made {
        case .success(let executable):
          shared.executables[place] = executable
          shared.result.candidates[place].state = .ready
        case .failure(let error): shared.result.candidates[place].state = .failed(error.message)
        }
        progress(shared.result)
      }
    }
    return shared.withLock { shared in
      result = shared.result
      return shared.executables
    }
  }

  // MARK: - Timing

  /// Has all that are right take turns, the limit among them, until the order is clear.
  private func race(
    _ result: inout TuningResult, _ trial: KernelTrial, _ executables: [Int: Executable],
    _ progress: Progress
  ) throws(ContenderError) {
    let failed = result.candidates.indices.filter { result.candidates[$0].state != .ready }
    guard !failed.contains(0), let first = executables[0] else {
      throw ContenderError(result.failures.first?.problem ?? "the kernel does not compile")
    }
    var tournament = Tournament(count: result.candidates.count, absent: Set(failed))
    let limit = StreamLimit(
      result.step.kernel.streams, byteCount: result.byteCount, threads: threads, cache: cache)
    let turns = try TuningTurns(trial, first: first, limit: limit.candidates())
    let start = ContinuousClock.now
    while !tournament.isDecided,
      !mode.isExhausted(
        rounds: tournament.rounds, seconds: (ContinuousClock.now - start) / .seconds(1))
    {
      let remaining = tournament.remaining.compactMap { place in executables[place].map { (place, $0) } }
      tournament.add(try turns.round(remaining, number: tournament.rounds))
      result.update(from: tournament, limit: turns.limit)
      progress(result)
    }
    result.winner = tournament.winner
  }

  private func keep(
    _ winner: TuningCandidate, of result: TuningResult, _ date: String
  ) throws(ContenderError) {
    let entry = TunedKernel(
      result.step.kernel, regime: result.regime, schedule: winner.schedule,
      ofLimit: winner.ofLimit, speedup: winner.speedup ?? 1, rows: result.step.rows,
      threads: threads.threads, date: date)
    do throws(HostError) { try file?.add(entry) } catch { throw ContenderError("\(error)") }
  }
}
