package import NormaArrays
package import StableHLO

/// How far a computed value may lie from float64, by the types that a program rounds to.
///
/// Sums, roots and products are carried in at least float32, so every value may be off by a few float32
/// units of its row's largest value. A result of 16 bits is rounded once more: it may be the neighbour of
/// the correctly rounded value. A program that rounds on its way (RMSNorm of Llama) doubles that: a value
/// beside a tie may fall to the other side, and a product widens one unit to less than two.
package struct ErrorBound: Hashable, Sendable {
  /// The units of float32 of the row's largest value that arithmetic may be off by.
  static let arithmetic = 4.0

  /// The element type of the result.
  package let result: ScalarType
  /// The coarsest 16-bit type that the program rounds to on its way; nil for none.
  package let inner: ScalarType?

  /// The bound for results of a program; nil where they are no floats, or are float64 and so have no
  /// reference with more digits.
  package init?(for module: Module) {
    guard let main = module.function(named: "main"), let type = main.resultTypes.first?.scalar,
      type.isFloatingPoint, type != .f64
    else { return nil }
    result = type
    let roundings = main.body.instructions.filter { instruction in
      guard case .convert = instruction.operation else { return false }
      return !instruction.results.allSatisfy(main.body.results.contains)
    }
    let types = roundings.flatMap(\.results).map { main.type(of: $0).scalar }
    inner = types.contains(.bf16) ? .bf16 : types.contains(.f16) ? .f16 : nil
  }

  /// What is allowed, in words.
  package var words: String {
    if let inner { return "2 ULP of \(inner), to which the program rounds on its way" }
    return result == .f32 ? "4 ULP of the row's largest output" : "1 ULP of the correctly rounded value"
  }

  /// The largest distance from the correctly rounded value, over what is allowed; `largest` is the
  /// largest finite magnitude of the row.
  func excess(found: [Double], expected: [Double], largest: Double) -> Double {
    guard let format = FloatFormat(result), let single = FloatFormat(.f32) else { return 0 }
    let arithmetic = Self.arithmetic * single.unit(at: largest)
    let (isNarrow, inner) = (result != .f32, inner.flatMap { FloatFormat($0) })
    var worst = 0.0
    for (found, expected) in zip(found, expected) where found.isFinite && expected.isFinite {
      let target = isNarrow ? format.rounded(expected) : expected
      guard target.isFinite else { continue }
      let rounding = isNarrow ? format.unit(at: target) : 0
      let onTheWay = inner.map { 2 * $0.unit(at: target) } ?? 0
      worst = max(worst, abs(found - target) / (max(rounding, onTheWay) + arithmetic))
    }
    return worst
  }
}
