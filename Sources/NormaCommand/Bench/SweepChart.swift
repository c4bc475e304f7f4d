internal import NormaMeasurement

/// The time of a row against the number of rows, both by powers, the levels of memory marked: where the cost is linear, the
/// line is level.
struct SweepChart {
  private static let (left, right, top, bottom) = (72.0, 780.0, 40.0, 344.0)

  private let sweep: RowsSweep

  init(_ sweep: RowsSweep) { self.sweep = sweep }

  /// The name of its file.
  var name: String { "\(sweep.bench.group) rows-to-\(sweep.bench.extents)".replacing(" ", with: "-") }

  /// The whole file.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 400" role="img" aria-label="\(Markup.escaped(sweep.title))">
    <style>\(BenchChart.style)</style>
    <text class="title" x="\(number(Self.left))" y="22">\(Markup.escaped(sweep.title)): time of a row</text>
    \(grid)\(ticks)\(levels)\(line)</svg>

    """
  }

  // MARK: - Axes

  private var doublings: Double { max(1, Double(sweep.rows).logarithm) }

  /// Whole powers of ten that enclose the times, in seconds.
  private var decades: ClosedRange<Int> {
    let times = sweep.points.map(\.secondsPerRow)
    let (least, most) = (times.min() ?? 1, times.max() ?? 1)
    let first = Self.decade(atMost: least)
    let last = Self.decade(atMost: most)
    return first...max(last + (Self.power(last) < most ? 1 : 0), first + 1)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }

  private static func decade(atMost value: Double) -> Int {
    var exponent = 0
    while power(exponent) > value, exponent > -12 { exponent -= 1 }
    while power(exponent + 1) <= value { exponent += 1 }
    return exponent
  }

  private func x(rows: Double) -> Double {
    Self.left + 14 + rows.logarithm / doublings * (Self.right - Self.left - 28)
  }

  private func y(_ seconds: Double) -> Double {
    let (first, last) = (Self.power(decades.lowerBound), Self.power(decades.upperBound))
    return Self.bottom - (seconds / first).logarithm / (last / first).logarithm * (Self.bottom - Self.top)
  }

  private func number(_ value: Double) -> String { Figure.fixed(value, decimals: 1) }

  private var grid: String {
    decades.flatMap { decade in
      (decade == decades.upperBound ? [1] : [1.0, 2, 5]).map { $0 * Self.power(decade) }
    }.map { seconds in
      let height = number(y(seconds))
      return """
        <line class="grid" x1="\(number(Self.left))" x2="\(number(Self.right))" y1="\(height)" y2="\(height)"/>\
        <text x="\(number(Self.left - 6))" y="\(number(y(seconds) + 4))" text-anchor="end">\(Figure.seconds(seconds))</text>

        """
    }.joined()
  }

  private var ticks: String {
    let names = sweep.points.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { _, point in
      """
      <text x="\(number(x(rows: Double(point.rows))))" y="\(number(Self.bottom + 18))" text-anchor="middle">\(Figure.short(point.rows))</text>

      """
    }
    return names.joined()
      + "<text x=\"\(number(Self.right))\" y=\"\(number(Self.bottom + 40))\" text-anchor=\"end\">rows</text>\n"
  }

  /// Where each cache ends, in rows.
  private var levels: String {
    let bytesPerRow = Double(sweep.bench.byteCount) / Double(sweep.rows)
    return sweep.levels.compactMap { level in
      guard let byteCount = level.byteCount else { return nil }
      let rows = Double(byteCount) / bytesPerRow
      guard rows > 1, rows < Double(sweep.rows) else { return nil }
      let place = number(x(rows: rows))
      return """
        <line class="line limit" data-name="\(level.name)" x1="\(place)" x2="\(place)" y1="\(number(Self.top))" y2="\(number(Self.bottom))"/>\
        <text x="\(number(x(rows: rows) - 4))" y="\(number(Self.top + 12))" text-anchor="end">\(level.name), \(Figure.bytes(byteCount))</text>

        """
    }.joined()
  }

  // MARK: - The line

  private var line: String {
    let places = sweep.points.map { (x(rows: Double($0.rows)), y($0.secondsPerRow)) }
    let path = places.map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " ")
    let dots = zip(sweep.points, places).map { point, place in
      """
      <circle class="d0" cx="\(number(place.0))" cy="\(number(place.1))" r="3"><title>\(Figure.count(point.rows)) rows: \(Figure.seconds(point.secondsPerRow)) a row</title></circle>

      """
    }
    return """
      <polyline class="line s0 first" data-name="Norma" points="\(path)"/>
      \(dots.joined())
      """
  }
}
