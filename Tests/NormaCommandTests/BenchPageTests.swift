import Foundation
import Testing

/// The page of a bench, as a browser shows it.
@Suite struct `The page of a bench` {
  static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: Self.browser != nil, "no Chromium on this machine; `make setup` installs it"))
  func `draws a line for the limit and for Norma, and asks no network`() throws {
    let browser = try #require(Self.browser)
    let command = Command(in: Folder())
    let bench = try command(
      "bench softmax --shape 4x8 --shape 64x8 --shape 64x32 --rounds 1 --peers none --html page.html")
    #expect(bench.status == 0 && bench.errors == "")
    let page = command.folder.url("page.html").path()
    #expect(!(try String(contentsOf: command.folder.url("page.html"), encoding: .utf8)).contains("src="))
    // Boxes are laid out by the browser: what has no size is not seen.
    let script = """
      <script>addEventListener("load", () => { document.body.dataset.seen = [...document.querySelectorAll("polyline")]
      .map(line => line.dataset.name + (line.getBoundingClientRect().width > 50 ? " is drawn" : " is missing")).join("; ")
      + "; " + document.querySelectorAll("table tr.norma").length + " tables" })</script></body>
      """
    let text = try String(contentsOf: URL(filePath: page), encoding: .utf8)
    try command.folder.write(text.replacingOccurrences(of: "</body>", with: script), to: "probe.html")
    let outcome = try command.shell(
      "'\(browser)' --headless --no-sandbox --disable-gpu --host-resolver-rules='MAP * ~NOTFOUND' "
        + "--user-data-dir=\"$PWD/profile\" --virtual-time-budget=2000 --dump-dom \"file://$PWD/probe.html\"")
    let seen = try #require(outcome.output.firstMatch(of: /data-seen="([^"]*)"/)).1
    // By shapes, by rows and by width.
    let lines = Array(repeating: "limit is drawn; Norma is drawn", count: 3).joined(separator: "; ")
    #expect(seen == "\(lines); 3 tables")
  }
}
