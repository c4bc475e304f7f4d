internal import NormaArrays
internal import StableHLO

/// A function of the generated code's prelude, written out only where a kernel uses it.
struct CFunction: Hashable, Sendable {
  /// The name it is called by.
  var name: String
  /// Functions that it calls.
  var uses: [CFunction] = []
  /// Its definition.
  var text: String

  /// The function after all that it uses, each once.
  func ordered(into list: inout [CFunction]) {
    guard !list.contains(where: { $0.name == name }) else { return }
    for function in uses { function.ordered(into: &list) }
    list.append(self)
  }
}

extension CFunction {
  static let splat = CFunction(
    name: "splat", text: "static inline lanes splat(real x) { return x - (lanes){0}; }")

  static let splatFlag = CFunction(
    name: "splat_flag", text: "static inline mask splat_flag(flag x) { return x | (mask){0}; }")

  static let choose = CFunction(
    name: "choose",
    text: """
      static inline lanes choose(mask which, lanes yes, lanes no) {
        return (lanes)((which & (mask)yes) | (~which & (mask)no));
      }
      """)

  static let wideChoose = CFunction(
    name: "wide_choose",
    text: """
      static inline wide wide_choose(wide_mask which, wide yes, wide no) {
        return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
      }
      """)

  /// The larger value; NaN where either is, and 0 above -0.
  static let maximum = CFunction(
    name: "maximum", uses: [choose],
    text: """
      static inline lanes maximum(lanes a, lanes b) {
        const lanes larger = choose((a > b) | (a != a), a, b);
        return choose(a == b, (lanes)((mask)a & (mask)b), larger);
      }
      """)

  /// The smaller value; NaN where either is, and -0 below 0.
  static let minimum = CFunction(
    name: "minimum", uses: [choose],
    text: """
      static inline lanes minimum(lanes a, lanes b) {
        const lanes smaller = choose((a < b) | (a != a), a, b);
        return choose(a == b, (lanes)((mask)a | (mask)b), smaller);
      }
      """)

  static let signOf = CFunction(
    name: "sign_of", uses: [choose, splat],
    text: """
      static inline lanes sign_of(lanes x) {
        return choose(x > 0, splat(1), choose(x < 0, splat(-1), x));
      }
      """)

  /// The reduction of a vector's lanes, always in the same tree.
  static func fold(_ reduction: RowReduction) -> CFunction {
    let (combined, uses): (String, [CFunction]) =
      switch reduction {
      case .sum: ("x[lane] + x[lane + half]", [])
      case .product: ("x[lane] * x[lane + half]", [])
      case .maximum: ("maximum(splat(x[lane]), splat(x[lane + half]))[0]", [maximum, splat])
      case .minimum: ("minimum(splat(x[lane]), splat(x[lane + half]))[0]", [minimum, splat])
      }
    return CFunction(
      name: "\(reduction.rawValue)_of_lanes", uses: uses,
      text: """
        static inline real \(reduction.rawValue)_of_lanes(lanes x) {
          for (int half = 8; half > 0; half /= 2)
            for (int lane = 0; lane < half; ++lane) x[lane] = \(combined);
          return x[0];
        }
        """)
  }

  /// A function of the C library or the processor, lane by lane in the carried type.
  static func lanewise(_ name: String, _ call: String) -> CFunction {
    CFunction(
      name: name,
      text: """
        static inline lanes \(name)(lanes x) {
          for (int lane = 0; lane < 16; ++lane) x[lane] = \(call)(x[lane]);
          return x;
        }
        """)
  }
}
