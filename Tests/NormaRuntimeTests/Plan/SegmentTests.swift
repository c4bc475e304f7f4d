import NormaArrays
import NormaKernels
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// Rows divided into segments: at widths that are wide only to these tests, so that they stay quick.
@Suite(.enabled(if: hostCompiler != nil, "no C compiler on this machine"))
struct SegmentTests {
  /// Segments of 1024 columns, blocks of 256.
  private static let division = RowDivision(
    narrowestWidth: 2048, columnsPerSegment: 1024)
  /// Two segments, a column more, tails of all kinds, and enough for several threads.
  private static let widths = [2048, 2049, 3 * 1024 + 17, 20_001]
  private static let layers = ["layernorm", "rmsnorm", "l2norm", "softmax"]

  private static func program(
    _ layer: String, _ input: TensorType, backward: Bool
  ) throws -> Module {
    let family = try #require(LayerFamily.named(layer))
    let shape = Shape(Array(input.shape.dimensions.suffix(1)))
    let layer = family.untrained(LayerOptions(normalizedShape: shape), input.scalar)
    return backward ? try family.gradientProgram(of: layer, for: input) : try layer.program(for: input)
  }

  private static func executable(_ module: Module, threads: Int) throws -> Executable {
    let cache = KernelCache(compiler: try #require(hostCompiler), folder: HostSettings.current.cacheFolder)
    return try Executable(module, cache: cache, threads: threads, division: division)
  }

  /// Noise for every argument, and `offset` more for the first.
  private static func arguments(_ module: Module, offset: Double = 0, scale: Double = 1) throws -> [NDArray] {
    var seed = Seed(state: 11)
    let types = try #require(module.function(named: "main")).parameterTypes
    return types.enumerated().map { index, type in
      let values = (0..<type.elementCount).map { _ in
        Float(Double.random(in: -1...1, using: &seed) * (index == 0 ? scale : 1) + (index == 0 ? offset : 0))
      }
      return NDArray(values, shape: type.shape).converted(to: type.scalar)
    }
  }

  @Test(arguments: layers, [false, true])
  func `no number of threads and no distance between rows changes a bit`(layer: String, backward: Bool) throws
  {
    for (type, width) in zip([ScalarType.f32, .bf16, .f16, .f64], Self.widths.reversed()) {
      // Rows that are shared by segment, and rows that are taken whole.
      for rows in [5, 17] {
        let module = try Self.program(layer, TensorType(type, [rows, width]), backward: backward)
        let inputs = try Self.arguments(module, offset: 3)
        let once = try Self.executable(module, threads: 1)(inputs)
        let spread = inputs.map { $0.shape.rank == 2 ? $0.withDistantRows() : $0 }
        for threads in [2, 3, 8] {
          let executable = try Self.executable(module, threads: threads)
          for (one, other) in zip(once, try executable(threads == 3 ? spread : inputs)) {
            #expect(one.isBitwiseEqual(to: other), "\(rows) x \(width) \(type), \(threads) threads")
          }
        }
      }
    }
  }

  /// 4e-6 of the largest element: what `BackwardPlanTests` asks of rows that are not divided.
  @Test(arguments: layers, [0, 1e4, -1e6])
  func `results and gradients are those of real arithmetic at any offset`(layer: String, offset: Double)
    throws
  {
    for backward in [false, true] {
      for width in Self.widths.dropLast() {
        let module = try Self.program(layer, TensorType(.f32, [3, width]), backward: backward)
        let inputs = try Self.arguments(module, offset: offset)
        let found = try Self.executable(module, threads: 2)(inputs)
        let meant = try Self.exact(module, inputs)
        for (index, (found, meant)) in zip(found, meant).enumerated() {
          let (found, meant) = (found.values, meant.values)
          let largest = meant.map(abs).max() ?? 0
          let error = zip(found, meant).map { abs($0 - $1) }.max() ?? 0
          #expect(
            error <= 4e-6 * largest, "result \(index), \(width), backward \(backward): \(error / largest)")
        }
      }
    }
  }

  private static func exact(_ module: Module, _ inputs: [NDArray]) throws -> [NDArray] {
    try Interpreter(promotedToDouble(module)).run("main", inputs.map { $0.converted(to: .f64) })
  }

  /// One segment holds numbers whose squares f32 cannot, another the smallest ones.
  @Test(arguments: ["layernorm", "rmsnorm"], [Float(1e30), 1e-25])
  func `a segment that f32 cannot hold is repaired alone`(layer: String, scale: Float) throws {
    let width = 3 * 1024 + 17
    let module = try Self.program(layer, TensorType(.f32, [2, width]), backward: false)
    var inputs = try Self.arguments(module)
    var values = inputs[0].elements(as: Float.self)
    for column in values.indices { values[column] *= 1024..<2048 ~= column ? scale : 1e-25 }
    inputs[0] = NDArray(values, shape: inputs[0].shape)
    let found = try Self.executable(module, threads: 2)(inputs)[0].values
    let meant = try Self.exact(module, inputs)[0].values
    let largest = meant.map(abs).max() ?? 0
    // Four units in the last place of the row's largest.
    #expect(zip(found, meant).allSatisfy { abs($0 - $1) <= 4 * 0x1p-23 * largest })
  }

  @Test(arguments: layers, [Float.infinity, .nan])
  func `what is not finite stays in its row`(layer: String, intruder: Float) throws {
    let (rows, width) = (5, 3 * 1024 + 17)
    let module = try Self.program(layer, TensorType(.f32, [rows, width]), backward: false)
    let sound = try Self.arguments(module)
    var values = sound[0].elements(as: Float.self)
    values[2 * width + 1500] = intruder
    let broken = [NDArray(values, shape: [rows, width])] + sound.dropFirst()
    let executable = try Self.executable(module, threads: 2)
    let before = try executable(sound)[0].elements(as: Float.self)
    let after = try executable(broken)[0].elements(as: Float.self)
    let meant = try Self.exact(module, Array(broken))[0].values
    for row in 0..<rows {
      let range = row * width..<(row + 1) * width
      if row == 2 {
        #expect(after[range].map(\.isNaN) == meant[range].map(\.isNaN))
      } else {
        #expect(after[range].map(\.bitPattern) == before[range].map(\.bitPattern))
      }
    }
  }

  /// Per-row results are stored once all segments are merged.
  @Test func `what a row has one of is stored as well`() throws {
    let width = 3 * 1024 + 17
    let module = try trace(Input("x", TensorType(.f32, [6, width]))) { x in
      (x.mean(over: .last), x.maximum(over: .last), x - x.mean(over: .last, keepingDimensions: true))
    }
    let inputs = try Self.arguments(module, offset: 7)
    let found = try Self.executable(module, threads: 2)(inputs)
    for (found, meant) in zip(found, try Self.exact(module, inputs)) {
      for (a, b) in zip(found.values, meant.values) { #expect(abs(a - b) <= 2 * 0x1p-24 * max(abs(b), 1)) }
    }
  }
}

extension NDArray {
  /// The same rows, with others between them.
  fileprivate func withDistantRows() -> NDArray {
    let (rows, width) = (shape[0], shape[1])
    let wide = converted(to: .f32).elements(as: Float.self)
    var values = [Float](repeating: 9, count: rows * 2 * width)
    for row in 0..<rows {
      values.replaceSubrange(
        2 * row * width..<(2 * row + 1) * width, with: wide[row * width..<(row + 1) * width])
    }
    return NDArray(values, shape: [rows, 2 * width]).converted(to: scalarType)
      .sliced(axis: 1, 0..<width)
  }
}
