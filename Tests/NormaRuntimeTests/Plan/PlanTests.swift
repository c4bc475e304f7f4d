import NormaArrays
import NormaKernels
import NormaLayers
import NormaRuntime
import NormaTracing
import StableHLO
import Testing

@Suite struct PlanTests {
  private let x = Input("x", TensorType(.f32, [6, 40]))
  private let residual = Input("residual", TensorType(.f32, [6, 40]))

  @Test(arguments: [
    ("layernorm", "kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>"),
    ("rmsnorm", "kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>"),
    ("softmax", "kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>"),
  ])
  func `a norm is one kernel`(name: String, step: String) throws {
    let family = try #require(LayerFamily.named(name))
    let module = try family.untrained(normalizedShape: [40]).program(for: TensorType(.f32, [6, 40]))
    #expect(try Plan.standard(for: module).description == "1. " + step)
  }

  @Test(arguments: RMSNorm.Convention.allCases, [ScalarType.f32, .bf16])
  func `every convention of RMSNorm is one kernel of one pass and a store`(
    convention: RMSNorm.Convention, type: ScalarType
  ) throws {
    let layer = RMSNorm(40, convention: convention)
    let plan = try Plan.standard(for: layer.program(for: TensorType(type, [6, 40])))
    let kernel = try #require(plan.steps.kernels.first)
    #expect(plan.steps.count == 1)
    #expect(kernel.kernel.sweeps.map(\.reductions.count) == [1, 0])
    #expect(kernel.kernel.sweeps.map(\.stores.count) == [0, 1])
  }

  @Test func `a sum that is also normalized is one kernel with two outputs`() throws {
    let module = try trace(x, residual) { x, residual in
      let sum = x + residual
      return (sum, RMSNorm(40, weight: nil)(sum))
    }
    let plan = try Plan.standard(for: module)
    #expect(
      plan.description
        == "1. kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>, tensor<6x40xf32>")
    // The sum is stored by the pass that reads it for the mean square.
    #expect(plan.steps.kernels[0].kernel.sweeps.map(\.stores.count) == [1, 1])
  }

  @Test func `a gate joins the norm`() throws {
    let module = try trace(x, residual) { x, gate in RMSNorm(40, weight: nil)(x) * (gate * gate.logistic()) }
    let plan = try Plan.standard(for: module).description
    #expect(
      plan
        == "1. kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>")
  }

  @Test func `means along two axes take two kernels`() throws {
    let module = try trace(x) { x in
      (x - x.mean(over: .last, keepingDimensions: true), x - x.mean(over: [0], keepingDimensions: true))
    }
    let plan = try Plan.standard(for: module).description
    #expect(
      plan == """
        1. kernel       norma_main_0: 6 rows of 40 -> tensor<6x40xf32>, tensor<40xf32>
        2. kernel       norma_main_1: 6 rows of 40 -> tensor<6x40xf32>
        """)
  }

  @Test func `leading axes are combined over rows`() throws {
    let module = try trace(x) { x in (x * x).sum(over: [0]) }
    let plan = try Plan.standard(for: module)
    #expect(plan.description == "1. kernel       norma_main_0: 6 rows of 40 -> tensor<40xf32>")
    #expect(plan.steps.kernels[0].kernel.outputs.map(\.reduction) == [.sum])
  }

  @Test func `a middle axis is reduced where it stands`() throws {
    let module = try trace(Input("x", TensorType(.f32, [6, 5, 8]))) { x in x.sum(over: [1]) }
    let plan = try Plan.standard(for: module).description
    #expect(plan == "1. kernel       norma_main_0: 48 rows of 5, 8 side by side -> tensor<6x8xf32>")
  }

  @Test func `axes that are no neighbours are transposed and reduced`() throws {
    let module = try trace(Input("x", TensorType(.f32, [6, 5, 8, 3]))) { x in x.sum(over: [1, 3]) }
    let plan = try Plan.standard(for: module).description
    #expect(
      plan == """
        1. movement     transpose -> tensor<6x8x5x3xf32>
        2. kernel       norma_main_1: 48 rows of 15 -> tensor<6x8xf32>
        """)
  }

  @Test func `a reduction over rows that starts elsewhere is transposed`() throws {
    let module = try Module(
      parsing: """
        func.func public @main(%x: tensor<6x40xf32>) -> tensor<40xf32> {
          %one = stablehlo.constant dense<1.0> : tensor<f32>
          %0 = stablehlo.reduce(%x init: %one) applies stablehlo.add across dimensions = [0] : (tensor<6x40xf32>, tensor<f32>) -> tensor<40xf32>
          return %0 : tensor<40xf32>
        }
        """)
    #expect(try Plan.standard(for: module).description.contains("transpose"))
  }

  @Test func `what kernels cannot do is told with the reason`() throws {
    let plan = try Plan.standard(
      for: Module(
        parsing: """
          func.func public @main(%x: tensor<4x8xf32>, %i: tensor<4x8xi32>, %at: tensor<i32>) -> (tensor<1x8xf32>, tensor<4xi32>, tensor<4x8xf32>, tensor<4x4xf32>) {
            %zero = stablehlo.constant dense<0> : tensor<i32>
            %0 = stablehlo.dynamic_slice %x, %at, %zero, sizes = [1, 8] : (tensor<4x8xf32>, tensor<i32>, tensor<i32>) -> tensor<1x8xf32>
            %1 = stablehlo.exponential %0 : tensor<1x8xf32>
            %2 = stablehlo.reduce(%i init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<4x8xi32>, tensor<i32>) -> tensor<4xi32>
            %3 = stablehlo.convert %i : (tensor<4x8xi32>) -> tensor<4x8xf32>
            %4 = stablehlo.dot_general %x, %3, contracting_dims = [1] x [1] : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x4xf32>
            return %1, %2, %3, %4 : tensor<1x8xf32>, tensor<4xi32>, tensor<4x8xf32>, tensor<4x4xf32>
          }
          """))
    #expect(
      plan.description == """
        1. interpreter  constant -> tensor<i32>: computed once, when the program is compiled
        2. interpreter  dynamic_slice -> tensor<1x8xf32>: dynamic_slice has no compiled form
        3. kernel       norma_main_2: 1 rows of 8 -> tensor<1x8xf32>
        4. interpreter  reduce -> tensor<4xi32>: kernels reduce no i32
        5. interpreter  convert -> tensor<4x8xf32>: kernels compute no i32
        6. product      dot_general -> tensor<4x4xf32>
        """)
  }
}

extension [Step] {
  /// The kernels among the steps.
  var kernels: [KernelStep] {
    compactMap { if case .kernel(let step) = $0 { step } else { nil } }
  }
}
