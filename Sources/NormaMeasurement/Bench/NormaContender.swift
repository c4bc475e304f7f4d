internal import NormaArrays
internal import NormaRuntime
internal import StableHLO

/// Norma itself, through `Executable`: called for new arrays, and run into the caller's.
final class NormaContender: Contender {
  let title = "Norma"
  let isLimit = false
  private let threads: Int
  private let timer: CallTimer
  private var executable: Executable?
  private var arguments: [NDArray] = []
  private var latest: [Way: [NDArray]] = [:]

  init(threads: Int, timer: CallTimer) { (self.threads, self.timer) = (threads, timer) }

  func prepare(_ bench: BenchCase, _ arguments: [NDArray]) throws(ContenderError) -> [Way] {
    do throws(ExecutionError) {
      executable = try Executable(bench.module, threads: threads)
    } catch {
      throw ContenderError("\(error)")
    }
    self.arguments = arguments
    let targets = bench.resultTypes.map { NDArray(uninitialized: $0.scalar, shape: $0.shape) }
    for target in targets { Poison.fill(target) }
    latest = [.into: targets]
    return [.call, .into]
  }

  func seconds(_ way: Way, calls: Int, from cache: CacheState) throws(ContenderError) -> [Double] {
    guard let executable else { throw ContenderError("there is no case to run") }
    var failure: ExecutionError?
    let seconds = timer.seconds(calls: calls, from: cache) {
      do throws(ExecutionError) { try run(executable, way) } catch { failure = error }
    }
    if let failure { throw ContenderError("\(failure)") }
    return seconds
  }

  private func run(_ executable: Executable, _ way: Way) throws(ExecutionError) {
    switch way {
    case .call: latest[.call] = try executable(arguments)
    case .into: try executable.run(arguments, into: latest[.into] ?? [])
    }
  }

  func results(_ way: Way) throws(ContenderError) -> [NDArray] { latest[way] ?? [] }

  func release() { (executable, arguments, latest) = (nil, [], [:]) }
}
