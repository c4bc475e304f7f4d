/// The picture as SVG, readable on light and on dark.
extension BenchChart {
  private static let (width, height) = (820.0, 400.0)
  private static let (left, right, top, bottom) = (56.0, 600.0, 40.0, 344.0)

  /// The whole file.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 400" role="img" aria-label="\(Markup.escaped(title))">
    <style>\(Self.style)</style>
    <text class="title" x="\(Self.number(Self.left))" y="22">\(Markup.escaped(title))</text>
    \(grid)\(ticks)\(series.enumerated().map { drawn($1, index: $0) }.joined())</svg>

    """
  }

  /// Colours of Okabe and Ito, which colour-blind people tell apart; mid-tones that show on both grounds.
  static let style = """
    text{font:12px system-ui,sans-serif;fill:#555}.title{font-size:14px;font-weight:600}\
    .grid{stroke:#8884;stroke-width:1}.line{fill:none;stroke-width:1.8}.first{stroke-width:3.2}\
    .limit{stroke:#888;stroke-dasharray:6 4}.limit-dot{fill:#888}\
    \(colours.enumerated().map { ".s\($0){stroke:\($1)}.d\($0){fill:\($1)}" }.joined())\
    @media(prefers-color-scheme:dark){text{fill:#bbb}}
    """

  private static let colours = [
    "#d55e00", "#0072b2", "#56b4e9", "#3a7ca5", "#009e73", "#4dbd8f", "#cc79a7", "#b8860b", "#7a68a6",
    "#8c564b",
  ]

  private static func number(_ value: Double) -> String { Figure.fixed(value, decimals: 1) }

  // MARK: - Axes

  /// The distance of the horizontal lines: 1, 2 or 5 times a power of ten, at most eight of them.
  private var step: Double {
    var step = 0.001
    while true {
      for factor in [1.0, 2, 5] where largest <= step * factor * 8 { return step * factor }
      step *= 10
    }
  }

  private var ceiling: Double { (largest / step).rounded(.up) * step }

  private func x(_ position: Double) -> Double { Self.left + 14 + position * (Self.right - Self.left - 28) }
  private func y(_ rate: Double) -> Double {
    Self.bottom - rate / max(ceiling, .leastNormalMagnitude) * (Self.bottom - Self.top)
  }

  private var grid: String {
    (0...Int((ceiling / step).rounded())).map { index in
      let rate = Double(index) * step
      let height = Self.number(y(rate))
      return """
        <line class="grid" x1="\(Self.number(Self.left))" x2="\(Self.number(Self.right))" y1="\(height)" y2="\(height)"/>\
        <text x="\(Self.number(Self.left - 6))" y="\(Self.number(y(rate) + 4))" text-anchor="end">\(Self.tick(rate, step))</text>

        """
    }.joined()
  }

  private static func tick(_ rate: Double, _ step: Double) -> String {
    Figure.fixed(rate, decimals: step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3)
  }

  private var ticks: String {
    let names = places.enumerated().map { index, place in
      // Neighbours stand on two heights, so that they do not cover each other.
      let height = Self.bottom + (index.isMultiple(of: 2) ? 18 : 33)
      return
        "<text x=\"\(Self.number(x(place.position)))\" y=\"\(Self.number(height))\" text-anchor=\"middle\">\(place.label)</text>\n"
    }
    let word =
      switch axis {
      case .count(let name): name
      case .shapes: "rows x width"
      }
    return names.joined()
      + "<text x=\"\(Self.number(Self.right))\" y=\"392\" text-anchor=\"end\">\(word)</text>\n"
      + "<text x=\"8\" y=\"\(Self.number(Self.bottom + 18))\">GB/s</text>\n"
  }

  // MARK: - Lines

  private func drawn(_ series: Series, index: Int) -> String {
    let number = (index - 1) % Self.colours.count
    let (stroke, dot) = series.isLimit ? ("limit", "limit-dot") : ("s\(number)", "d\(number)")
    let weight = index == 1 ? " first" : ""
    let points = zip(places, series.rates).compactMap { place, rate in
      rate.map { (place.label, x(place.position), y($0), $0) }
    }
    let path = points.map { "\(Self.number($0.1)),\(Self.number($0.2))" }.joined(separator: " ")
    let name = Markup.escaped(series.title)
    let dots = points.map { label, x, y, rate in
      """
      <circle class="\(dot)" cx="\(Self.number(x))" cy="\(Self.number(y))" r="3"><title>\(name), \(label): \(Figure.threeDigits(rate)) GB/s</title></circle>

      """
    }
    return """
      <polyline class="line \(stroke)\(weight)" data-name="\(name)" points="\(path)"/>
      \(dots.joined())\(legend(name, stroke + weight, index))
      """
  }

  private func legend(_ name: String, _ classes: String, _ index: Int) -> String {
    let (x, y) = (Self.right + 16, Self.top + 8 + Double(index) * 20)
    return """
      <line class="line \(classes)" x1="\(Self.number(x))" x2="\(Self.number(x + 24))" y1="\(Self.number(y))" y2="\(Self.number(y))"/>\
      <text x="\(Self.number(x + 30))" y="\(Self.number(y + 4))">\(name)</text>

      """
  }
}
