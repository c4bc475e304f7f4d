internal import NormaArrays
package import StableHLO

/// Programs that were compiled, so that compiling one again is to find it.
///
/// A class because all who compile share it. An executable keeps nothing of one caller for the next, so that any number
/// may hold the same.
package final class CompiledPrograms: Sendable {
  /// The programs of this process.
  package static let shared = CompiledPrograms(cache: nil)

  /// What a compiled program depends on.
  private struct Program: Hashable {
    let module: Module
    let threads: Int?
    let isForAnyRows: Bool
  }

  private let compiled = Locked<[Program: Executable]>([:])
  private let cache: KernelCache?

  /// No programs yet.
  ///
  /// - Parameter cache: Where their kernels come from; nil for the cache of this process.
  package init(cache: KernelCache?) { self.cache = cache }

  /// The compiled form of a program, made once.
  ///
  /// - Parameters:
  ///   - threads: Threads to use at most; nil for all processors.
  ///   - isForAnyRows: Whether its kernels are to run on other numbers of rows than its own.
  /// - Throws: `ExecutionError` where it cannot be compiled.
  package func executable(
    for module: Module, threads: Int? = nil, forAnyRows isForAnyRows: Bool = false
  ) throws(ExecutionError) -> Executable {
    let program = Program(module: module, threads: threads, isForAnyRows: isForAnyRows)
    if let known = compiled.withLock({ $0[program] }) { return known }
    let schedules = isForAnyRows ? Schedules.anyRows : .standard
    let made =
      if let cache {
        try Executable(module, cache: cache, threads: threads, schedules: schedules)
      } else {
        try Executable(module, schedules: schedules, threads: threads)
      }
    compiled.withLock { programs in
      if programs.count >= Self.limit { programs.removeAll() }
      programs[program] = made
    }
    return made
  }

  /// Programs kept; shapes vary endlessly in some uses, and compiling again from the disk cache is cheap.
  private static let limit = 256
}
