import NormaMeasurement
import Testing

/// The stopping rule, on times that are made up.
@Suite struct `A tournament` {
  /// Runs one on times that a function of contender and round gives.
  private func tournament(
    _ count: Int, rounds: Int, absent: Set<Int> = [], _ seconds: (Int, Int) -> Double
  ) -> Tournament {
    var tournament = Tournament(count: count, absent: absent)
    for round in 0..<rounds where !tournament.isDecided {
      tournament.add(
        Dictionary(uniqueKeysWithValues: tournament.remaining.map { ($0, seconds($0, round)) }))
    }
    return tournament
  }

  @Test func `is over after seven rounds where every round says the same`() {
    let result = tournament(3, rounds: 100) { place, _ in [2, 1, 3][place] }
    #expect(result.rounds == 7)
    #expect(result.standings == [.slower, .leading, .slower])
    #expect(result.winner == 1 && result.ratio(of: 0, to: 1) == 2)
  }

  @Test func `keeps the first where nobody is faster by more than a per cent`() {
    // Now the one, now the other is faster, by half a per cent.
    let result = tournament(2, rounds: 100) { place, round in
      place == 0 ? 1 : round.isMultiple(of: 2) ? 0.995 : 1.005
    }
    #expect(result.rounds == 7 && result.winner == 0)
    #expect(result.standings == [.noFaster, .leading])
  }

  @Test func `is not misled by a machine that slows down`() {
    // Every round takes longer than the one before; the second is always five per cent faster.
    let result = tournament(2, rounds: 100) { place, round in Double(round + 1) * [1, 0.95][place] }
    #expect(result.rounds == 7 && result.winner == 1)
  }

  @Test func `is not misled by single disturbed rounds`() throws {
    let result = tournament(2, rounds: 100) { place, round in
      place == 1 && round % 5 == 4 ? 10 : [1, 0.9][place]
    }
    #expect(result.winner == 1)
    #expect(result.rounds > 7)
    #expect(abs(try #require(result.ratio(of: 0, to: 1)) - 1 / 0.9) < 1e-12)
  }

  @Test func `goes on while the order is open, and then keeps the first`() {
    // Now the one, now the other is faster by a tenth.
    let result = tournament(2, rounds: 40) { place, round in (place + round).isMultiple(of: 2) ? 1 : 1.1 }
    #expect(!result.isDecided && result.rounds == 40 && result.winner == 0)
  }

  @Test func `who is slower is timed no more, and who is absent never`() {
    let result = tournament(4, rounds: 30, absent: [3]) { place, round in
      place == 2 ? 5 : (place + round).isMultiple(of: 2) ? 1 : 1.1
    }
    #expect(result.seconds.map(\.count) == [30, 30, 7, 0])
    #expect(result.standings[2] == .slower && result.standings[3] == .absent)
    #expect(result.remaining == [0, 1])
  }

  @Test func `of one contender is decided at once`() {
    let result = tournament(1, rounds: 100) { _, _ in 1 }
    #expect(result.rounds == 1 && result.winner == 0)
  }

  /// Two that are equally fast, on times of a fixed noise: the first must hardly ever be dropped.
  @Test func `rarely takes chance for speed`() {
    var state: UInt64 = 1
    func noise() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1 + Double(state >> 40) / Double(1 << 24) / 5
    }
    let dropped = (0..<200).count { _ in
      tournament(2, rounds: 15) { _, _ in noise() }.standings[0] == .slower
    }
    // At 1 % for each of nine looks, which look at nearly the same times.
    #expect(dropped <= 10, "\(dropped) of 200")
  }
}

@Suite struct `The bounds of a median` {
  @Test(arguments: [(6, nil), (7, 1), (8, 1), (10, 1), (11, 2), (15, 3), (40, 13)] as [(Int, Int?)])
  func `are the order statistics of the sign test`(count: Int, place: Int?) {
    let bounds = Statistics((1...count).map(Double.init)).medianBounds(error: 0.01)
    #expect(bounds == place.map { Double($0)...Double(count + 1 - $0) })
  }
}
