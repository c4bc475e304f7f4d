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
  /// Those that are in every sitting: the limits, and Norma.
  private let standing: [any Contender]
  private var contenders: [any Contender] = []

  /// Starts the peers; one that does not start is left out and named in `absent`.
  package init(
    peers: [Peer], settings: Settings, progress: (String) -> Void = { _ in }
  ) throws(ContenderError) {
    self.settings = settings
    folder = try BenchFolder()
    let flush = CacheFlush(threads: settings.threads)
    let timer = CallTimer(flush: flush, waking: .milliseconds(10))
    let loops = LimitLoops(threads: settings.threads)
    standing =
      LimitContender.Kind.allCases.map { LimitContender($0, loops, timer: timer) }
      + [NormaContender(threads: settings.threads.threads, timer: timer)]
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
    for (index, array) in arguments.enumerated() where !contenders.isEmpty {
      try folder.write(array, to: folder.file("in-\(index)"))
    }
    progress("computing in float64")
    let reference = try BenchReference(bench, arguments, threads: settings.threads.threads)
    var turns = BenchTurns()
    func prepare(_ contenders: [any Contender], sitting: Int) {
      for contender in contenders {
        progress("preparing \(contender.title)")
        turns.prepare(contender, bench, arguments, from: settings.cache, sitting: sitting)
      }
    }
    prepare(standing, sitting: 0)
    for (index, peers) in sittings(of: bench).enumerated() {
      prepare(peers, sitting: index + 1)
      turns.run(sitting: index + 1, rounds: settings.rounds, from: settings.cache, progress: progress)
      progress("comparing with float64")
      turns.judge(bench, by: reference, sitting: index + 1)
      for peer in peers { peer.release() }
    }
    turns.judge(bench, by: reference, sitting: 0)
    for contender in standing { contender.release() }
    drop(turns.finished)
    return turns.result(of: bench)
  }

  /// The peers that are prepared together: all, where their arrays take at most half of this machine's memory; else one
  /// after another. A peer has its arguments, a result of its own, one into which it computes and what it needs
  /// between, about twice a case's bytes; Norma and the limit together about four times.
  private func sittings(of bench: BenchCase) -> [[any Contender]] {
    let byteCount = bench.byteCount * (4 + 2 * contenders.count)
    return contenders.isEmpty || byteCount <= SystemMemory.byteCount / 2
      ? [contenders] : contenders.map { [$0] }
  }

  /// Times Norma alone over 1, 2, 4, ... rows, to as many as a case has.
  ///
  /// - Throws: `ContenderError` where the layer cannot be run.
  package func sweep(
    _ bench: BenchCase, progress: (String) -> Void = { _ in }
  ) throws(ContenderError) -> RowsSweep {
    try RowsSweep(measuring: bench, settings: settings, progress: progress)
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
