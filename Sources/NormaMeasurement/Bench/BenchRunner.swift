internal import NormaArrays
package import NormaRuntime

/// Implementations of layers, run beside each other.
///
/// A class because it holds the processes of the peers.
package final class BenchRunner {
  /// How it is run.
  package struct Settings: Sendable {
    /// How often each implementation has its turn.
    package var rounds: Int
    /// The threads that each may use.
    package var threads: RowParallelism
    /// What the caches hold at each call.
    package var cache: CacheState
    /// How long a peer may take for an answer.
    package var patience: Duration

    /// Settings for a bench.
    package init(
      rounds: Int = 15, threads: RowParallelism = .standard, cache: CacheState = .warm,
      patience: Duration = .seconds(180)
    ) {
      (self.rounds, self.threads, self.cache, self.patience) = (rounds, threads, cache, patience)
    }
  }

  /// How it is run.
  package let settings: Settings
  /// The peers that take part: what each is called, and what it said it is.
  package private(set) var present: [(title: String, version: String)] = []
  /// The peers that do not, and why.
  package private(set) var absent: [(title: String, problem: String)] = []
  private let folder: BenchFolder
  private let limits: [any Contender]
  private var contenders: [any Contender]

  /// Starts the peers; one that does not start is left out and named in `absent`.
  package init(
    peers: [Peer], settings: Settings, progress: (String) -> Void = { _ in }
  ) throws(ContenderError) {
    self.settings = settings
    folder = try BenchFolder()
    let flush = CacheFlush(threads: settings.threads)
    let timer = CallTimer(flush: flush)
    limits = LimitContender.Kind.allCases.map { LimitContender($0, threads: settings.threads, timer: timer) }
    contenders = [NormaContender(threads: settings.threads.threads, timer: timer)]
    for peer in peers {
      progress("starting \(peer.title)")
      let contender = PeerContender(
        peer, threads: settings.threads.threads, flush: flush, patience: settings.patience, folder: folder)
      do throws(ContenderError) {
        try contender.start()
        present.append((peer.title, contender.version))
        contenders.append(contender)
      } catch {
        absent.append((peer.title, error.message))
      }
    }
  }

  /// Stops every process that benches of this process started. For use before it ends.
  package static func stopAll() { Conversation.stopAll() }

  /// Runs one case.
  ///
  /// - Parameter progress: Is told what is being done.
  /// - Throws: `ContenderError` where the case cannot be set up or judged.
  package func run(
    _ bench: BenchCase, progress: (String) -> Void = { _ in }
  ) throws(ContenderError) -> BenchResult {
    progress("inputs")
    let arguments = bench.arguments()
    for (index, array) in arguments.enumerated() where contenders.count > 1 {
      try folder.write(array, to: folder.file("in-\(index)"))
    }
    var turns = BenchTurns()
    for contender in limits + contenders {
      progress("preparing \(contender.title)")
      turns.prepare(contender, bench, arguments, from: settings.cache)
    }
    turns.run(rounds: settings.rounds, from: settings.cache, progress: progress)
    progress("comparing with float64")
    let reference = try BenchReference(bench, arguments, threads: settings.threads.threads)
    turns.judge(bench, by: reference)
    for contender in limits + contenders { contender.release() }
    drop(turns.finished)
    return turns.result(of: bench)
  }

  /// Leaves out from now on who cannot go on.
  private func drop(_ finished: [ObjectIdentifier: String]) {
    contenders.removeAll { contender in
      guard let problem = finished[ObjectIdentifier(contender)] else { return false }
      absent.append((contender.title, problem))
      return true
    }
  }
}
