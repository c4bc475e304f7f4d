import NormaArrays
import NormaKernels
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// Every function of one float, compiled and interpreted, over values that break careless code.
@Suite struct ElementwiseAccuracyTests {
  private static let functions = Elementwise.allCases.filter { operation in
    operation.arity == 1 && operation != .not && operation != .isFinite
  }

  /// Zeros, subnormals, values around which functions overflow, lose digits or turn, and steps between.
  private static let values: [Double] = {
    let special = [0, 0x1p-149, 0x1p-126, 1e-30, 0x1p-24, 1e-8, 1e-4, 0.02, 0.5, 1, .pi / 2, .pi, 5.9, 9, 27]
    let large = [88.7, 103.9, 709, 745, 1e4, 65504, 1e10, 3e38, .infinity]
    let steps = (1...200).map { Double($0) * 0.0625 }
    return (special + large + steps).flatMap { [$0, -$0] } + [.nan]
  }()

  /// The program that gives every function of its argument.
  private func program(_ scalar: ScalarType) throws -> Module {
    try trace(TensorType(scalar, [Self.values.count])) { x in
      Self.functions.map { Tensor.recorded(.elementwise($0), on: [x], type: x.type) }
    }
  }

  /// Kernels compute in f64 and round once: half a unit, and the C library's own error beside a tie. In f64 both
  /// sides are the C library's, each up to two units off; what is composed of several calls, two more.
  private func bound(_ scalar: ScalarType) -> Double { scalar == .f64 ? 4 : 0.501 }

  @Test(
    .enabled(if: hostCompiler != nil, "no C compiler on this machine"),
    arguments: [ScalarType.f64, .f32, .bf16, .f16])
  func `a function of one float is its meaning in float64, rounded once`(scalar: ScalarType) throws {
    let x = NDArray(Self.values, shape: [Self.values.count]).converted(to: scalar)
    let found = try Executable(program(scalar))([x])
    let interpreted = try Interpreter(program(scalar)).run("main", [x])
    let exact = try Interpreter(program(.f64)).run("main", [x.converted(to: .f64)])
    for (index, function) in Self.functions.enumerated() {
      let meant = exact[index].elements(as: Double.self)
      for (name, array) in [("C", found[index]), ("the interpreter", interpreted[index])] {
        let values = array.converted(to: .f64).elements(as: Double.self)
        for place in meant.indices {
          let error = distance(values[place], meant[place], scalar)
          #expect(
            error <= bound(scalar),
            "\(function.rawValue) of \(x.converted(to: .f64)[place]) in \(name): \(values[place]) for \(meant[place])"
          )
        }
      }
    }
  }

  /// How far a value lies from the exact one, in units of its last place; zero for two NaNs, or where the exact
  /// value is beyond the type's greatest and the other is infinite.
  private func distance(_ value: Double, _ exact: Double, _ scalar: ScalarType) -> Double {
    if value == exact || (value.isNaN && exact.isNaN) { return 0 }
    let rounded = NDArray([exact], shape: []).converted(to: scalar).converted(to: .f64)
    if rounded.elements(as: Double.self) == [value] { return 0 }
    return abs(value - exact) / scalar.unit(at: exact)
  }
}

extension ScalarType {
  /// The distance between neighbouring values around a number.
  fileprivate func unit(at number: Double) -> Double {
    let (digits, least) =
      switch self {
      case .f32: (23, -126)
      case .bf16: (7, -126)
      case .f16: (10, -14)
      default: (52, -1022)
      }
    let exponent = number == 0 ? least : max(least, Int(number.exponent))
    return Double(sign: .plus, exponent: exponent - digits, significand: 1)
  }
}
