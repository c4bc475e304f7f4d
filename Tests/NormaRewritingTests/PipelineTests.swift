import NormaArrays
import NormaLayers
import NormaRewriting
import StableHLO
import Testing

@Suite struct PipelineTests {
  @Test(arguments: LayerFamily.catalogue.map(\.name))
  func `a layer's program is at rest after the pipeline`(name: String) throws {
    let family = try #require(LayerFamily.named(name))
    let module = try family.untrained(normalizedShape: [64]).program(for: TensorType(.bf16, [8, 64]))
    let once = try Pipeline.standard(module).module
    #expect(try Pipeline.standard(once).records.isEmpty)
    #expect(OpCounts(once).reduces == OpCounts(module).reduces)
  }

  @Test func `records name the passes that changed something, with counts`() throws {
    let module = try Softmax().program(for: TensorType(.f32, [8, 64]))
    let result = try Pipeline.standard(module)
    #expect(result.records.map(\.name) == ["movement-chains", "dead-code"])
    #expect(result.records.map(\.before.all) == [11, 11])
    #expect(result.records.last?.after.description == "2 reduces, 2 broadcasts, 9 operations")
    #expect(result.records.last?.module == result.module)
  }

  @Test func `a pass that breaks the program is named`() throws {
    let careless = Pass("careless", "Forgets the first instruction.") { (function: Function) in
      var function = function
      function.body.instructions.removeFirst()
      return function
    }
    let module = try Softmax().program(for: TensorType(.f32, [8, 64]))
    let error = try #require(throws: RewritingError.self) {
      try Pipeline([.deadCode, careless], verifiesEachPass: true)(module)
    }
    #expect(error.pass == "careless")
    #expect(
      error.description.hasPrefix(
        "After the pass `careless` the program must be valid as it was before, but @main: "))
  }

  @Test func `counts see into loops`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
          %n = stablehlo.constant dense<4.0> : tensor<f32>
          %z = stablehlo.constant dense<0.0> : tensor<f32>
          %r = stablehlo.while(%i = %x) : tensor<2x3xf32>
            cond {
            %s = stablehlo.reduce(%i init: %z) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<f32>
            %p = stablehlo.compare LT, %s, %n, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
            stablehlo.return %p : tensor<i1>
          } do {
            %b = stablehlo.broadcast_in_dim %n, dims = [] : (tensor<f32>) -> tensor<2x3xf32>
            %d = stablehlo.add %i, %b : tensor<2x3xf32>
            stablehlo.return %d : tensor<2x3xf32>
          }
          return %r : tensor<2x3xf32>
        }
        """)
    #expect(OpCounts(module).description == "1 reduces, 1 broadcasts, 7 operations")
    #expect(OpCounts(try Pipeline.standard(module).module).broadcasts == 0)
  }
}
