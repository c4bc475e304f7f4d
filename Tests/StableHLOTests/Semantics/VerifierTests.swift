import NormaArrays
import StableHLO
import Testing

private let row = TensorType(.f32, [4])
private let scalar = TensorType(.f32, [])
private let truth = TensorType(.i1, [])

/// A function that takes one row and runs the given instructions.
private func function(
  _ name: String = "main", types: [TensorType], _ instructions: [Instruction], results: [Int] = [0]
) -> Function {
  let body = Region(
    parameters: [Value(0)], instructions: instructions, results: results.map { Value($0) })
  return Function(name: name, types: types, body: body)
}

private func step(_ operation: Operation, _ operands: [Int], _ results: [Int]) -> Instruction {
  Instruction(
    operation, operands: operands.map { Value($0) }, results: results.map { Value($0) },
    position: SourcePosition(line: 3, column: 5))
}

private func message(_ functions: Function...) -> String? {
  do {
    try Module(functions: functions).verify()
    return nil
  } catch {
    return error.description
  }
}

private func region(_ parameters: [Int], _ instructions: [Instruction] = [], _ results: [Int]) -> Region {
  Region(
    parameters: parameters.map { Value($0) }, instructions: instructions,
    results: results.map { Value($0) })
}

@Suite struct VerifierTests {
  @Test func `a violated constraint is told with place, function, operation and label`() {
    let reduce = step(.reduce(.named(.add), dimensions: [3]), [0, 1], [2])
    let zero = step(.constant(Literal(scalar, .splat(0))), [], [1])
    #expect(
      message(function(types: [row, scalar, scalar], [zero, reduce]))
        == "3:5: @main: reduce (C4): axis 3 is outside rank 1")
  }

  @Test func `a value is read only after it is defined`() {
    let steps = [step(.elementwise(.square), [2], [1]), step(.elementwise(.square), [0], [2])]
    #expect(
      message(function(types: [row, row, row], steps))
        == "3:5: @main: square (value): value 2 is read where it is not defined")
    #expect(
      message(function(types: [row, row], [], results: [1]))
        == "@main: (value): value 1 is read where it is not defined")
  }

  @Test func `a value is defined once and has a type`() {
    let square = step(.elementwise(.square), [0], [0])
    #expect(
      message(function(types: [row], [square])) == "3:5: @main: square (value): value 0 is defined twice")
    let untyped = step(.elementwise(.square), [0], [7])
    #expect(message(function(types: [row], [untyped])) == "3:5: @main: square (value): value 7 has no type")
    let unknown = step(.elementwise(.square), [9], [1])
    #expect(
      message(function(types: [row, row], [unknown]))
        == "3:5: @main: square (value): value 9 is read where it is not defined")
    #expect(message(function(types: [row], [], results: [5])) == "@main: (value): value 5 has no type")
  }

  @Test func `a region's values end with it`() {
    let body = region([2, 3], [step(.elementwise(.add), [2, 3], [4])], [4])
    let steps = [
      step(.constant(Literal(scalar, .splat(0))), [], [1]),
      step(.reduce(.region(body), dimensions: [0]), [0, 1], [5]),
      step(.elementwise(.square), [4], [6]),
    ]
    #expect(
      message(function(types: [row, scalar, scalar, scalar, scalar, scalar, scalar], steps))
        == "3:5: @main: square (value): value 4 is read where it is not defined")
    #expect(
      message(function(types: [row, scalar, scalar, scalar, scalar, scalar], Array(steps.prefix(2)))) == nil)
  }

  @Test func `the regions of while map what they must`() {
    let condition = region([1], [step(.constant(Literal(truth, .splat(0))), [], [2])], [2])
    let identity = region([3], [], [3])
    let types = [row, row, truth, row, row]
    let sound = step(.while(condition: condition, body: identity), [0], [4])
    #expect(message(function(types: types, [sound])) == nil)
    let untrue = step(.while(condition: region([1], [], [1]), body: identity), [0], [4])
    #expect(
      message(function(types: types, [untrue]))
        == "3:5: @main: while (C1): the condition must map (tensor<4xf32>) to (tensor<i1>), not (tensor<4xf32>) to (tensor<4xf32>)"
    )
    let swallowing = step(.while(condition: condition, body: region([3], [], [])), [0], [4])
    #expect(
      message(function(types: types, [swallowing]))
        == "3:5: @main: while (C2): the body must map (tensor<4xf32>) to (tensor<4xf32>), not (tensor<4xf32>) to ()"
    )
    let changing = step(.while(condition: condition, body: identity), [0], [4])
    #expect(
      message(function(types: [row, row, truth, row, scalar], [changing]))
        == "3:5: @main: while (C3): the result must have type tensor<4xf32>, not tensor<f32>")
  }

  @Test func `the region of reduce maps scalars to scalars`() {
    let body = region([2, 3], [], [0])
    let steps = [
      step(.constant(Literal(scalar, .splat(0))), [], [1]),
      step(.reduce(.region(body), dimensions: [0]), [0, 1], [4]),
    ]
    #expect(
      message(function(types: [row, scalar, scalar, scalar, scalar], steps))
        == "3:5: @main: reduce (C6): the body must map (tensor<f32>, tensor<f32>) to (tensor<f32>), not (tensor<f32>, tensor<f32>) to (tensor<4xf32>)"
    )
  }

  @Test func `calls meet a function of their signature`() {
    let call = function(types: [row, row], [step(.call("f"), [0], [1])])
    #expect(message(call) == "3:5: @main: call (call): there is no function @f")
    #expect(message(call, function("f", types: [row], [])) == nil)
    #expect(
      message(call, function("f", types: [scalar], []))
        == "3:5: @main: call (call): @f takes [tensor<f32>], not [tensor<4xf32>]")
    #expect(
      message(call, function("f", types: [row], [], results: [0, 0]))
        == "3:5: @main: call (call): @f gives [tensor<4xf32>, tensor<4xf32>], not [tensor<4xf32>]")
  }

  @Test func `recursion is refused, direct or not`() {
    let (f, g) = (
      function("f", types: [row, row], [step(.call("g"), [0], [1])]),
      function("g", types: [row, row], [step(.call("f"), [0], [1])])
    )
    let refusal = "@f: (call): calls itself, or calls are nested deeper than 64; recursion is not supported"
    #expect(message(f, g) == refusal)
    #expect(message(function("f", types: [row, row], [step(.call("f"), [0], [1])])) == refusal)
  }

  @Test func `chains of calls and nested regions are bounded, so that no program exhausts the stack`() throws
  {
    let chain = (0..<70).map { function("f\($0)", types: [row, row], [step(.call("f\($0 + 1)"), [0], [1])]) }
    #expect(throws: VerificationError.self) {
      try Module(functions: chain + [function("f70", types: [row], [])]).verify()
    }
    var nested = region([], [], [0])
    for _ in 0..<70 {
      nested = region([], [step(.reduce(.region(nested), dimensions: []), [], [])], [])
    }
    let deep = function(types: [row], [step(.reduce(.region(nested), dimensions: []), [], [])])
    #expect(message(deep) == "3:5: @main: reduce (region): regions are nested deeper than 64")
  }

  @Test func `a module's functions have different names, and types that can be counted`() {
    #expect(
      message(function(types: [row], []), function(types: [row], []))
        == "@main: (symbol): two functions have this name")
    let huge = TensorType(.f32, [1 << 40, 1 << 40])
    #expect(
      message(function(types: [row, huge], []))
        == "@main: (size): \(huge) has more elements than can be counted")
  }

  @Test func `attribute lists match parameters and results`() {
    var odd = function(types: [row], [])
    odd.parameterAttributes = []
    #expect(
      message(odd) == "@main: (attributes): there must be one attribute list for each parameter and result")
  }
}
