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

  @Test func `a reduction of several inputs at once counts each of its results`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<3xf32>, %y: tensor<3xf32>) -> (tensor<f32>, tensor<f32>) {
          %z = stablehlo.constant dense<0.0> : tensor<f32>
          %r:2 = stablehlo.reduce(%x init: %z), (%y init: %z) across dimensions = [0] : (tensor<3xf32>, tensor<3xf32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
           reducer(%a: tensor<f32>, %b: tensor<f32>) (%c: tensor<f32>, %d: tensor<f32>) {
            %0 = stablehlo.add %a, %b : tensor<f32>
            %1 = stablehlo.add %c, %d : tensor<f32>
            stablehlo.return %0, %1 : tensor<f32>, tensor<f32>
          }
          return %r#0, %r#1 : tensor<f32>, tensor<f32>
        }
        """)
    #expect(OpCounts(module).reduces == 1)
    #expect(OpCounts(module).reducedValues == 2)
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

@Suite struct PipelineChoiceTests {
  @Test(arguments: Pipeline.standard.names)
  func `a pass can be switched off by name, and tells what it matches and makes`(name: String) throws {
    let fewer = try Pipeline.standard.without([name])
    #expect(fewer.names == Pipeline.standard.names.filter { $0 != name })
    let module = try GradientProgram("two-7-jax-0.10").module
    #expect(try !fewer(module).records.contains { $0.name == name })
    #expect(Pipeline.standard.passes.filter { $0.name == name }.allSatisfy { $0.law != nil })
  }

  @Test func `an unknown name is answered with the names there are`() throws {
    let error = try #require(throws: UnknownPassError.self) {
      try Pipeline([.deadCode, .centredSum, .deadCode]).without(["dead-code", "centered-sum"])
    }
    #expect(
      error.description
        == "There is no rewrite `centered-sum`. The rewrites are: dead-code, centred-sum.")
  }

  @Test func `without the pass a program keeps what the pass would take`() throws {
    let module = try GradientProgram("two-7-jax-0.10").module
    let (all, fewer) = (try Pipeline.standard(module), try Pipeline.standard.without(["centred-sum"])(module))
    #expect(OpCounts(fewer.module).reducedValues == OpCounts(all.module).reducedValues + 1)
  }

  @Test func `passes that undo each other end with an error`() throws {
    let more = Pass("more", "Adds a negation of the first parameter.") { (function: Function) in
      var function = function
      let parameter = function.body.parameters[0]
      function.types.append(function.type(of: parameter))
      function.body.instructions.append(
        Instruction(
          .elementwise(.negate), operands: [parameter], results: [Value(function.types.count - 1)]))
      return function
    }
    let module = try Softmax().program(for: TensorType(.f32, [8, 64]))
    let error = try #require(throws: RewritingError.self) { try Pipeline([more, .deadCode])(module) }
    #expect(
      error.description
        == "The passes must come to rest, but `dead-code` still changed the program in round 64. Switch it off (`--without dead-code`), and please report this program."
    )
  }

  @Test func `a record tells why its pass fired, and how often`() throws {
    let record = try #require(
      try Pipeline.standard(GradientProgram("two-64").module).records.first { $0.name == "centred-sum" })
    #expect(record.reasons == [RewritingReason(text: "a sum of f32 values centred over 64", count: 7)])
    #expect(
      record.law?.description == "sum(a + k * (x - mean(x))), k constant along the row  =>  sum(a), or 0")
  }
}
