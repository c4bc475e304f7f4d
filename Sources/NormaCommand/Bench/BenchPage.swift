internal import NormaMeasurement

/// One page with everything that a bench found: no network, no script.
struct BenchPage {
  private let report: BenchReport

  init(_ report: BenchReport) { self.report = report }

  /// The whole file.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Norma beside its peers</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <h1>Norma beside its peers</h1>
    <p>\(Markup.escaped(report.machine)). \(Markup.escaped(report.date)), \(Norma.version).</p>
    <ul>
    \(list(report.method + versions + report.absences))</ul>
    <h2>Pictures</h2>
    <p>Each implementation in its faster way; dashed, the limit. Point at a dot for its figure.</p>
    \(charts)\(sweeps)<h2>Tables</h2>
    \(report.results.map(table).joined())\(report.sweeps.map(table).joined())</body>
    </html>

    """
  }

  private static let style = """
    :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem}\
    h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem;margin:1.6rem 0 .3rem}\
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}\
    th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #8884}th:first-child,td:first-child{text-align:left}\
    td.words{text-align:left}tr.norma{font-weight:600}.wrong{color:#d22}figure{margin:1rem 0}svg{width:100%;height:auto}\
    div.wide{overflow-x:auto}
    """

  private var versions: [String] { report.present.map { "\($0.title): \($0.version)." } }

  private func list(_ items: [String]) -> String {
    items.map { "<li>\(Markup.escaped($0))</li>\n" }.joined()
  }

  private var charts: String {
    BenchChart.all(of: report.results).map { "<figure>\n\($0.svg)</figure>\n" }.joined()
  }

  private var sweeps: String {
    let figures = report.sweeps.map {
      "<figure>\n\(SweepChart($0).svg)<figcaption>\(Markup.escaped($0.verdict))</figcaption></figure>\n"
    }
    return figures.isEmpty ? "" : "<h2>Is the cost linear in the rows?</h2>\n" + figures.joined()
  }

  private func table(_ sweep: RowsSweep) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(Markup.escaped($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return """
      <h3>\(Markup.escaped(sweep.title))</h3>
      <div class="wide"><table>
      \(row(SweepTable.headings, "th"))\(SweepTable(sweep).rows.map { row($0, "td") }.joined())</table></div>

      """
  }

  private func table(_ result: BenchResult) -> String {
    let limit = result.limit.map { limit in
      let rate = Figure.threeDigits(result.gigabytesPerSecond(limit.seconds))
      return ", limit \(rate) GB/s (\(limit.title), \(Figure.seconds(limit.seconds)))"
    }
    let heading = "\(result.bench.title): \(Figure.bytes(result.bench.byteCount))\(limit ?? "")"
    let columns = (["implementation"] + BenchTable.headings).map { "<th>\($0)</th>" }.joined()
    return """
      <h3>\(Markup.escaped(heading))</h3>
      <div class="wide"><table>
      <tr>\(columns)</tr>
      \(result.lines.enumerated().map { row($1, of: result, isFirst: $0 == 0) }.joined())</table></div>

      """
  }

  private func row(_ line: BenchLine, of result: BenchResult, isFirst: Bool) -> String {
    let name = "<td>\(Markup.escaped(line.title))</td>"
    let remark = line.holds ? line.problem : line.verdict
    guard !line.timings.isEmpty else {
      return
        "<tr>\(name)<td class=\"words\" colspan=\"7\">\(Markup.escaped(remark ?? "not measured"))</td></tr>\n"
    }
    let cells = result.figures(of: line).map { "<td>\($0)</td>" }.joined()
    let words = remark.map {
      "<tr><td></td><td class=\"words wrong\" colspan=\"7\">\(Markup.escaped($0))</td></tr>\n"
    }
    return "<tr\(isFirst ? " class=\"norma\"" : "")>\(name)\(cells)</tr>\n" + (words ?? "")
  }
}

/// Text within HTML and SVG.
enum Markup {
  /// The text with its `&`, `<`, `>` and quotes spelled out.
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
