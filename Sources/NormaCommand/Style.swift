#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Colours, where a person looks: on a terminal, unless `NO_COLOR` is set.
struct Style {
  /// Whether text is coloured.
  let isColoured: Bool

  /// For standard output.
  static let onOutput = Style(for: STDOUT_FILENO)
  /// Without colours, for lines that are cut to a width.
  static let plain = Style(isColoured: false)
  /// For standard error.
  static let onError = Style(for: STDERR_FILENO)

  private init(isColoured: Bool) { self.isColoured = isColoured }

  private init(for descriptor: CInt) {
    // https://no-color.org: any value but the empty one counts.
    let forbids = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    let isDumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? false
    isColoured = isatty(descriptor) == 1 && !forbids && !isDumb
  }

  /// For headings and what matters most.
  func bold(_ text: String) -> String { coloured(text, 1) }
  /// For what explains.
  func faint(_ text: String) -> String { coloured(text, 2) }
  /// For what failed.
  func red(_ text: String) -> String { coloured(text, 31) }
  /// For what holds.
  func green(_ text: String) -> String { coloured(text, 32) }

  /// For what to take note of.
  func yellow(_ text: String) -> String { coloured(text, 33) }

  private func coloured(_ text: String, _ code: Int) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
