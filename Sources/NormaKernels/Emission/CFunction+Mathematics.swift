internal import NormaArrays
internal import StableHLO

/// Mathematical functions. All are computed in f64 and rounded to their type afterwards, so that f32
/// and narrower results are correctly rounded but for cases within 1e-11 of a tie.
extension CFunction {
  /// The function for results of a type, or nil where C operators spell it.
  static func mathematics(_ operation: Elementwise, _ type: ScalarType, _ p: Precision) -> CFunction? {
    guard let core = core(operation, type) else { return nil }
    guard p == .single else { return core }
    let name = core.name.replacing("wide_", with: "lanes_", maxReplacements: 1)
    let arguments = operation.arity == 1 ? "lanes a" : "lanes a, lanes b"
    let widened = ["a", "b"].prefix(operation.arity).map { "__builtin_convertvector(\($0), wide)" }
    return CFunction(
      name: name, uses: [core],
      text: """
        static inline lanes \(name)(\(arguments)) {
          return __builtin_convertvector(\(core.name)(\(widened.joined(separator: ", "))), lanes);
        }
        """)
  }

  /// The function on sixteen f64 values.
  private static func core(_ operation: Elementwise, _ type: ScalarType) -> CFunction? {
    switch operation {
    case .exponential: exponential(type)
    case .logistic: logistic(type)
    case .tanh: type == .f64 ? library("tanh") : hyperbolicTangent(type)
    case .rsqrt: reciprocalRoot
    case .cbrt: library("cbrt")
    case .cosine: library("cos")
    case .sine: library("sin")
    case .tan: library("tan")
    case .exponentialMinusOne: library("expm1")
    case .log: library("log")
    case .logPlusOne: library("log1p")
    case .erf: library("erf")
    case .erfc: library("erfc")
    case .power: library("pow", arity: 2)
    case .remainder: library("fmod", arity: 2)
    case .abs, .add, .and, .ceil, .divide, .floor, .isFinite, .maximum, .minimum, .multiply, .negate,
      .not, .or, .roundNearestAfz, .roundNearestEven, .shiftLeft, .shiftRightArithmetic,
      .shiftRightLogical, .sign, .sqrt, .square, .subtract, .xor:
      nil
    }
  }

  /// A function of the C library, lane by lane.
  private static func library(_ call: String, arity: Int = 1) -> CFunction {
    let arguments = arity == 1 ? "wide a" : "wide a, wide b"
    let operands = arity == 1 ? "a[lane]" : "a[lane], b[lane]"
    return CFunction(
      name: "wide_\(call)",
      text: """
        static inline wide wide_\(call)(\(arguments)) {
          for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_\(call)(\(operands));
          return a;
        }
        """)
  }

  private static let reciprocalRoot = CFunction(
    name: "wide_rsqrt",
    text: """
      static inline wide wide_rsqrt(wide a) {
        for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
        return a;
      }
      """)

  /// a * b + c, rounded once where the processor can.
  static func multiplyAdd(_ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)multiply_add",
      text: """
        static inline \(p.vector) \(p.prefix)multiply_add(\(p.vector) a, \(p.vector) b, \(p.vector) c) {
        #if defined(__FMA__) || defined(__aarch64__)
          for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fma\(p.suffix)(a[lane], b[lane], c[lane]);
          return a;
        #else
          return a * b + c;
        #endif
        }
        """)
  }

  /// exp(a) = 2^n exp(r), n = round(a / ln 2), |r| <= ln(2) / 2, and the Taylor series of exp(r).
  ///
  /// The first term left out is 0.3466^14 / 14! = 4e-18 relative for f64, 0.3466^10 / 10! = 7e-12 for
  /// narrower types, 1e-4 of an ULP of f32. ln 2 is split so that n times its upper part is exact
  /// (fdlibm's constants). 2^n is applied in two factors, so that results below 2^-1022 round once.
  private static func exponential(_ type: ScalarType) -> CFunction {
    let name = type == .f64 ? "wide_exp_f64" : "wide_exp_f32"
    let degree = type == .f64 ? 13 : 9
    let factorials = (0...degree).reduce(into: [1.0]) { $0.append($0[$1] * Double($1 + 1)) }
    let steps = stride(from: degree - 1, through: 0, by: -1).map {
      "  y = wide_multiply_add(y, r, one * \(1 / factorials[$0]));"
    }
    return CFunction(
      name: name, uses: [multiplyAdd(.double), choose(.double)],
      text: """
        static inline wide \(name)(wide a) {
          const wide one = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
          const wide bounded = wide_choose(a > 710, one * 710, wide_choose(a < -746, one * -746, a));
          const wide shifted = wide_multiply_add(bounded, one * 1.4426950408889634, one * 0x1.8p52);
          const wide n = shifted - 0x1.8p52;
          const wide upper = wide_multiply_add(n, one * -0x1.62e42feep-1, bounded);
          const wide r = wide_multiply_add(n, one * -0x1.a39ef35793c76p-33, upper);
          wide y = one * \(1 / factorials[degree]);
        \(steps.joined(separator: "\n"))
          const wide_mask whole = (wide_mask)shifted - (wide_mask)(one * 0x1.8p52);
          const wide_mask half = whole >> 1;
          return y * (wide)((half + 1023) << 52) * (wide)((whole - half + 1023) << 52);
        }
        """)
  }

  /// 1 / (1 + exp(-a)).
  private static func logistic(_ type: ScalarType) -> CFunction {
    let exponential = exponential(type)
    let name = exponential.name.replacing("exp", with: "logistic")
    return CFunction(
      name: name, uses: [exponential],
      text: "static inline wide \(name)(wide a) { return 1 / (1 + \(exponential.name)(-a)); }")
  }

  /// 1 - 2 / (exp(2|a|) + 1) with the sign of a; near 0, where that cancels, a - a^3/3 + 2a^5/15, whose
  /// next term is below 4e-12 relative for |a| < 0.02.
  private static func hyperbolicTangent(_ type: ScalarType) -> CFunction {
    let exponential = exponential(type)
    return CFunction(
      name: "wide_tanh_f32", uses: [exponential, choose(.double)],
      text: """
        static inline wide wide_tanh_f32(wide a) {
          const wide_mask sign = (wide_mask)a & (-0x7fffffffffffffffLL - 1);
          const wide size = (wide)((wide_mask)a ^ sign);
          const wide square = a * a;
          const wide series = size + size * square * (square * (2.0 / 15) - 1.0 / 3);
          const wide large = 1 - 2 / (\(exponential.name)(2 * size) + 1);
          return (wide)((wide_mask)wide_choose(size < 0.02, series, large) | sign);
        }
        """)
  }
}
