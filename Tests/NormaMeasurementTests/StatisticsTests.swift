import Testing

@testable import NormaMeasurement

@Suite struct StatisticsTests {
  @Test func `quantiles are interpolated between sorted neighbours`() {
    let odd = Statistics([3, 1, 2]), even = Statistics([4, 1, 3, 2])
    #expect(odd.median == 2 && even.median == 2.5)
    #expect(even.quantile(0) == 1 && even.quantile(1) == 4 && even.quantile(0.25) == 1.75)
    #expect(even.minimum == 1 && even.maximum == 4)
    #expect(Statistics([7]).quantile(0.9) == 7)
    #expect(even.quantile(-1) == 1 && even.quantile(2) == 4)
  }

  @Test func `candidates run in turns, each round beginning with the next, after one round of warming`() {
    var order = ""
    let results = Stopwatch.compare(
      [("a", { order += "a" }), ("b", { order += "b" }), ("c", { order += "c" })], rounds: 3)
    #expect(order == "abc" + "abc" + "bca" + "cab")
    #expect(results.map(\.name) == ["a", "b", "c"])
    #expect(results.allSatisfy { $0.seconds.sorted.count == 3 && $0.seconds.minimum >= 0 })
  }

  @Test func `a rate is bytes by seconds in units of 1e9`() {
    #expect(Bandwidth(bytes: 3_000_000_000, seconds: 2).gigabytesPerSecond == 1.5)
    #expect(Bandwidth(bytes: 1, seconds: 0).gigabytesPerSecond == .infinity)
  }
}
