import NormaArrays
import StableHLO
import Testing

/// One StableHLO conformance case of the folder that the environment names.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String

  static let all = ConformanceFolder.texts().map { ConformanceCase(name: $0.name, text: $0.text) }

  var testDescription: String { name }

  func module() throws -> Module { try Module(parsing: text, file: name) }
}

@Suite(
  .enabled(if: ConformanceFolder.path != nil, "NORMA_STABLEHLO_TESTDATA names no folder of conformance cases")
)
struct ConformanceTests {
  @Test func `the folder has cases`() {
    #expect(!ConformanceCase.all.isEmpty)
  }

  @Test(arguments: ConformanceCase.all)
  func `a conformance case runs and its assertions hold`(_ instance: ConformanceCase) throws {
    _ = try Interpreter(instance.module()).run(values: [])
  }

  @Test(arguments: ConformanceCase.all)
  func `a conformance case in float64 runs, and close to what is expected`(_ instance: ConformanceCase) throws
  {
    let module = try instance.module()
    let exact = try Interpreter(promotedToDouble(module)).run(values: [])
    let own = try Interpreter(module).run(values: [])
    for (value, expected) in zip(own, exact) {
      let tolerance = value.type.scalar.roundingTolerance
      for (x, y) in zip(value.doubles, expected.doubles) where x.isFinite && y.isFinite {
        #expect((x - y).magnitude <= tolerance * max(1, y.magnitude))
      }
    }
  }
}

extension ScalarType {
  /// A few roundings of the element type, relative; none for integers.
  fileprivate var roundingTolerance: Double {
    switch self {
    case .bf16: 0x1p-5
    case .f16: 0x1p-8
    case .f32: 0x1p-20
    case .f64, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: 0
    }
  }
}
