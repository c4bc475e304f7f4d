import NormaArrays
import NormaTracing
import NormaTransforms
import StableHLO
import Testing

/// `gradient` and `vmap` of closures, inside a trace.
@Suite struct ClosureTests {
  private let vector = TensorType(.f64, [3])
  private let x = NDArray([0.5, -1, 2], shape: [3])

  @Test func `what a closure captures counts as constant, though it is the argument itself`() throws {
    let program = try trace(vector) { x in gradient(at: x) { y in (x * y).sum(over: .all) } }
    #expect(try run(program, [x]) == [0.5, -1, 2])
  }

  @Test func `equal math outside and inside a closure is not taken for the same`() throws {
    let program = try trace(vector) { x in
      let outside = x * x
      return gradient(at: x) { y in (y * y * outside).sum(over: .all) }
    }
    #expect(try run(program, [x]) == [0.5, -1, 2].map { 2 * $0 * $0 * $0 })
  }

  @Test func `a gradient of several arguments has their forms`() throws {
    let program = try trace(vector, vector) { x, y in
      let (value, (slope, slopes)) = valueAndGradient(at: x, [x, y]) { x, pair in
        (x * pair[0] * pair[1]).sum(over: .all)
      }
      return [value, slope] + slopes
    }
    let y = NDArray([3.0, 5, 7], shape: [3])
    let results = try Interpreter(program).run("main", [x, y]).map { $0.elements(as: Double.self) }
    #expect(results == [[0.75 + 5 + 28], [1.5, -5, 14], [1.5, -5, 14], [0.25, 1, 4]])
  }

  @Test func `a batch leaves what is captured or has no axis to all elements`() throws {
    let matrix = TensorType(.f64, [3, 2])
    let program = try trace(matrix, vector) { x, y in
      vmap(over: x, y, axes: [1, nil]) { column, y in [column * y, y.sum(over: .all) + x.sum(over: .all)] }
    }
    let data = NDArray([1.0, 2, 3, 4, 5, 6], shape: [3, 2])
    let results = try Interpreter(program).run("main", [data, x])
    #expect(results.map(\.shape) == [[2, 3], [2]])
    #expect(results[0].elements(as: Double.self) == [0.5, -3, 10, 1, -4, 12])
    #expect(results[1].elements(as: Double.self) == [22.5, 22.5])
  }

  @Test func `transformations nest in any order`() throws {
    let cube = { (x: Tensor) in (x * x * x).sum(over: .all) }
    let slopes = { (x: Tensor) in gradient(of: { gradient(of: cube)($0).sum(over: .all) })(x) }
    #expect(try run(trace(vector) { x in slopes(x) }, [x]) == [3, -6, 12])
    #expect(try run(trace(vector) { x in vmap(gradient(of: cube))(x) }, [x]) == [0.75, 3, 12])
    let batched = try trace(vector) { x in gradient(at: x) { x in vmap(cube)(x).square().sum(over: .all) } }
    #expect(try run(batched, [x]) == [0.1875, -6, 192])
  }

  @Test func `a gradient at a tensor from further out sees the batch it stands in`() throws {
    let program = try trace(vector, vector) { x, weight in
      vmap(over: x) { element in
        gradient(at: weight) { weight in (element * weight * weight).sum(over: .all) }
      }
    }
    let weight = NDArray([1.0, 2, 3], shape: [3])
    let expected = [0.5, -1, 2].flatMap { element in [1.0, 2, 3].map { 2 * element * $0 } }
    #expect(try run(program, [x, weight]) == expected)
  }

  @Test func `a function of two batches takes an axis for each`() throws {
    let program = try trace(TensorType(.f64, [2, 3]), vector) { x, y in
      vmap({ x, y in (x * y).sum(over: .all) }, axes: (0, nil))(x, y)
    }
    #expect(try run(program, [NDArray([1.0, 2, 3, 4, 5, 6], shape: [2, 3]), x]) == [4.5, 9])
  }

  @Test func `without a tensor there is no batch, and the closure is called`() throws {
    let program = try trace(vector) { x in vmap(over: [Tensor]()) { $0 + [x] } }
    #expect(try run(program, [x]) == [0.5, -1, 2])
  }

  // MARK: - Misuse

  private func message(_ body: (Tensor) -> Tensor) throws -> String {
    try #require(throws: TracingError.self) { try trace(TensorType(.f64, [3]), body: body) }.message
  }

  @Test func `misuse is thrown by the trace`() throws {
    #expect(
      try message { x in vmap(over: x, x.sum(over: .all)) { $0 * $1 } }
        == "`vmap` needs for each argument an axis within its rank or nil, one axis at least, and one extent along all of them, but received the axes [0, 0] for f64[3], f64[]."
    )
    #expect(
      try message { x in gradient(at: x) { $0 * 2 } }
        == "`gradient` needs one floating-point scalar, but @closure returns f64[3]. Sum the result, or return one scalar."
    )
    #expect(
      try message { x in gradient(at: x) { $0.reshaped(to: [2]).sum(over: .all) } }
        == "`reshaped(to: [2])` makes 2 elements, but received f64[3] of 3. Pick extents with that product.")
    #expect(
      try message { x in vmap(gradient(of: { $0.exp().mean(over: [4]) }))(x) }
        == "`mean(over: [4])` needs distinct axes of its tensor, but received f64[].")
  }

  @Test func `a tensor may not leave its closure but as its result`() throws {
    let text = try message { x in
      var stray = x
      let slope = gradient(at: x) { y in
        stray = y * 2
        return stray.sum(over: .all)
      }
      return slope + stray
    }
    #expect(
      text
        == "A tensor made inside a `vmap` or `gradient` closure is used after the closure has ended. Return it from the closure."
    )
    let other = try message { x in
      var stray = x
      _ = vmap(over: x) { y in
        stray = y
        return y
      }
      return stray
    }
    #expect(other == "`main` returns a tensor of another trace. Return tensors computed from its inputs.")
  }

  @Test func `a trace inside a closure is a program of its own`() throws {
    let text = try message { x in
      vmap(over: x) { y in
        let inner = try? trace(TensorType(.f64, [])) { z in z * y }
        y.require(inner != nil, "the inner trace may not read the outer one")
        return y
      }
    }
    #expect(text == "the inner trace may not read the outer one")
  }
}
