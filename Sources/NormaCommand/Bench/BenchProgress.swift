internal import NormaMeasurement
internal import StableHLO

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A line on standard error that tells where a bench is, where a person looks at it.
///
/// A class because it is one line of one terminal.
final class BenchProgress {
  private let cases: Int
  private let isOn = isatty(STDERR_FILENO) == 1
  private var begun = 0
  private var subject = ""

  /// For so many cases.
  init(cases: Int) { self.cases = cases }

  /// The next case begins.
  func begin(_ bench: BenchCase) {
    begun += 1
    subject = "[\(begun)/\(cases)] \(bench.title): "
  }

  /// Says what is being done.
  func show(_ text: String) {
    if isOn { StandardError.write("\r\(subject)\(text)\u{1B}[K") }
  }

  /// Takes the line off the terminal.
  func clear() {
    if isOn { StandardError.write("\r\u{1B}[K") }
  }
}

extension BenchCase {
  /// `layernorm backward bf16 4096x1024`
  var title: String { "\(group) \(extents)" }
  /// `layernorm backward bf16`
  var group: String { "\(layer) \(direction.rawValue) \(input.scalar)" }
}
