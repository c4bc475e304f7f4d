import NormaArrays
import StableHLO
import Testing

private let grid = TensorValue.integers([0, 1, 2, 3, 4, 5], .i32, [2, 3])

/// Runs a program given as text on values.
func interpret(_ text: String, _ arguments: TensorValue...) throws -> [TensorValue] {
  try Interpreter(Module(parsing: text)).run(values: arguments)
}

@Suite struct ReductionMeaningTests {
  @Test(
    arguments: [
      (Elementwise.add, [0], [3, 5, 7]), (.add, [1], [3, 12]), (.add, [0, 1], [15]),
      (.add, [], [0, 1, 2, 3, 4, 5]),
      (.multiply, [1], [0, 60]), (.maximum, [0], [3, 4, 5]), (.minimum, [1], [0, 3]), (.or, [0], [3, 5, 7]),
      (.xor, [1], [3, 2]),
    ] as [(Elementwise, [Int], [Int64])])
  func `reduce folds the named axes`(_ operation: Elementwise, _ axes: [Int], _ expected: [Int64]) throws {
    let identity: Int64 =
      switch operation {
      case .multiply: 1
      case .minimum: .init(Int32.max)
      default: 0
      }
    let result = try Operation.reduce(.named(operation), dimensions: axes).on(
      grid, .integers([identity], .i32, []))
    #expect(result.integerElements == expected)
  }

  @Test(
    arguments: [(ScalarType.i8, 127, -128), (.ui8, 255, 0), (.ui64, -1, 0)] as [(ScalarType, Int64, Int64)])
  func `integer sums wrap`(_ scalar: ScalarType, _ x: Int64, _ expected: Int64) throws {
    let result = try Operation.reduce(.named(.add), dimensions: [0]).on(
      .integers([x, 1], scalar), .integers([0], scalar, []))
    #expect(result.integerElements == [expected])
  }

  @Test(
    arguments: [(Elementwise.add, [1]), (.multiply, [0]), (.or, [1]), (.and, [0]), (.maximum, [1])]
      as [(Elementwise, [Int64])])
  func `sums of booleans are "any", products "all"`(_ operation: Elementwise, _ expected: [Int64]) throws {
    let start: Int64 = operation == .multiply || operation == .and ? 1 : 0
    let result = try Operation.reduce(.named(operation), dimensions: [0]).on(
      .integers([1, 0, 1], .i1), .integers([start], .i1, []))
    #expect(result.integerElements == expected)
  }

  @Test func `float sums are rounded once, and keep what cancels`() throws {
    let sum = Operation.reduce(.named(.add), dimensions: [0])
    let thirds = TensorValue.floats(Array(repeating: Double(Float(0.1)), count: 1000))
    #expect(try sum.on(thirds, .floats([0], .f32, [])).doubles == [Double(Float(1000 * Double(Float(0.1))))])
    let large = TensorValue.floats([1e308, 1, -1e308, 1e-300], .f64)
    #expect(try sum.on(large, .floats([0], .f64, [])).doubles == [1])
    #expect(try sum.on(.floats([.infinity, 1, 2]), .floats([0], .f32, [])).doubles == [.infinity])
    #expect(try sum.on(.floats([.infinity, -.infinity]), .floats([0], .f32, [])).doubles[0].isNaN)
    #expect(same(try sum.on(.floats([-0.0]), .floats([-0.0], .f32, [])).doubles, [-0.0]))
  }

