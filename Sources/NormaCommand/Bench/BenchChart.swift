internal import NormaMeasurement

/// A picture of rates: a line for each implementation, the limit dashed.
struct BenchChart {
  /// What the horizontal axis counts.
  enum Axis: Hashable {
    /// Numbers of rows or of columns, by powers of two.
    case count(String)
    /// Shapes, one beside the other.
    case shapes
  }

  /// One line of the picture.
  struct Series {
    let title: String
    let isLimit: Bool
    /// The rate at each place of the horizontal axis; nil for none.
    let rates: [Double?]
  }

  /// The name of its file.
  let name: String
  /// What stands over it.
  let title: String
  let axis: Axis
  /// What stands under the places of the horizontal axis, and where they lie, from 0 to 1.
  let places: [(label: String, position: Double)]
  let series: [Series]

  /// The largest rate.
  var largest: Double { series.flatMap(\.rates).compactMap { $0 }.max() ?? 1 }
}

extension BenchChart {
  /// For each layer, direction and type: one by shapes, and by rows and by width wherever two results or more differ
  /// in that alone.
  static func all(of results: [BenchResult]) -> [BenchChart] {
    grouped(results, by: \.bench.group).flatMap { group, results in
      [byShapes(group, results)]
        + grouped(results, by: \.bench.width).compactMap { byCount("rows", group, "width \($0)", $1, \.rows) }
        + grouped(results, by: \.bench.rows).compactMap { byCount("width", group, "rows \($0)", $1, \.width) }
    }
  }

  private static func grouped<Key: Hashable>(
    _ results: [BenchResult], by key: (BenchResult) -> Key
  ) -> [(Key, [BenchResult])] {
    var groups: [(Key, [BenchResult])] = []
    for result in results {
      if let place = groups.firstIndex(where: { $0.0 == key(result) }) {
        groups[place].1.append(result)
      } else {
        groups.append((key(result), [result]))
      }
    }
    return groups
  }

  private static func byShapes(_ group: String, _ results: [BenchResult]) -> BenchChart {
    let last = Double(max(1, results.count - 1))
    let places = results.enumerated().map { index, result in
      (result.bench.extents, results.count == 1 ? 0.5 : Double(index) / last)
    }
    return BenchChart(
      name: fileName(group), title: "\(group): GB/s of each shape", axis: .shapes, places: places,
      series: series(of: results))
  }

  private static func byCount(
    _ axis: String, _ group: String, _ fixed: String, _ results: [BenchResult],
    _ count: (BenchCase) -> Int
  ) -> BenchChart? {
    let sorted = results.sorted { count($0.bench) < count($1.bench) }
    let counts = sorted.map { Double(count($0.bench)).logarithm }
    guard let least = counts.first, let most = counts.last, most > least else { return nil }
    let places = zip(sorted, counts).map { result, value in
      ("\(count(result.bench))", (value - least) / (most - least))
    }
    return BenchChart(
      name: fileName("\(group) \(fixed)"), title: "\(group), \(fixed): GB/s against \(axis)",
      axis: .count(axis),
      places: places, series: series(of: sorted))
  }

  private static func fileName(_ words: String) -> String {
    words.split(separator: " ").joined(separator: "-")
  }

  private static func series(of results: [BenchResult]) -> [Series] {
    var titles: [String] = []
    for title in results.flatMap({ $0.lines.map(\.title) }) where !titles.contains(title) {
      titles.append(title)
    }
    let limit = Series(title: "limit", isLimit: true, rates: results.map(\.limitGigabytesPerSecond))
    return [limit]
      + titles.map { title in
        Series(title: title, isLimit: false, rates: results.map { $0.rate(of: title) })
      }.filter { $0.rates.contains { $0 != nil } }
  }
}

extension BenchResult {
  /// The rate of an implementation in its faster way.
  fileprivate func rate(of title: String) -> Double? {
    lines.first { $0.title == title }?.bestSeconds.map(gigabytesPerSecond)
  }
}

extension Double {
  /// The power of two that this is, in between by straight lines: good enough to place ticks.
  var logarithm: Double { self > 0 ? Double(exponent) + significand - 1 : 0 }
}
