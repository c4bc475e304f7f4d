import NormaArrays
import NormaTracing
import StableHLO
import Testing

@Suite struct TracingErrorTests {
  let matrix = TensorType(.f32, [8, 512])

  @Test func `shapes that do not fit are named with the operator`() throws {
    let expected: UInt = #line + 1  // Inside a macro, `#line` is the line of the macro.
    let error = try #require(throws: TracingError.self) {
      try trace(TensorType(.f32, [8, 512]), TensorType(.f32, [384])) { x, y in x * y }
    }
    #expect(
      error.message
        == "`*` needs shapes whose axes, aligned at the end, are equal or one, but received f32[8, 512] and f32[384]. Reshape or broadcast one of them."
    )
    #expect(error.description.hasPrefix("NormaTracingTests/TracingErrorTests.swift:\(expected): "))
  }

  @Test func `element types are not converted silently`() throws {
    let error = try #require(throws: TracingError.self) {
      try trace(TensorType(.f32, [4]), TensorType(.bf16, [4])) { x, y in x + y }
    }
    #expect(
      error.message
        == "`+` needs one element type, but received f32[4] and bf16[4]. Convert one with `converted(to:)`.")
  }

  @Test func `a method reports its own line, and only the first misuse counts`() throws {
    let expected: UInt = #line + 2
    let error = try failure(matrix) { x in
      x.reshaped(to: [3, 5]).matmul(x).sum(over: [7])
    }
    #expect(error.source == SourceLine(file: "NormaTracingTests/TracingErrorTests.swift", line: expected))
    #expect(
      error.message
        == "`reshaped(to: [3, 5])` makes 15 elements, but received f32[8, 512] of 4096. Pick extents with that product."
    )
  }

  @Test(arguments: [Axes.last(3), [0, 0], [2], [-3]])
  func `axes must exist, once`(axes: Axes) throws {
    let error = try failure(matrix) { $0.mean(over: axes) }
    #expect(
      error.message == "`mean(over: \(axes))` needs distinct axes of its tensor, but received f32[8, 512].")
  }

  @Test func `a number must be a value of an integer type`() throws {
    let error = try failure(TensorType(.i32, [4])) { $0 * 2.5 }
    #expect(error.message == "2.5 is no value of i32. Convert the tensor, or use another number.")
  }

  @Test func `integers have no mean`() throws {
    let error = try failure(TensorType(.i32, [4])) { $0.mean(over: .last) }
    #expect(
      error.message
        == "`mean` needs floating-point elements, but received i32[4]. Convert it with `converted(to: .f32)`."
    )
  }

  @Test func `tensors of two traces do not mix`() throws {
    var stray: Tensor?
    _ = try trace(matrix) { x in
      stray = x
      return x
    }
    let other = try #require(stray)
    let error = try failure(matrix) { $0 + other }
    #expect(
      error.message == "An operation joins tensors of two traces. Pass both as inputs of one `trace`.")
    #expect(throws: TracingError.self) { try trace(matrix) { _ in other } }
  }

  @Test func `the specification's constraints are the last guard`() throws {
    let error = try failure(TensorType(.i1, [4])) { $0.exp() }
    guard case .constraint = error.reason else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func `an error of the closure passes through`() throws {
    struct Refusal: Error {}
    let error = try #require(throws: TracingError.self) {
      try trace(matrix) { _ -> Tensor in throw Refusal() }
    }
    guard case .body(let cause) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(cause is Refusal)
  }
}
