import NormaArrays
import NormaKernels
import NormaLayers
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

@testable import NormaRuntime

/// Reductions over a middle or the first axis, whose rows stand side by side, against the interpreter in f64.
@Suite struct InterleavedRowTests {
  /// Matrices, the extent of the axis, and rows side by side.
  struct Extents: CustomTestStringConvertible {
    let outer: Int, width: Int, inner: Int
    var shape: Shape { [outer, width, inner] }
    var testDescription: String { "\(shape)" }

    /// Each number of rows side by side once with each extent, and tiles that end in all ways.
    static let all =
      [3, 15, 16, 17, 31, 100].map { Extents(outer: 2, width: 3, inner: $0) }
      + [1, 3, 17].map { Extents(outer: 5, width: 64, inner: $0) }
      + [15, 31].map { Extents(outer: 2, width: 257, inner: $0) }
      + [257, 1100].map { Extents(outer: 1, width: 257, inner: $0) }
      + [Extents(outer: 2, width: 1, inner: 31), Extents(outer: 2, width: 2100, inner: 37)]
  }

  private static let names = ["layernorm", "rmsnorm", "l2norm", "softmax"]

  /// A norm over the middle axis; those with parameters have them.
  static func layer(_ name: String, width: Int, _ type: ScalarType = .f32) -> any Layer {
    switch name {
    case "layernorm": LayerNorm(normalizedShape: [width], axis: 1, parameterType: type)
    case "rmsnorm": RMSNorm(width, axis: -2, parameterType: type)
    case "l2norm": L2Norm(axis: 1)
    default: Softmax(axis: 1)
    }
  }

  /// Noise with a deviation of about one around an offset, the same for the same extents.
  static func noise(_ shape: Shape, offset: Float = 0.5, scale: Float = 1.7) -> NDArray {
    var seed = Seed(state: UInt64(shape.elementCount &* 977 &+ 5))
    let values = (0..<shape.elementCount).map { _ in
      offset + scale * Float(Double.random(in: -1...1, using: &seed))
    }
    return NDArray(values, shape: shape)
  }

  static func arguments(_ x: NDArray, _ module: Module) -> [NDArray] {
    let types = module.function(named: "main")?.parameterTypes ?? []
    return [x.converted(to: types[0].scalar)]
      + types.dropFirst().map { noise($0.shape, offset: 1, scale: 0.5).converted(to: $0.scalar) }
  }

  static func meant(_ module: Module, _ arguments: [NDArray]) throws -> [NDArray] {
    try Interpreter(promotedToDouble(module)).run("main", arguments.map { $0.converted(to: .f64) })
  }

  /// The largest error in units of the last place of each row's largest value, rows along the middle axis.
  static func worst(_ found: NDArray, _ meant: NDArray, _ type: ScalarType) -> Double {
    let (found, meant, shape) = (found.values, meant.values, found.shape)
    let epsilon: Double =
      switch type {
      case .bf16: 0x1p-7
      case .f16: 0x1p-10
      case .f64: 0x1p-52
      default: 0x1p-23
      }
    var worst = 0.0
    for row in 0..<shape[0] * shape[2] {
      let places = (0..<shape[1]).map { (row / shape[2] * shape[1] + $0) * shape[2] + row % shape[2] }
      let largest = places.map { abs(meant[$0]) }.max() ?? 0
      guard largest > 0, largest.isFinite else {
        worst =
          places.allSatisfy { found[$0] == meant[$0] || (found[$0].isNaN && meant[$0].isNaN) }
          ? worst : .infinity
        continue
      }
      let ulp = largest.binade * epsilon
      worst = places.reduce(worst) { max($0, abs(found[$1] - meant[$1]) / ulp) }
    }
    return worst
  }

  /// Everything but what is read and stored is f64: half a unit for the store, and hardly more. Softmax keeps its
  /// exponentials in f32 between two passes: another half.
  private static func bound(_ name: String) -> Double { name == "softmax" ? 1.01 : 0.51 }

  // MARK: - Right