  @Test func `nothing reduced gives the initial value`() throws {
    let none = TensorValue.floats([], .f32, [2, 0])
    #expect(
      try Operation.reduce(.named(.maximum), dimensions: [1]).on(none, .floats([-.infinity], .f32, []))
        .doubles == [-.infinity, -.infinity])
  }

  @Test func `maximum of a row with NaN is NaN`() throws {
    let result = try Operation.reduce(.named(.maximum), dimensions: [0]).on(
      .floats([1, .nan, 3]), .floats([-.infinity], .f32, []))
    #expect(result.doubles[0].isNaN)
  }

  @Test(arguments: [[3, 1, 2], [1, 3, 3, 2], [5], [2, 2, 2, 2, 2, 9, 1]] as [[Double]])
  func `a region over two inputs finds the first largest element`(_ row: [Double]) throws {
    let count = row.count
    let results = try interpret(
      """
      func.func public @main(%x: tensor<\(count)xf32>) -> (tensor<f32>, tensor<i32>) {
        %i = stablehlo.iota dim = 0 : tensor<\(count)xi32>
        %low = stablehlo.constant dense<0xFF800000> : tensor<f32>
        %zero = stablehlo.constant dense<0> : tensor<i32>
        %r:2 = stablehlo.reduce(%x init: %low), (%i init: %zero) across dimensions = [0] : (tensor<\(count)xf32>, tensor<\(count)xi32>, tensor<f32>, tensor<i32>) -> (tensor<f32>, tensor<i32>)
         reducer(%a: tensor<f32>, %b: tensor<f32>) (%c: tensor<i32>, %d: tensor<i32>) {
          %0 = stablehlo.compare GT, %a, %b, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
          %1 = stablehlo.compare EQ, %a, %b, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
          %2 = stablehlo.compare LT, %c, %d, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
          %3 = stablehlo.and %1, %2 : tensor<i1>
          %4 = stablehlo.or %0, %3 : tensor<i1>
          %5 = stablehlo.select %0, %a, %b : tensor<i1>, tensor<f32>
          %6 = stablehlo.select %4, %c, %d : tensor<i1>, tensor<i32>
          stablehlo.return %5, %6 : tensor<f32>, tensor<i32>
        }
        return %r#0, %r#1 : tensor<f32>, tensor<i32>
      }
      """, .floats(row))
    let largest = try #require(row.max())
    #expect(results[0].doubles == [largest])
    #expect(results[1].integerElements == [Int64(row.firstIndex(of: largest) ?? -1)])
  }

  @Test func `a region that calls is run on one element after the other, in order`() throws {
    let results = try interpret(
      """
      func.func public @main(%x: tensor<2x5xi32>, %shift: tensor<i32>) -> tensor<2xi32> {
        %zero = stablehlo.constant dense<0> : tensor<i32>
        %r = stablehlo.reduce(%x init: %zero) across dimensions = [1] : (tensor<2x5xi32>, tensor<i32>) -> tensor<2xi32>
         reducer(%a: tensor<i32>, %b: tensor<i32>) {
          %0 = func.call @later(%a, %b) : (tensor<i32>, tensor<i32>) -> tensor<i32>
          stablehlo.return %0 : tensor<i32>
        }
        return %r : tensor<2xi32>
      }
      func.func private @later(%a: tensor<i32>, %b: tensor<i32>) -> tensor<i32> {
        return %b : tensor<i32>
      }
      """, .integers(Array(0..<10), .i32, [2, 5]), .integers([3], .i32, []))
    #expect(results[0].integerElements == [4, 9])
  }

  @Test(
    arguments: [
      ([], [], [1], [0], [2, 2], [7, 10, 15, 22]),
      ([], [], [0], [0], [2, 2], [10, 14, 14, 20]),
      ([0], [0], [1], [1], [2], [5, 25]),
      ([], [], [0, 1], [0, 1], [], [30]),
      ([], [], [], [], [2, 2, 2, 2], [1, 2, 3, 4, 2, 4, 6, 8, 3, 6, 9, 12, 4, 8, 12, 16]),
      ([1], [0], [0], [1], [2], [7, 22]),
    ] as [([Int], [Int], [Int], [Int], [Int], [Double])])
  func `dot_general pairs axes`(
    _ leftBatch: [Int], _ rightBatch: [Int], _ left: [Int], _ right: [Int], _ shape: [Int],
    _ expected: [Double]
  ) throws {
    let dot = Operation.dotGeneral(
      DotDimensions(
        leftBatching: leftBatch, rightBatching: rightBatch, leftContracting: left, rightContracting: right))
    let square = TensorValue.floats([1, 2, 3, 4], .f32, [2, 2])
    let result = try dot.on(square, square)
    #expect(result.type.shape == Shape(shape) && result.doubles == expected)
    let integers = TensorValue.integers([1, 2, 3, 4], .i32, [2, 2])
    #expect(try dot.on(integers, integers).integerElements == expected.map { Int64($0) })
  }

  @Test(arguments: [(ScalarType.f32, 0.0), (.f64, 1)])
  func `sums of products are kept in f32, or in f64`(_ scalar: ScalarType, _ expected: Double) throws {
    let dot = Operation.dotGeneral(DotDimensions(leftContracting: [0], rightContracting: [0]))
    let cancelling = TensorValue.floats([0x1p24, 1, -0x1p24], scalar)
    #expect(try dot.on(cancelling, .floats([1, 1, 1], scalar)).doubles == [expected])
    let exact = TensorValue.floats([1 + 0x1p-12, -1], .f32)
    let product = try dot.on(exact, .floats([1 + 0x1p-12, 1 + 0x1p-11], .f32))
    #expect(product.doubles == [0], "the first product is rounded as the sum it is")
  }

  @Test func `products wrap, are "any of both", or are kept in a wider type`() throws {
    let dot = Operation.dotGeneral(DotDimensions(leftContracting: [0], rightContracting: [0]))
    let bytes = TensorValue.integers([100, 100], .i8)
    #expect(try dot.on(bytes, bytes).integerElements == [32])
    #expect(try dot.on(bytes, bytes, as: TensorType(.i32, [])).integerElements == [20000])
    let flags = TensorValue.integers([1, 1], .i1)
    #expect(try dot.on(flags, flags).integerElements == [1])
    let narrow = TensorValue.floats([256, 1], .bf16)
    #expect(try dot.on(narrow, .floats([1, 1], .bf16)).doubles == [256])
    #expect(try dot.on(narrow, .floats([1, 1], .bf16), as: TensorType(.f32, [])).doubles == [257])
    let none = TensorValue.floats([], .f32)
    #expect(try dot.on(none, none).doubles == [0])
  }
}
