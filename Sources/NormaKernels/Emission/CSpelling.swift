internal import NormaArrays
internal import StableHLO

/// How a node's operation is written in C on vectors, and the functions that takes.
struct CSpelling {
  var text: String
  var uses: [CFunction] = []

  /// The spelling of an operation on operands that are already vectors.
  init(
    _ operation: KernelOperation, _ a: [String], type: ScalarType, operandType: ScalarType,
    _ precision: Precision
  ) {
    switch operation {
    case .input, .constant, .reduce:
      preconditionFailure("inputs, constants and reductions are not spelled as expressions")
    case .elementwise(let elementwise):
      self.init(elementwise, a, type: type, precision)
    case .compare(let direction):
      self.init(text: "\(a[0]) \(Self.symbol(direction)) \(a[1])")
    case .select:
      self =
        type == .i1
        ? Self(text: "(\(a[0]) & \(a[1])) | (~\(a[0]) & \(a[2]))")
        : Self(text: "\(precision.prefix)choose(\(a[0]), \(a[1]), \(a[2]))", uses: [.choose(precision)])
    case .clamp:
      self.init(
        text: "\(precision.prefix)minimum(\(precision.prefix)maximum(\(a[1]), \(a[0])), \(a[2]))",
        uses: [.maximum(precision), .minimum(precision)])
    case .convert:
      self.init(converting: a[0], from: operandType, to: type, precision)
    }
  }

  private init(text: String, uses: [CFunction] = []) { (self.text, self.uses) = (text, uses) }

  private init(_ operation: Elementwise, _ a: [String], type: ScalarType, _ precision: Precision) {
    if let function = CFunction.mathematics(operation, type, precision) {
      self.init(text: "\(function.name)(\(a.joined(separator: ", ")))", uses: [function])
    } else {
      self = Self.operators(operation, a, precision)
    }
    if type == .f16 || type == .bf16 {
      let round = CFunction.round(type, precision)
      self.init(text: "\(round.name)(\(text))", uses: uses + [round])
    }
  }

  private static func operators(_ operation: Elementwise, _ a: [String], _ precision: Precision) -> CSpelling
  {
    func lanewise(_ name: String, _ call: String) -> CSpelling {
      let function = CFunction.lanewise(name, call, precision)
      return CSpelling(text: "\(function.name)(\(a[0]))", uses: [function])
    }
    switch operation {
    case .add: return Self(text: "\(a[0]) + \(a[1])")
    case .subtract: return Self(text: "\(a[0]) - \(a[1])")
    case .multiply: return Self(text: "\(a[0]) * \(a[1])")
    case .divide: return Self(text: "\(a[0]) / \(a[1])")
    case .square: return Self(text: "\(a[0]) * \(a[0])")
    case .negate: return Self(text: "-\(a[0])")
    case .and: return Self(text: "\(a[0]) & \(a[1])")
    case .or: return Self(text: "\(a[0]) | \(a[1])")
    case .xor: return Self(text: "\(a[0]) ^ \(a[1])")
    case .not: return Self(text: "~\(a[0])")
    case .isFinite: return Self(text: "\(a[0]) - \(a[0]) == 0")
    case .maximum:
      return Self(text: "\(precision.prefix)maximum(\(a[0]), \(a[1]))", uses: [.maximum(precision)])
    case .minimum:
      return Self(text: "\(precision.prefix)minimum(\(a[0]), \(a[1]))", uses: [.minimum(precision)])
    case .sign: return Self(text: "\(precision.prefix)sign_of(\(a[0]))", uses: [.signOf(precision)])
    case .abs: return lanewise("absolute", "fabs")
    case .ceil: return lanewise("round_up", "ceil")
    case .floor: return lanewise("round_down", "floor")
    case .roundNearestEven: return lanewise("round_even", "rint")
    case .roundNearestAfz: return lanewise("round_away", "round")
    case .sqrt: return lanewise("square_root", "sqrt")
    case .cbrt, .cosine, .exponential, .exponentialMinusOne, .log, .logPlusOne, .logistic, .rsqrt, .sine,
      .tan, .tanh, .erf, .erfc, .power, .remainder, .shiftLeft, .shiftRightArithmetic, .shiftRightLogical:
      preconditionFailure("\(operation.rawValue) is a function or has no floating-point form")
    }
  }

  private static func symbol(_ direction: ComparisonDirection) -> String {
    switch direction {
    case .equal: "=="
    case .notEqual: "!="
    case .greaterOrEqual: ">="
    case .greater: ">"
    case .lessOrEqual: "<="
    case .less: "<"
    }
  }

  /// Widening is free, since vectors are carried wide; narrowing rounds.
  private init(converting a: String, from source: ScalarType, to target: ScalarType, _ precision: Precision) {
    if source == .i1 {
      self =
        target == .i1
        ? Self(text: a)
        : Self(
          text: "\(precision.prefix)choose(\(a), \(precision.prefix)splat(1), \(precision.prefix)splat(0))",
          uses: [.choose(precision), .splat(precision)])
    } else if target == .i1 {
      self.init(text: "\(a) != 0")
    } else if target.byteCount < source.byteCount || (target != source && target.byteCount == 2) {
      let round = CFunction.round(target, precision)
      self.init(text: "\(round.name)(\(a))", uses: [round])
    } else {
      self.init(text: a)
    }
  }
}
