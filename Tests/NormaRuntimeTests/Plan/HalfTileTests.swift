import NormaArrays
import NormaKernels
import NormaLayers
import NormaTracing
import StableHLO
import Testing

@testable import NormaRuntime

/// Rows of bf16 side by side, whose tiles go in f32, and in f64 where that cannot hold a row.
@Suite struct HalfTileTests {
  private typealias Rows = InterleavedRowTests

  private static let names = ["layernorm", "rmsnorm", "l2norm"]

  private static func module(_ name: String, _ shape: Shape) throws -> Module {
    try Rows.layer(name, width: shape[1], .bf16).program(for: TensorType(.bf16, shape))
  }

  /// The C of a program's only kernel.
  private static func code(_ module: Module) throws -> String {
    let kernel = try #require(try Plan.standard(for: module).steps.kernels.first).kernel
    return kernel.source(schedule: .heuristic(for: kernel)).text
  }

  /// Widths whose values are kept between passes and such whose are read again, and tiles that end in all ways.
  static let shapes: [Shape] = {
    let few: [Shape] = [2, 3, 16, 31, 32, 33, 48, 100].map { [2, 64, $0] }
    let many: [Shape] = [1024, 1057, 2060].map { [1, 66, $0] }
    return few + many + [[1, 257, 300], [1, 700, 270], [2, 2100, 37]]
  }()

  @Test(arguments: names, shapes)
  func `a norm over a middle axis of bf16 is right wherever its tiles end`(name: String, shape: Shape) throws
  {
    let module = try Self.module(name, shape)
    #expect(try Self.code(module).contains("load_half"))
    for offset: Float in [0, 300] {
      let arguments = Rows.arguments(Rows.noise(shape, offset: offset), module)
      let (found, meant) = (
        try Executable(module, threads: 2)(arguments)[0], try Rows.meant(module, arguments)[0]
      )
      #expect(Rows.worst(found, meant, .bf16) <= 1, "offset \(offset)")
      // What f64 gives is rounded to bf16 too: only values next to a tie, nearer than some units of f32, may go the other way.
      let others = zip(found.values, meant.values).count { $0 != $1 }
      #expect(others <= max(1, found.values.count / 1000), "offset \(offset): \(others)")
    }
  }

  /// The first value of a row, and what two of three others exceed it by: constant rows, and squares beyond f32.
  private static let hostile: [(Float, Float)] = [
    (0, 0), (7.25, 0), (1e-30, 1e-30), (1e30, 1e30), (3e38, 0), (.nan, 0), (.infinity, 0),
  ]

  @Test(arguments: names, [19, 48, 1100])
  func `a row that f32 cannot hold is right, and no other changes`(name: String, inner: Int) throws {
    let shape: Shape = [2, 64, inner]
    let row = inner - 2
    let module = try Self.module(name, shape)
    let executable = try Executable(module)
    let arguments = Rows.arguments(Rows.noise(shape), module)
    let clean = arguments[0].values
    let undisturbed = try executable(arguments)[0].values
    for (value, step) in Self.hostile {
      var values = clean.map { Float($0) }
      for column in 0..<64 { values[(64 + column) * inner + row] = value + step * Float(column % 3) }
      let hostile = [NDArray(values, shape: shape).converted(to: .bf16)] + arguments.dropFirst()
      let found = try executable(hostile)[0]
      #expect(Rows.worst(found, try Rows.meant(module, hostile)[0], .bf16) <= 1, "\(value), \(step)")
      for (index, value) in found.values.enumerated() where index / inner / 64 != 1 || index % inner != row {
        #expect(value == undisturbed[index])
      }
    }
  }

  @Test(arguments: names)
  func `neither threads nor other rows change a bit`(name: String) throws {
    let (width, inner) = (72, 1100)
    let x = Rows.noise([2, width, inner]).values
    func run(_ rows: Range<Int>, threads: Int) throws -> NDArray {
      let module = try Self.module(name, [2, width, rows.count])
      let part = (0..<2 * width).flatMap { line in rows.map { Float(x[line * inner + $0]) } }
      let arguments = Rows.arguments(NDArray(part, shape: [2, width, rows.count]), module)
      return try Executable(module, threads: threads)(arguments)[0]
    }
    let whole = try run(0..<inner, threads: 1)
    #expect(whole.isBitwiseEqual(to: try run(0..<inner, threads: 3)))
    let values = whole.values
    for rows in [0..<3, 5..<21, 100..<133, 900..<1100, 1..<1100] {
      for (index, value) in try run(rows, threads: 2).values.enumerated() {
        let (line, row) = (index / rows.count, rows.lowerBound + index % rows.count)
        #expect(value == values[line * inner + row])
      }
    }
  }

  @Test func `other types and short rows stay in f64`() throws {
    for (type, width) in [(ScalarType.f32, 64), (.f16, 64), (.bf16, 63)] {
      let module = try RMSNorm(width, axis: 1, parameterType: type).program(
        for: TensorType(type, [2, width, 64]))
      #expect(try !Self.code(module).contains("load_half"))
    }
  }
}