  @Test(arguments: names, Extents.all)
  func `a norm over a middle axis is one kernel, and right`(name: String, extents: Extents) throws {
    let type = TensorType(.f32, extents.shape)
    let module = try Self.layer(name, width: extents.width).program(for: type)
    let executable = try Executable(module, threads: 2)
    let plan = try #require(executable.plan)
    #expect(plan.steps.count == 1 && plan.steps.kernels.count == 1)
    let parameters = try #require(module.function(named: "main")).parameterTypes.dropFirst()
    #expect(plan.byteCount == 2 * type.byteCount + parameters.reduce(0) { $0 + $1.byteCount })
    let arguments = Self.arguments(Self.noise(extents.shape), module)
    let error = Self.worst(try executable(arguments)[0], try Self.meant(module, arguments)[0], .f32)
    // Rows that lie whole go in f32 where they are wide enough; see the tests of their accuracy.
    #expect(error <= (extents.inner == 1 ? 3.5 : Self.bound(name)))
  }

  @Test(arguments: names, [ScalarType.f32, .bf16, .f16, .f64])
  func `every type is right at any offset`(name: String, type: ScalarType) throws {
    let shape: Shape = [2, 24, 53]
    let module = try Self.layer(name, width: 24, type).program(for: TensorType(type, shape))
    let executable = try Executable(module)
    for offset: Float in [0, 1e4, 1e30] where type != .f16 || offset < 1e5 {
      let arguments = Self.arguments(Self.noise(shape, offset: offset, scale: max(1, offset / 1e4)), module)
      let found = try executable(arguments)[0]
      // In f64 a mean of 24 values is off by 24 * 2^-53 of its offset, ten thousand deviations here.
      let bound = type == .f64 ? 24 * max(16, Double(offset > 0 ? 1e4 : 0)) : Self.bound(name)
      #expect(Self.worst(found, try Self.meant(module, arguments)[0], type) <= bound, "offset \(offset)")
    }
  }

  @Test(arguments: names, [37, 48])
  func `what one row has stays in that row`(name: String, inner: Int) throws {
    let shape: Shape = [2, 5, inner]
    let module = try Self.layer(name, width: 5).program(for: TensorType(.f32, shape))
    let executable = try Executable(module)
    let clean = Self.noise(shape)
    for hostile in [Float.nan, .infinity, 3e38, 1e-30] {
      var values = clean.elements(as: Float.self)
      for column in 0..<5 { values[(5 + column) * inner + 19] = hostile * Float(1 + column % 2) }
      let arguments = Self.arguments(NDArray(values, shape: shape), module)
      let found = try executable(arguments)[0]
      #expect(Self.worst(found, try Self.meant(module, arguments)[0], .f32) <= Self.bound(name), "\(hostile)")
      let undisturbed = try executable([clean] + arguments.dropFirst())[0].values
      for (index, value) in found.values.enumerated() where index / inner / 5 != 1 || index % inner != 19 {
        #expect(value == undisturbed[index])
      }
    }
  }

  @Test func `a row's result depends on no other row, and on no thread`() throws {
    let (width, inner) = (40, 1100)
    func run(_ rows: Range<Int>, threads: Int) throws -> [NDArray] {
      let module = try LayerNorm(width, axis: 1).vjpProgram(for: TensorType(.f32, [3, width, rows.count]))
      let x = Self.noise([3, width, inner]).values
      let part = (0..<3 * width).flatMap { line in rows.map { Float(x[line * inner + $0]) } }
      let arguments = Self.arguments(NDArray(part, shape: [3, width, rows.count]), module)
      let dy = NDArray(part.map { $0 - 0.25 }, shape: [3, width, rows.count])
      return try Executable(module, threads: threads)(arguments.dropLast() + [dy])
    }
    let whole = try run(0..<inner, threads: 1)
    for threads in [2, 3, 8] {
      for (one, other) in zip(whole, try run(0..<inner, threads: threads)) {
        #expect(one.isBitwiseEqual(to: other), "\(threads) threads")
      }
    }
    let dx = whole[0].values
    for rows in [0..<3, 5..<21, 100..<117, 900..<1100, 1..<1100] {
      let part = try run(rows, threads: 2)[0].values
      for (index, value) in part.enumerated() {
        let (line, row) = (index / rows.count, rows.lowerBound + index % rows.count)
        #expect(value == dx[line * inner + row])
      }
    }
  }

  // MARK: - Gradients

