import NormaRewriting
import StableHLO
import Testing

@Suite struct ModulePassTests {
  @Test func `calls become bodies, and functions without callers go`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0:2 = call @both(%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
          %1 = stablehlo.add %0#0, %0#1 : tensor<4xf32>
          return %1 : tensor<4xf32>
        }
        func.func private @both(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
          %0 = call @twice(%x) : (tensor<4xf32>) -> tensor<4xf32>
          return %x, %0 : tensor<4xf32>, tensor<4xf32>
        }
        func.func private @twice(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = stablehlo.add %x, %x : tensor<4xf32>
          return %0 : tensor<4xf32>
        }
        """)
    let expected = try Module(
      parsing: """
        func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = stablehlo.add %x, %x : tensor<4xf32>
          %1 = stablehlo.add %x, %0 : tensor<4xf32>
          return %1 : tensor<4xf32>
        }
        """)
    #expect(try text(module, after: .inlineCalls) == expected.text)
  }

  @Test func `calls inside a loop become bodies, twice with values of their own`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<f32>, %n: tensor<f32>) -> tensor<f32> {
          %r = stablehlo.while(%i = %x) : tensor<f32>
            cond {
            %p = stablehlo.compare LT, %i, %n, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
            stablehlo.return %p : tensor<i1>
          } do {
            %a = func.call @grow(%i) : (tensor<f32>) -> tensor<f32>
            %b = func.call @grow(%a) : (tensor<f32>) -> tensor<f32>
            stablehlo.return %b : tensor<f32>
          }
          return %r : tensor<f32>
        }
        func.func private @grow(%x: tensor<f32>) -> tensor<f32> {
          %0 = stablehlo.add %x, %x : tensor<f32>
          return %0 : tensor<f32>
        }
        """)
    let inlined = Pass.deadCode(Pass.inlineCalls(module))
    try inlined.verify()
    #expect(inlined.functions.count == 1)
    #expect(OpCounts(inlined).all == 4)
  }

  @Test func `a function that calls itself is left alone`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<f32>) -> tensor<f32> {
          %0 = call @even(%x) : (tensor<f32>) -> tensor<f32>
          return %0 : tensor<f32>
        }
        func.func private @even(%x: tensor<f32>) -> tensor<f32> {
          %0 = call @odd(%x) : (tensor<f32>) -> tensor<f32>
          return %0 : tensor<f32>
        }
        func.func private @odd(%x: tensor<f32>) -> tensor<f32> {
          %0 = call @even(%x) : (tensor<f32>) -> tensor<f32>
          return %0 : tensor<f32>
        }
        """)
    let result = try Pipeline([.inlineCalls, .deadCode], verifiesEachPass: false)(module)
    #expect(result.module.functions.contains { $0.name != "main" })
  }

  @Test func `doubling calls end at the limit`() throws {
    var source =
      "func.func public @main(%x: tensor<f32>) -> tensor<f32> {\n%0 = call @f0(%x) : (tensor<f32>) -> tensor<f32>\nreturn %0 : tensor<f32>\n}\n"
    for level in 0..<40 {
      let body =
        level == 39
        ? "stablehlo.add %x, %x : tensor<f32>" : "call @f\(level + 1)(%x) : (tensor<f32>) -> tensor<f32>"
      let again =
        level == 39
        ? "stablehlo.negate %0 : tensor<f32>" : "call @f\(level + 1)(%0) : (tensor<f32>) -> tensor<f32>"
      source +=
        "func.func private @f\(level)(%x: tensor<f32>) -> tensor<f32> {\n%0 = \(body)\n%1 = \(again)\nreturn %1 : tensor<f32>\n}\n"
    }
    let pipeline = Pipeline([.inlineCalls(limit: 1000), .deadCode], verifiesEachPass: true)
    let inlined = try pipeline(Module(parsing: source)).module
    #expect((500...1000).contains(OpCounts(inlined).all))
  }

  @Test func `a check keeps what leads to it, in a called function too`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = stablehlo.negate %x : tensor<4xf32>
          %1 = stablehlo.abs %x : tensor<4xf32>
          call @verify(%0, %x) : (tensor<4xf32>, tensor<4xf32>) -> ()
          return %x : tensor<4xf32>
        }
        func.func private @verify(%x: tensor<4xf32>, %y: tensor<4xf32>) {
          stablehlo.custom_call @check.expect_close(%x, %y) : (tensor<4xf32>, tensor<4xf32>) -> ()
          return
        }
        """)
    let result = Pass.deadCode(module)
    #expect(result.functions.count == 2)
    #expect(OpCounts(try #require(result.function(named: "main"))).all == 2)
    #expect(OpCounts(try Pipeline.standard(module).module).all == 2)
  }

  @Test func `positions and attributes of what stays are kept`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<4xf32> {mhlo.sharding = "{replicated}"}) -> (tensor<4xf32> {jax.result_info = "y"}) {
          %0 = stablehlo.abs %x : tensor<4xf32>
          %1 = stablehlo.negate %x {mhlo.sharding = "{replicated}"} : tensor<4xf32>
          return %1 : tensor<4xf32>
        }
        """)
    let main = try #require(Pipeline.standard(module).module.function(named: "main"))
    #expect(main.body.instructions.map(\.position?.line) == [3])
    #expect(main.body.instructions[0].attributes.map(\.name) == ["mhlo.sharding"])
    #expect(main.parameterAttributes[0].map(\.name) == ["mhlo.sharding"])
    #expect(main.resultAttributes[0].map(\.name) == ["jax.result_info"])
  }
}
