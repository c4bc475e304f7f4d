/// Which of several contenders is the fastest, decided from times that they took in turns.
///
/// The rule. In a round every contender that is left is timed once. Contenders are compared with the leader, the one
/// with the lowest median so far, by the ratios of their times in the same rounds, so that a machine that slows down
/// does so for both. Bounds of the median of these ratios hold with 99 % on either side (`Statistics.medianBounds`),
/// whatever the distribution; there are none before the seventh round.
/// - A contender whose lower bound is above 1 is slower, and leaves.
/// - One that cannot be faster than the leader by more than 1 % is not worth more time, but stays for company.
/// - The first contender, which is what is used without any measurement, wins unless it is slower: of it must be known
///   either that, or that it is within 1 % of the leader.
///
/// When all this is known, the order is clear.
package struct Tournament: Sendable {
  /// What is known of a contender.
  package enum Standing: String, Hashable, Sendable {
    /// Not enough is known.
    case open
    /// The lowest median so far.
    case leading
    /// Not faster than the leader, but for a per cent; of the first contender, not slower either.
    case noFaster = "no faster"
    /// Slower than the leader, and no longer timed.
    case slower
    /// Never timed.
    case absent
  }

  /// The probability with which a bound may be wrong.
  private static let error = 0.01
  /// Differences of so much are not worth more rounds.
  private static let margin = 1.01

  /// The seconds of each contender, round by round from the first.
  package private(set) var seconds: [[Double]]
  /// What is known of each.
  package private(set) var standings: [Standing]

  /// A tournament of so many contenders, of which some do not take part. The first one must.
  package init(count: Int, absent: Set<Int> = []) {
    precondition(count > 0 && !absent.contains(0), "there is a contender to fall back on")
    seconds = Array(repeating: [], count: count)
    standings = (0..<count).map { absent.contains($0) ? .absent : .open }
  }

  /// Those that are timed in the next round.
  package var remaining: [Int] { standings.indices.filter { standings[$0].isIn } }

  /// The rounds so far.
  package var rounds: Int { seconds[leader].count }

  /// The one with the lowest median of those that remain.
  package var leader: Int {
    guard !seconds[remaining[0]].isEmpty else { return remaining[0] }
    let medians = remaining.map { (place: $0, median: Statistics(seconds[$0]).median) }
    return medians.min { $0.median < $1.median }?.place ?? remaining[0]
  }

  /// Adds a round: the seconds of each contender that remains.
  package mutating func add(_ round: [Int: Double]) {
    for place in remaining { seconds[place].append(round[place] ?? .infinity) }
    let leader = leader
    standings[leader] = .leading
    for place in remaining where place != leader { standings[place] = standing(of: place, to: leader) }
  }

  /// True where more rounds would tell nothing more.
  package var isDecided: Bool { rounds > 0 && !standings.contains(.open) }

  /// The first contender unless it is slower, else the leader.
  package var winner: Int { standings[0] == .slower ? leader : 0 }

  /// The median ratio of one contender's times to another's in the rounds that both were timed in.
  package func ratio(of place: Int, to other: Int) -> Double? {
    let ratios = zip(seconds[place], seconds[other]).map { $0 / $1 }
    return ratios.isEmpty ? nil : Statistics(ratios).median
  }

  private func standing(of place: Int, to leader: Int) -> Standing {
    let ratios = Statistics(zip(seconds[place], seconds[leader]).map { $0 / $1 })
    guard let bounds = ratios.medianBounds(error: Self.error) else { return .open }
    if bounds.lowerBound > 1 { return .slower }
    let isClear = place == 0 ? bounds.upperBound <= Self.margin : bounds.lowerBound >= 1 / Self.margin
    return isClear ? .noFaster : .open
  }
}

extension Tournament.Standing {
  /// True for those that are timed in the next round.
  package var isIn: Bool {
    switch self {
    case .open, .leading, .noFaster: true
    case .slower, .absent: false
    }
  }
}
