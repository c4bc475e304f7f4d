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

/// Functions on vectors of either type.
extension CFunction {
  static func splat(_ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)splat",
      text: "static inline \(p.vector) \(p.prefix)splat(\(p.real) x) { return x - (\(p.vector)){0}; }")
  }

  static func splatFlag(_ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)splat_flag",
      text: "static inline \(p.mask) \(p.prefix)splat_flag(\(p.flag) x) { return x | (\(p.mask)){0}; }")
  }

  static func choose(_ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)choose",
      text: """
        static inline \(p.vector) \(p.prefix)choose(\(p.mask) which, \(p.vector) yes, \(p.vector) no) {
          return (\(p.vector))((which & (\(p.mask))yes) | (~which & (\(p.mask))no));
        }
        """)
  }

  /// The larger value; NaN where either is, and 0 above -0.
  static func maximum(_ p: Precision) -> CFunction { extremum("maximum", ">", "&", p) }

  /// The smaller value; NaN where either is, and -0 below 0.
  static func minimum(_ p: Precision) -> CFunction { extremum("minimum", "<", "|", p) }

  /// arm64 has an instruction that does this. Elsewhere: of two numbers that are not equal both forms are the same one; of
  /// equal ones, which may be 0 and -0, each is another, and their bits are combined. A processor's own instruction is one
  /// form, so that a chain of these is short.
  private static func extremum(_ name: String, _ order: String, _ zeros: String, _ p: Precision) -> CFunction
  {
    let choose = choose(p)
    return CFunction(
      name: "\(p.prefix)\(name)", uses: [choose],
      text: """
        static inline \(p.vector) \(p.prefix)\(name)(\(p.vector) a, \(p.vector) b) {
        #if defined(__aarch64__) && defined(__has_builtin) && __has_builtin(__builtin_elementwise_\(name))
          (void)\(choose.name);
          return __builtin_elementwise_\(name)(a, b);
        #else
          const \(p.mask) left = (\(p.mask))\(choose.name)(a \(order) b, a, b);
          const \(p.mask) right = (\(p.mask))\(choose.name)(b \(order) a, b, a);
          return \(choose.name)((a == a) & (b == b), (\(p.vector))(left \(zeros) right), a + b);
        #endif
        }
        """)
  }

  static func signOf(_ p: Precision) -> CFunction {
    let (choose, splat) = (choose(p), splat(p))
    return CFunction(
      name: "\(p.prefix)sign_of", uses: [choose, splat],
      text: """
        static inline \(p.vector) \(p.prefix)sign_of(\(p.vector) x) {
          const \(p.vector) negative = \(choose.name)(x < 0, \(splat.name)(-1), x);
          return \(choose.name)(x > 0, \(splat.name)(1), negative);
        }
        """)
  }

  /// The reduction of a vector's lanes, always in the same tree.
  static func fold(_ reduction: RowReduction, _ p: Precision) -> CFunction {
    let name = "\(p.prefix)\(reduction.rawValue)_of_lanes"
    let (combined, uses): (String, [CFunction]) =
      switch reduction {
      case .sum: ("x[lane] + x[lane + half]", [])
      case .product: ("x[lane] * x[lane + half]", [])
      case .maximum: (folded(maximum(p), p), [maximum(p), splat(p)])
      case .minimum: (folded(minimum(p), p), [minimum(p), splat(p)])
      }
    return CFunction(
      name: name, uses: uses,
      text: """
        static inline \(p.real) \(name)(\(p.vector) x) {
          for (int half = 8; half > 0; half /= 2)
            for (int lane = 0; lane < half; ++lane) x[lane] = \(combined);
          return x[0];
        }
        """)
  }

  private static func folded(_ function: CFunction, _ p: Precision) -> String {
    "\(function.name)(\(p.prefix)splat(x[lane]), \(p.prefix)splat(x[lane + half]))[0]"
  }

  /// A function of the C library or the processor, lane by lane.
  static func lanewise(_ name: String, _ call: String, _ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)\(name)",
      text: """
        static inline \(p.vector) \(p.prefix)\(name)(\(p.vector) x) {
          for (int lane = 0; lane < 16; ++lane) x[lane] = __builtin_\(call)\(p.suffix)(x[lane]);
          return x;
        }
        """)
  }
}
