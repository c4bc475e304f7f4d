import NormaArrays
import StableHLO
import Testing

@testable import NormaRuntime

/// Assertions, which XLA does not know.
@Suite struct XLACheckTests {
  private static let check = "stablehlo.custom_call @check.expect_eq"
  private static let signature = "{has_side_effect = true} : (tensor<2xf32>, tensor<2xf32>) -> ()"

  @Test(.needsXLA) func `assertions of main are checked, and give no results`() throws {
    let module = try Module(
      parsing: """
        func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
          %0 = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf32>
          \(Self.check)(%x, %0) \(Self.signature)
          %1 = stablehlo.add %x, %0 : tensor<2xf32>
          return %1 : tensor<2xf32>
        }
        """)
    let executable = try Executable(module, engine: .xla)
    let results = try executable([NDArray([1, 2] as [Float], shape: [2])])
    #expect(results.map { $0.elements(as: Float.self) } == [[2, 4]])
    let error = #expect(throws: ExecutionError.self) {
      try executable([NDArray([1, 3] as [Float], shape: [2])])
    }
    #expect(
      error.map { "\($0)" }
        == "3:3: @main: check.expect_eq does not hold at [1]: 3.0 where 2.0 is expected (4194304 ULP); "
        + "1 of 2 elements differ")
  }

  @Test func `an assertion inside a function is refused with its place`() throws {
    let module = try Module(
      parsing: """
        func.func @main(%x: tensor<2xf32>) {
          call @inner(%x) : (tensor<2xf32>) -> ()
          return
        }
        func.func private @inner(%x: tensor<2xf32>) {
          \(Self.check)(%x, %x) \(Self.signature)
          return
        }
        """)
    let error = #expect(throws: XLAError.self) { try ModuleWithoutChecks(module) }
    #expect(
      error.map { "\($0)" }
        == "6:3: check.expect_eq must stand in @main itself, not in a function or loop, for XLA has no such assertion. "
        + "Run the program with the engine `cpu` or `interpreter`.")
  }
}
