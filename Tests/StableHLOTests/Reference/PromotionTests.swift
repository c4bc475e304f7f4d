import NormaArrays
import StableHLO
import Testing

/// Runs the float64 form of a program on values.
private func oracle(_ text: String, _ arguments: TensorValue...) throws -> [TensorValue] {
  let module = promotedToDouble(try Module(parsing: text))
  try module.verify()
  return try Interpreter(module).run(values: arguments)
}

@Suite struct PromotionTests {
  @Test func `arithmetic is done in float64`() throws {
    let text = """
      func.func public @main(%x: tensor<f32>) -> tensor<f32> {
        %0 = stablehlo.constant dense<3.0> : tensor<f32>
        %1 = stablehlo.divide %x, %0 : tensor<f32>
        return %1 : tensor<f32>
      }
      """
    #expect(try oracle(text, .floats([1], .f64, [])).map(\.doubles) == [[1.0 / 3]])
  }

  @Test func `constants keep the value they were rounded to`() throws {
    let text = """
      func.func public @main() -> (tensor<bf16>, tensor<2xf32>) {
        %0 = stablehlo.constant dense<0.1> : tensor<bf16>
        %1 = stablehlo.constant dense<[0.1, 0.2]> : tensor<2xf32>
        return %0, %1 : tensor<bf16>, tensor<2xf32>
      }
      """
    let results = try oracle(text)
    #expect(results.map(\.type.scalar) == [.f64, .f64])
    #expect(results.map(\.doubles) == [[0.10009765625], [Double(Float(0.1)), Double(Float(0.2))]])
  }

  @Test(arguments: [
    ("f32", "bf16", 1.00390626, 1.0078125), ("f32", "f16", 0x1p-24, 0x1p-24), ("f64", "f32", 1 + 0x1p-40, 1),
    ("f16", "bf16", 1.0048828125, 1.0078125), ("bf16", "f32", 1.5, 1.5), ("f32", "f32", 0.1, 0.1),
    ("f32", "f64", 0.1, 0.1),
  ])
  func `a conversion that loses bits is meant, and one that does not changes nothing`(
    _ from: String, _ to: String, _ x: Double, _ expected: Double
  ) throws {
    let text = """
      func.func public @main(%x: tensor<\(from)>) -> tensor<\(to)> {
        %0 = stablehlo.convert %x : (tensor<\(from)>) -> tensor<\(to)>
        return %0 : tensor<\(to)>
      }
      """
    #expect(try oracle(text, .floats([x], .f64, [])).map(\.doubles) == [[expected]])
  }

  @Test func `integers become floats as the program rounds them`() throws {
    let text = """
      func.func public @main(%x: tensor<i32>) -> (tensor<bf16>, tensor<f64>) {
        %0 = stablehlo.convert %x : (tensor<i32>) -> tensor<bf16>
        %1 = stablehlo.convert %x : (tensor<i32>) -> tensor<f64>
        return %0, %1 : tensor<bf16>, tensor<f64>
      }
      """
    #expect(try oracle(text, .integers([257], .i32, [])).map(\.doubles) == [[256], [257]])
  }

  @Test func `bits are those of the program's own types`() throws {
    let text = """
      func.func public @main(%x: tensor<f32>) -> (tensor<i32>, tensor<f32>) {
        %0 = stablehlo.bitcast_convert %x : (tensor<f32>) -> tensor<i32>
        %1 = stablehlo.bitcast_convert %0 : (tensor<i32>) -> tensor<f32>
        return %0, %1 : tensor<i32>, tensor<f32>
      }
      """
    let results = try oracle(text, .floats([1], .f64, []))
    #expect(results[0].integerElements == [0x3F80_0000])
    #expect(results[1].doubles == [1])
  }

  @Test func `regions, loops and calls are promoted, assertions left out`() throws {
    let text = """
      func.func public @main(%x: tensor<3xf32>) -> tensor<f32> {
        %zero = stablehlo.constant dense<0.0> : tensor<f32>
        %third = stablehlo.constant dense<0.33333334> : tensor<f32>
        %r = stablehlo.reduce(%x init: %zero) across dimensions = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<f32>
         reducer(%a: tensor<f32>, %b: tensor<f32>) {
          %0 = stablehlo.add %a, %b : tensor<f32>
          %1 = stablehlo.multiply %0, %third : tensor<f32>
          stablehlo.return %1 : tensor<f32>
        }
        %w = stablehlo.while(%v = %r) : tensor<f32>
          cond {
            %0 = stablehlo.compare LT, %v, %zero : (tensor<f32>, tensor<f32>) -> tensor<i1>
            stablehlo.return %0 : tensor<i1>
          } do {
            stablehlo.return %zero : tensor<f32>
          }
        %c = call @same(%w) : (tensor<f32>) -> tensor<f32>
        stablehlo.custom_call @check.expect_eq(%c, %zero) {has_side_effect = true} : (tensor<f32>, tensor<f32>) -> ()
        return %c : tensor<f32>
      }
      func.func private @same(%x: tensor<f32>) -> tensor<f32> { return %x : tensor<f32> }
      """
    let third = Double(Float(0.33333334))
    let pair = (1.0 + 1.0) * third
    #expect(
      try oracle(text, .floats([1, 1, 1], .f64)).map(\.doubles) == [[(0 + (pair + 1) * third) * third]])
  }
}
