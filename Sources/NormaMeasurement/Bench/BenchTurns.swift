internal import NormaArrays

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One case being measured: who runs it in which ways, and what was found so far.
struct BenchTurns {
  /// One implementation in one way.
  private struct Turn {
    let place: Int
    let way: Way
    /// The sitting that it is run in; 0 for all.
    let sitting: Int
    /// Calls in one turn: short ones are repeated.
    let calls: Int
    /// Turns that there is time for.
    let rounds: Int
    var seconds: [Double] = []

    /// True where it has a turn in one of so many rounds: its own are spread over all.
    func isDue(in round: Int, of count: Int) -> Bool {
      let own = min(rounds, count)
      return round * own / count < (round + 1) * own / count
    }
  }

  private var contenders: [any Contender] = []
  private var lines: [BenchLine] = []
  private var turns: [Turn] = []
  /// Those that are not to be asked again, and why.
  private(set) var finished: [ObjectIdentifier: String] = [:]

  /// A turn lasts about so many seconds.
  private static let turnSeconds = 2e-3
  private static let mostCalls = 20
  /// All turns of one way last about so many seconds at most, but there are `fewestRounds`, or one of what takes
  /// longer by itself.
  static let budget = 1.0
  static let fewestRounds = 3
  /// Between turns, so that threads which wait for more work in a loop have gone to sleep: microseconds.
  private static let pause: UInt32 = 500

  // MARK: - Turns

  /// Adds an implementation, once it ran in each of its ways, to a sitting, or with 0 to all.
  mutating func prepare(
    _ contender: any Contender, _ bench: BenchCase, _ arguments: [NDArray], from cache: CacheState,
    sitting: Int
  ) {
    let place = contenders.count
    contenders.append(contender)
    lines.append(BenchLine(title: contender.title))
    attempt(place) { (contender) throws(ContenderError) in
      let ways = try contender.prepare(bench, arguments)
      var turns: [Turn] = []
      for way in ways {
        var first = try contender.seconds(way, calls: 1, from: cache)[0]
        // The first call meets memory that nobody has touched; what takes longer than that is known well enough.
        if first < Self.budget / 10 {
          first = try contender.seconds(way, calls: 3, from: cache).min() ?? first
        }
        let calls = min(max(Int(Self.turnSeconds / max(first, 1e-9)), 1), Self.mostCalls)
        let fewest = first > Self.budget ? 1 : Self.fewestRounds
        let rounds = max(fewest, Int(Self.budget / max(first * Double(calls), 1e-9)))
        turns.append(Turn(place: place, way: way, sitting: sitting, calls: calls, rounds: rounds))
      }
      return turns
    }.map { turns += $0 }
  }

  /// Every round of a sitting gives each a turn, and begins with another one.
  mutating func run(sitting: Int, rounds: Int, from cache: CacheState, progress: (String) -> Void) {
    let seated = turns.indices.filter { turns[$0].sitting == 0 || turns[$0].sitting == sitting }
    for round in 0..<max(1, rounds) {
      progress("round \(round + 1) of \(rounds)")
      for step in seated.indices {
        let index = seated[(round + step) % seated.count]
        let turn = turns[index]
        guard lines[turn.place].problem == nil, turn.isDue(in: round, of: max(1, rounds)) else { continue }
        let seconds = attempt(turn.place) { (contender) throws(ContenderError) in
          try contender.seconds(turn.way, calls: turn.calls, from: cache)
        }
        turns[index].seconds += seconds ?? []
        usleep(Self.pause)
      }
    }
  }

  /// Fetches and judges the last results of those that were in one sitting, or with 0 in all.
  mutating func judge(_ bench: BenchCase, by reference: BenchReference, sitting: Int) {
    for turn in turns where turn.sitting == sitting && !turn.seconds.isEmpty {
      var timing = BenchTiming(seconds: Statistics(turn.seconds))
      if !contenders[turn.place].isLimit, lines[turn.place].problem == nil {
        timing.judgement = attempt(turn.place) { (contender) throws(ContenderError) in
          Judgement(try contender.results(turn.way), of: bench, by: reference)
        }
      }
      lines[turn.place].timings[turn.way] = timing
    }
  }

  /// What was found: the faster of the limits, and a line for every other implementation.
  func result(of bench: BenchCase) -> BenchResult {
    let places = contenders.indices
    let limits = places.filter { contenders[$0].isLimit }.compactMap { place in
      lines[place].bestSeconds.map { (title: contenders[place].title, seconds: $0) }
    }
    return BenchResult(
      bench: bench, limit: limits.min { $0.seconds < $1.seconds },
      lines: places.filter { !contenders[$0].isLimit }.map { lines[$0] })
  }

  // MARK: -

  /// Does something with an implementation; where it fails, its line says why.
  @discardableResult private mutating func attempt<Result>(
    _ place: Int, _ action: (any Contender) throws(ContenderError) -> Result
  ) -> Result? {
    let contender = contenders[place]
    do throws(ContenderError) { return try action(contender) } catch {
      lines[place].problem = error.message
      if error.isFinal { finished[ObjectIdentifier(contender)] = error.message }
      return nil
    }
  }
}
