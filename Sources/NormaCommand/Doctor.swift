internal import ArgumentParser
internal import NormaMeasurement

/// `norma doctor`: what was found on this machine.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what was found on this machine, and what installs the rest.",
    discussion: "Exit status: 0, or 1 where the C compiler that kernels need cannot be used.")

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let items = HostReport().items
    let heading = Style.onOutput.bold(Norma.version) + "\n"
    StandardOutput.write(json ? try JSONReport.text(Values(items)) : heading + Self.text(of: items))
    // Without a compiler programs still run, a thousand times slower: nobody would call that well.
    guard items.allSatisfy({ $0.isFound || $0.name != "C compiler" }) else { throw Failure("", .failure) }
  }

  private static func text(of items: [HostReport.Item]) -> String {
    let style = Style.onOutput
    let width = items.map(\.name.count).max() ?? 0
    return items.map { item in
      let mark = item.isFound ? style.green("ok     ") : style.red("missing")
      let lines = Paragraph.lines(of: item.detail, width: 80 - width - 13)
      let detail = lines.joined(separator: "\n" + String(repeating: " ", count: width + 13))
      let indent = String(repeating: " ", count: width + 13)
      let remedy = item.remedy.map { "\(indent)\(style.faint("to install:")) \(style.bold($0))\n" } ?? ""
      return "  \(mark)  \(item.name.padded(to: width))  \(detail)\n\(remedy)"
    }.joined()
  }

  /// The report for machines.
  private struct Values: Encodable {
    let version = Norma.version
    let items: [Item]

    struct Item: Encodable {
      let name: String, isFound: Bool, detail: String, remedy: String?
    }

    init(_ items: [HostReport.Item]) {
      self.items = items.map {
        Item(name: $0.name, isFound: $0.isFound, detail: $0.detail, remedy: $0.remedy)
      }
    }
  }
}

/// Text in lines of a width.
enum Paragraph {
  /// The words of a text in lines; a word that is too long gets a line of its own.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
