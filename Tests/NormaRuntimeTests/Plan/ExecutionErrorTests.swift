import NormaArrays
import NormaRuntime
import StableHLO
import Testing

@Suite struct ExecutionErrorTests {
  private static let program = """
    func.func public @main(%x: tensor<2x3xf32>, %y: tensor<3xbf16>) -> tensor<2x3xf32> {
      %0 = stablehlo.exponential %x : tensor<2x3xf32>
      return %0 : tensor<2x3xf32>
    }
    """
  private let x = NDArray(zeros: .f32, shape: [2, 3])

  @Test(arguments: Engine.present)
  func `arguments that do not fit are told apart`(engine: Engine) throws {
    let executable = try Executable(Module(parsing: Self.program), engine: engine)
    #expect(message { try executable([]) } == "the program has 2 arguments, and 0 were given")
    #expect(message { try executable([x]) } == "the program has 2 arguments, and 1 was given")
    #expect(message { try executable([x, x]) } == "argument 2 must be bf16[3], and f32[2, 3] was given")
    let turned = NDArray(zeros: .f32, shape: [3, 2])
    #expect(
      message { try executable([turned, NDArray(zeros: .bf16, shape: [3])]) }
        == "argument 1 must be f32[2, 3], and f32[3, 2] was given")
    #expect(
      message { try executable.run([x, NDArray(zeros: .bf16, shape: [3])], into: [turned]) }
        == "result 1 must be f32[2, 3], and f32[3, 2] was given")
  }

  @Test(arguments: Engine.present)
  func `a program without main names what it has`(engine: Engine) throws {
    let module = try Module(parsing: Self.program.replacing("@main", with: "@forward"))
    #expect(
      message { try Executable(module, engine: engine) }
        == "a program starts in `@main`, and this one has only `@forward`")
  }

  @Test(arguments: Engine.present)
  func `a check that fails names both values`(engine: Engine) throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<2xf32>) {
          %0 = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf32>
          stablehlo.custom_call @check.expect_eq(%x, %0) {has_side_effect = true} : (tensor<2xf32>, tensor<2xf32>) -> ()
          return
        }
        """)
    let executable = try Executable(module, engine: engine)
    #expect(try executable([NDArray([1, 2] as [Float], shape: [2])]).isEmpty)
    let error = #expect(throws: ExecutionError.self) {
      try executable([NDArray([1, 3] as [Float], shape: [2])])
    }
    #expect(error?.checkFailure != nil)
  }

  private func message<Value>(_ body: () throws -> Value) -> String? {
    do { _ = try body() } catch { return "\(error)" }
    return nil
  }
}
