import Foundation
import NormaArrays
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Synchronization
import Testing

@testable import NormaMeasurement
@testable import NormaRuntime

/// A layer of the catalogue in one direction and type, with rows that break careless kernels, and what float64 gives.
struct LayerTrial {
  let name: String
  let direction: Direction
  let executable: Executable
  let arguments: [NDArray]
  /// The results of this machine's kernels, and those in float64, of the same arguments.
  let native: [NDArray], exact: [NDArray]
  private let family: LayerFamily
  private let input: TensorType

  /// Whole vectors, a pair of them, and columns that fill none.
  private static let width = 200

  /// The element types that kernels compute.
  static let types: [ScalarType] = [.f32, .bf16, .f16, .f64]

  /// All trials of one of these types, made once.
  static func all(_ scalar: ScalarType) throws -> [LayerTrial] {
    try made.withLock { made in
      if let trials = made[scalar] { return trials }
      let trials = try make(scalar)
      made[scalar] = trials
      return trials
    }
  }

  private static let made = Mutex([ScalarType: [LayerTrial]]())

  private static func make(_ scalar: ScalarType) throws -> [LayerTrial] {
    try LayerFamily.catalogue.filter { $0.name != "residual-mlp" }.flatMap { family in
      try (family.isDifferentiable ? Direction.allCases : [.forward]).map { direction in
        try LayerTrial(family, direction, scalar)
      }
    }
  }

  private init(_ family: LayerFamily, _ direction: Direction, _ scalar: ScalarType) throws {
    (self.family, self.direction) = (family, direction)
    let layer = family.untrained(normalizedShape: [Self.width], parameterType: scalar)
    let rows = Self.rows(of: family, direction, scalar)
    input = TensorType(scalar, [rows.count, Self.width])
    let module =
      direction == .forward
      ? try layer.program(for: input) : try family.gradientProgram(of: layer, for: input)
    name = "\(family.name)_\(direction)".replacing("-", with: "_")
    executable = try Executable(module)
    let types = try #require(module.function(named: "main")).parameterTypes
    arguments = types.enumerated().map { index, type in
      // A sum of these is exact: what is normalized is what float64 has.
      let isResidual = index < layer.inputNames.count && index > 0
      let values =
        index == 0 || isResidual
        ? rows.flatMap(\.self).map { isResidual ? -0.5 * $0 : $0 }
        : Self.noise(type.elementCount, seed: index, offset: 1)
      return NDArray(values, shape: type.shape).converted(to: type.scalar)
    }
    native = try executable(arguments)
    exact = try Interpreter(promotedToDouble(module.withoutFinalRounding)).run(
      "main", arguments.map { $0.converted(to: .f64) })
  }

  // MARK: - Rows

  /// Rows of every kind that a kernel can be right about: a derivative sums over all of them, so that one without
  /// numbers would hide the others.
  private static func rows(of family: LayerFamily, _ direction: Direction, _ scalar: ScalarType) -> [[Double]]
  {
    let offset = scalar == .f16 ? 1e3 : 1e4
    let plain = [noise(width, seed: 1, offset: -2.3), noise(width, seed: 2, offset: offset)]
    guard direction == .forward, family.mapsRowsApart else { return plain }
    var outlier = noise(width, seed: 3, offset: 0)
    outlier[width / 2] = scalar == .f16 ? 65504 : 1e15
    var (infinite, invalid) = (noise(width, seed: 4, offset: 0), noise(width, seed: 5, offset: 0))
    (infinite[17], invalid[199]) = (.infinity, .nan)
    let constants = [-2.3, 0, -0.0].map { [Double](repeating: $0, count: width) }
    return plain + constants + [
      noise(width, seed: 6, offset: 0).map { $0 * (scalar == .f16 ? 6e4 : 1e30) },
      noise(width, seed: 7, offset: 0).map { $0 * (scalar == .f16 ? 0x1p-14 : 0x1p-126) }, outlier, infinite,
      invalid,
    ]
  }

  /// Numbers in `offset - 1 ..< offset + 1`, by splitmix64.
  private static func noise(_ count: Int, seed: Int, offset: Double) -> [Double] {
    var state = UInt64(seed) &* 0xD1B5_4A32_D192_ED03
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return offset + Double(Int64(bitPattern: mixed ^ (mixed >> 31))) * 0x1p-63
    }
  }

  // MARK: - Judging

  /// What is wrong with results that a processor gave; nil where all are within the bounds of this machine's kernels.
  func fault(in results: [NDArray]) -> String? {
    zip(results, exact).enumerated().lazy.compactMap { index, pair in
      fault(in: pair.0, meant: pair.1).map { "\(name), result \(index): \($0)" }
    }.first
  }

  private func fault(in found: NDArray, meant: NDArray) -> String? {
    let (values, exact) = (found.numbers, meant.numbers)
    guard var errors = RowErrors(found.scalarType) else {
      let distances = zip(values, exact).map { abs($0 - $1) }
      return distances.allSatisfy { $0 <= 1 } ? nil : "an integer is off by more than one"
    }
    let width = found.shape.dimensions.last ?? 1
    for start in stride(from: 0, to: values.count, by: max(1, width)) {
      errors.add(found: Array(values[start..<start + width]), reference: Array(exact[start..<start + width]))
    }
    if let mismatch = errors.mismatch { return "\(mismatch)" }
    return errors.largest <= allowed(found.scalarType)
      ? nil : "\(errors.largest) ULP, not \(allowed(found.scalarType))"
  }

  /// Units of the row's largest value: what the kernels of this machine keep to. Sums of float64 have no reference with more
  /// digits, and may be taken in another order.
  private func allowed(_ scalar: ScalarType) -> Double {
    if scalar == .f64 { return Double(2 * Self.width + 8) }
    let isNorm = direction == .forward && family.mapsRowsApart && family.defaultEpsilon != nil
    return isNorm && scalar == .f32 ? 4 : Judgement.allowance(scalar, terms: Self.width)
  }
}

extension NDArray {
  /// The elements in f64, in row-major order.
  var numbers: [Double] { converted(to: .f64).elements(as: Double.self) }
}
