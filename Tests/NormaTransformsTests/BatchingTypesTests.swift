import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// Batches of integers, truth values and halves, and batches without elements.
@Suite struct BatchingTypesTests {
  /// A piece of math on tensors of a type.
  struct Typed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let types: [TensorType]
    let body: @Sendable ([Tensor]) -> Tensor

    init(_ name: String, _ types: TensorType..., body: @escaping @Sendable ([Tensor]) -> Tensor) {
      (testDescription, self.types, self.body) = (name, types, body)
    }
  }

  private static let integers = TensorType(.i32, [2, 3])
  private static let truths = TensorType(.i1, [2, 3])

  private static func apply(_ operation: Operation, _ operands: [Tensor], _ type: TensorType) -> Tensor {
    Tensor.recorded(operation, on: operands, type: type)
  }

  /// A reduction over the last axis that starts from an operand.
  private static func reduction(_ elementwise: Elementwise, _ scalar: ScalarType) -> Typed {
    Typed("\(elementwise.rawValue) of \(scalar)", TensorType(scalar, [2, 3]), TensorType(scalar, [])) { x in
      apply(.reduce(.named(elementwise), dimensions: [1]), x, TensorType(scalar, [2]))
    }
  }

  static let math: [Typed] =
    [Elementwise.add, .subtract, .multiply, .divide, .remainder, .maximum, .minimum, .power, .and, .or, .xor]
    .map {
      operation in
      Typed(operation.rawValue, integers, integers) { apply(.elementwise(operation), $0, integers) }
    } + [
      Typed("not", integers) { apply(.elementwise(.not), $0, integers) },
      Typed("not of truths", truths) { apply(.elementwise(.not), $0, truths) },
      Typed("and of truths", truths, truths) { apply(.elementwise(.and), $0, truths) },
      Typed("compare", integers, integers) { $0[0] .< $0[1] },
      Typed("select", truths, integers, integers) { x in apply(.select, x, integers) },
      Typed("select by one truth", TensorType(.i1, []), integers, integers) { x in apply(.select, x, integers)
      },
      Typed("convert", integers) { $0[0].converted(to: .i1).converted(to: .bf16) },
      Typed("bitcast", TensorType(.f32, [3])) { apply(.bitcastConvert, $0, TensorType(.i32, [3])) },
      Typed("product", integers, TensorType(.i32, [3, 2])) { $0[0].matmul($0[1]) },
      Typed("halves", TensorType(.f16, [2, 3]), TensorType(.f16, [3])) {
        ($0[0] * $0[1]).variance(over: .last)
      },
      Typed("bf16", TensorType(.bf16, [3])) { $0[0].exp().sum(over: .all) },
      reduction(.add, .i32), reduction(.multiply, .i32), reduction(.maximum, .i32), reduction(.minimum, .ui8),
      reduction(.and, .i1), reduction(.or, .i1), reduction(.xor, .i1), reduction(.maximum, .f16),
    ]

  /// Small numbers of a type, zeros and for signed integers negative ones among them but no zero divisors.
  private func values(_ type: TensorType, seed: Int) -> NDArray {
    let numbers = (0..<type.elementCount).map { (place: Int) -> Double in
      let mixed = ((place + 1) * 61 + seed * 37) % 7
      return type.scalar == .i1
        ? Double(mixed % 2) : Double(mixed + 1) * (mixed == 3 && type.scalar == .i32 ? -1 : 1)
    }
    return NDArray(numbers, shape: type.shape).converted(to: type.scalar)
  }

  /// The elements of the result, exactly.
  private func result(_ module: Module, _ inputs: [NDArray]) throws -> [Double] {
    try Interpreter(module).run("main", inputs)[0].converted(to: .f64).elements(as: Double.self)
  }

  @Test(arguments: math)
  func `a batch of any type gives what a loop gives, to the bit`(math: Typed) throws {
    let program = try trace(math.types) { x in math.body(x) }
    for pattern in 1..<(1 << math.types.count) {
      let axes = math.types.indices.map { pattern >> $0 & 1 == 1 ? math.types[$0].rank : nil }
      let batched = try program.vmapped(4, axes: axes)
      try batched.verify()
      let types = try #require(batched.function(named: "main")).parameterTypes
      let inputs = types.enumerated().map { values($1, seed: $0) }
      let expected = try (0..<4).flatMap { place in
        try result(
          program,
          zip(inputs, axes).map { input, axis in
            axis.map { input.element(place, of: $0) } ?? input
          })
      }
      #expect(try result(batched, inputs) == expected, "\(axes)")
    }
  }

  @Test(arguments: math)
  func `a batch of nothing is nothing`(math: Typed) throws {
    let program = try trace(math.types) { x in math.body(x) }
    let batched = try program.vmapped(0, axes: math.types.map { _ in 0 })
    try batched.verify()
    let main = try #require(batched.function(named: "main"))
    let inputs = main.parameterTypes.map { NDArray(zeros: $0.scalar, shape: $0.shape) }
    #expect(try Interpreter(batched).run("main", inputs)[0].shape.dimensions.first == 0)
  }

  @Test func `an axis without elements has the neutral sum in each element of a batch, and no gradient`()
    throws
  {
    let type = TensorType(.f64, [3, 0])
    let program = try trace(type) { x in x.square().sum(over: [1]).sum(over: .all) }
    let batched = try program.vmapped(2, axes: [0])
    let empty = NDArray(zeros: .f64, shape: [2, 3, 0])
    #expect(try run(batched, [empty]) == [0, 0])
    let gradient = try program.gradient()
    #expect(try Interpreter(gradient).run("main", [empty[0..<1].reshaped(to: [3, 0])])[0].shape == [3, 0])
  }

  @Test func `a loop is refused by name and line`() throws {
    let program = try Module(
      parsing: """
        func.func public @main(%x: tensor<f64>) -> tensor<f64> {
          %n = stablehlo.constant dense<4.0> : tensor<f64>
          %r = stablehlo.while(%i = %x) : tensor<f64>
            cond {
            %p = stablehlo.compare LT, %i, %n, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
            stablehlo.return %p : tensor<i1>
          } do {
            %d = stablehlo.add %i, %n : tensor<f64>
            stablehlo.return %d : tensor<f64>
          }
          return %r : tensor<f64>
        }
        """)
    let slope = try #require(throws: TransformError.self) { try program.gradient() }
    #expect(
      slope.description
        == "3:3: `while` with its own region or effect cannot be transformed. Take it out of the program, or write a reduction of one named operation."
    )
    let batch = try #require(throws: TransformError.self) { try program.vmapped(2, axes: [0]) }
    #expect(
      batch.description
        == "3:3: `vmapped` has no rule for a `while` that has its own region or effect. Take it out of the program, or keep that operand unbatched."
    )
  }

  @Test func `a slice that starts at batched indices is refused by name`() throws {
    let program = try trace(TensorType(.f64, [5]), TensorType(.i32, [])) { x, start in
      Tensor.recorded(.dynamicSlice(sizes: [2]), on: [x, start], type: TensorType(.f64, [2]))
    }
    let error = try #require(throws: TransformError.self) { try program.vmapped(3, axes: [nil, 0]) }
    #expect(
      error.description
        == "`vmapped` has no rule for a `dynamic_slice` that starts at batched indices. Take it out of the program, or keep that operand unbatched."
    )
  }
}

extension NDArray {
  /// One element of a batch along an axis.
  fileprivate func element(_ place: Int, of axis: Int) -> NDArray {
    var extents = shape.dimensions
    extents.remove(at: axis)
    return sliced(axis: axis, place..<place + 1).contiguous().reshaped(to: Shape(extents))
  }
}
