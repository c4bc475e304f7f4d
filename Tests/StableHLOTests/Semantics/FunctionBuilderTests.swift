import NormaArrays
import StableHLO
import Testing

private let row = TensorType(.f32, [4])
private let scalar = TensorType(.f32, [])

@Suite struct FunctionBuilderTests {
  @Test func `equal instructions are shared`() throws {
    var builder = FunctionBuilder()
    let x = builder.parameter(row)
    let first = try builder.add(.elementwise(.square), [x])
    let second = try builder.add(.elementwise(.square), [x])
    #expect(first == second)
    #expect(builder.finish(name: "main", results: [first]).body.instructions.count == 1)
  }

  @Test func `the first order of commutative operands is kept`() throws {
    var builder = FunctionBuilder()
    let (x, y) = (builder.parameter(row), builder.parameter(row))
    let sum = try builder.add(.elementwise(.add), [y, x])
    #expect(try builder.add(.elementwise(.add), [x, y]) == sum)
    let difference = try builder.add(.elementwise(.subtract), [y, x])
    #expect(try builder.add(.elementwise(.subtract), [x, y]) != difference)
    let function = builder.finish(name: "main", results: [sum])
    #expect(function.body.instructions[0].operands == [y, x])
  }

  @Test func `constants of one value are one, of -0 and 0 two`() throws {
    var builder = FunctionBuilder()
    let zero = try builder.add(.constant(Literal(scalar, .splat(0))), [])
    #expect(try builder.add(.constant(Literal(scalar, .splat(0))), []) == zero)
    #expect(try builder.add(.constant(Literal(scalar, .splat(0x8000_0000))), []) != zero)
  }

  @Test func `barriers and calls are not shared`() throws {
    var builder = FunctionBuilder()
    let x = builder.parameter(row)
    #expect(try builder.add(.optimizationBarrier, [x]) != builder.add(.optimizationBarrier, [x]))
    let first = try builder.add(.call("f"), [x], resultType: row)
    #expect(try builder.add(.call("f"), [x], resultType: row) != first)
  }

  @Test func `a result that operands do not determine must be stated`() throws {
    var builder = FunctionBuilder()
    let x = builder.parameter(scalar)
    #expect(throws: ConstraintViolation.self) { try builder.add(.broadcastInDim(dimensions: []), [x]) }
    let wide = try builder.add(.broadcastInDim(dimensions: []), [x], resultType: row)
    #expect(builder.type(of: wide) == row)
  }

  @Test func `values of a region are not visible after it`() throws {
    var builder = FunctionBuilder()
    let x = builder.parameter(row)
    let zero = try builder.add(.constant(Literal(scalar, .splat(0))), [])
    var inner = zero
    let region = try builder.region([scalar, scalar]) { builder, parameters throws(ConstraintViolation) in
      inner = try builder.add(.elementwise(.add), parameters)
      return [inner]
    }
    #expect(throws: ConstraintViolation.self) { try builder.add(.elementwise(.square), [inner]) }
    let sum = try builder.add(.reduce(.region(region), dimensions: [0]), [x, zero])
    try Module(functions: [builder.finish(name: "main", results: [sum])]).verify()
  }

  @Test func `what is shared in a region stays in it`() throws {
    var builder = FunctionBuilder()
    let x = builder.parameter(scalar)
    _ = try builder.region([]) { builder, _ throws(ConstraintViolation) in
      [try builder.add(.elementwise(.square), [x])]
    }
    let outside = try builder.add(.elementwise(.square), [x])
    let function = builder.finish(name: "main", results: [outside])
    #expect(function.body.instructions.count == 1)
    try Module(functions: [function]).verify()
  }
}