  @Test(
    arguments: names, [Extents(outer: 3, width: 24, inner: 37), Extents(outer: 1, width: 70, inner: 600)])
  func `a gradient over a middle axis is right, and moves nothing`(name: String, extents: Extents) throws {
    let type = TensorType(.f32, extents.shape)
    let module = try Self.layer(name, width: extents.width).vjpProgram(for: type)
    let executable = try Executable(module, threads: 3)
    let plan = try #require(executable.plan)
    #expect(plan.steps.count == plan.steps.kernels.count, "\(plan)")
    #expect(plan.steps.kernels.count == 1, "\(plan)")
    let arguments = Self.arguments(Self.noise(extents.shape), module)
    for (found, meant) in zip(try executable(arguments), try Self.meant(module, arguments)) {
      // The exponentials that softmax keeps are off by 2^-24 of themselves, and their sum of terms within one of each
      // other by that of their total, which is one.
      let largest = meant.values.map { abs($0) }.max() ?? 0
      let bound = largest * 0x1p-23 + (name == "softmax" ? 0x1p-24 : 0)
      let worst = zip(found.values, meant.values).map { abs($0 - $1) }.max() ?? 0
      #expect(worst <= bound)
    }
  }

  // MARK: - The first axis

  @Test func `the first axis is taken along rows side by side where that saves bytes`() throws {
    let module = try LayerNorm(40, axis: 0).program(for: TensorType(.f32, [40, 300]))
    let plan = try Plan.standard(for: module)
    #expect(
      plan.description
        == "1. kernel       norma_main_0: 300 rows of 40, 300 side by side -> tensor<40x300xf32>")
    let arguments = Self.arguments(Self.noise([1, 40, 300]).reshaped(to: [40, 300]), module)
    let found = try Executable(module)(arguments)[0].reshaped(to: [1, 40, 300])
    let meant = try Self.meant(module, arguments)[0].reshaped(to: [1, 40, 300])
    #expect(Self.worst(found, meant, .f32) <= Self.bound("layernorm"))
    // A sum alone moves the same bytes either way, and few rows are no work for threads.
    let sum = try trace(Input("x", TensorType(.f32, [40, 300]))) { x in x.sum(over: [0]) }
    #expect(try Plan.standard(for: sum).description.contains("40 rows of 300 ->"))
    let few = try Plan.standard(for: LayerNorm(40, axis: 0).program(for: TensorType(.f32, [40, 30])))
    #expect(few.steps.kernels.allSatisfy { !$0.kernel.isInterleaved } && few.steps.count > 1)
  }

  // MARK: - Channels

  @Test func `parameters of channels are read where they are`() throws {
    let module = try BatchNorm(channels: 6).program(for: TensorType(.f32, [2, 6, 5, 7]))
    let executable = try Executable(module)
    #expect(
      executable.plan?.description
        == "1. kernel       norma_main_0: 70 rows of 6, 35 side by side -> tensor<2x6x5x7xf32>")
    let arguments = Self.arguments(Self.noise([2, 6, 5, 7]), module)
    let (found, meant) = (try executable(arguments)[0].values, try Self.meant(module, arguments)[0].values)
    for (a, b) in zip(found, meant) { #expect(abs(a - b) <= 0x1p-22 * max(1, abs(b))) }
  }

  @Test func `sums of channels are combined over all other axes`() throws {
    let module = try trace(Input("x", TensorType(.bf16, [3, 6, 19, 31]))) { x in
      (x.mean(over: [0, 2, 3]), x.square().sum(over: [0, 2, 3]), x.maximum(over: [0, 2, 3]))
    }
    let executable = try Executable(module, threads: 4)
    // One kernel reads x once; what follows rounds six numbers.
    let kernels = try #require(executable.plan).steps.kernels
    #expect(kernels.count == executable.plan?.steps.count && kernels[0].outputs.count == 3)
    #expect(
      kernels[0].kernel.isInterleaved && kernels.dropFirst().allSatisfy { $0.rows * $0.kernel.width == 6 })
    let arguments = Self.arguments(Self.noise([3, 6, 19, 31]), module)
    for (found, meant) in zip(try executable(arguments), try Self.meant(module, arguments)) {
      for (a, b) in zip(found.values, meant.values) { #expect(abs(a - b) <= 0x1p-8 * abs(b)) }
    }
  }

  @Test func `matrices that stand apart are read in place`() throws {
    let module = try RMSNorm(6, axis: 1).program(for: TensorType(.f32, [4, 6, 35]))
    let executable = try Executable(module, threads: 1)
    let dense = Self.noise([8, 6, 35])
    let weight = Self.noise([6], offset: 1, scale: 0.5)
    let every = dense.sliced(axis: 0, 1..<8, step: 2)
    #expect(!every.isContiguous)
    let (found, meant) = (
      try executable([every, weight])[0], try executable([every.contiguous(), weight])[0]
    )
    #expect(found.isBitwiseEqual(to: meant))
  }
}
