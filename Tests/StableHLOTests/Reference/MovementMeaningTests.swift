import NormaArrays
import StableHLO
import Testing

private let grid = TensorValue.integers([1, 2, 3, 4, 5, 6], .i32, [2, 3])
private let zero = TensorValue.integers([0], .i32, [])

private func index(_ value: Int64, _ scalar: ScalarType = .i64) -> TensorValue {
  .integers([value], scalar, [])
}

@Suite struct MovementMeaningTests {
  @Test func `iota counts along its axis, and wraps in narrow types`() throws {
    let rows = try Operation.iota(dimension: 0).on(as: TensorType(.i32, [3, 2]))
    #expect(rows.integerElements == [0, 0, 1, 1, 2, 2])
    let columns = try Operation.iota(dimension: 1).on(as: TensorType(.f32, [2, 3]))
    #expect(columns.doubles == [0, 1, 2, 0, 1, 2])
    let narrow = try Operation.iota(dimension: 0).on(as: TensorType(.bf16, [258]))
    #expect(narrow.doubles[257] == 256)
  }

  @Test func `broadcast_in_dim places axes and repeats along the others`() throws {
    let row = TensorValue.integers([1, 2, 3], .i32, [1, 3])
    let result = try Operation.broadcastInDim(dimensions: [2, 1]).on(row, as: TensorType(.i32, [2, 3, 2]))
    #expect(result.integerElements == [1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3])
    let none = try Operation.broadcastInDim(dimensions: []).on(zero, as: TensorType(.i32, [0, 2]))
    #expect(none.integerElements.isEmpty)
    let empty = TensorValue.integers([], .i32, [0])
    #expect(
      try Operation.broadcastInDim(dimensions: [0]).on(empty, as: TensorType(.i32, [0])).integerElements == []
    )
  }

  @Test func `transpose reorders axes`() throws {
    #expect(try Operation.transpose(permutation: [1, 0]).on(grid).integerElements == [1, 4, 2, 5, 3, 6])
    let cube = TensorValue.integers(Array(0..<12), .i32, [2, 3, 2])
    let turned = try Operation.transpose(permutation: [2, 1, 0]).on(cube)
    #expect(turned.integerElements == [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11])
  }

  @Test func `reshape keeps the order of elements`() throws {
    #expect(
      try Operation.reshape.on(grid, as: TensorType(.i32, [3, 2])).integerElements == grid.integerElements)
  }

  @Test func `slice takes from start to limit in strides`() throws {
    let operand = TensorValue.integers([0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1], .i64, [3, 4])
    let slice = Operation.slice(start: [1, 2], limit: [3, 4], strides: [1, 1])
    #expect(try slice.on(operand).integerElements == [0, 0, 1, 1])
    let strided = Operation.slice(start: [0, 1], limit: [2, 3], strides: [Int.max, 2])
    #expect(try strided.on(grid).integerElements == [2])
  }

  @Test(
    arguments: [(0, 0, [1, 2]), (1, 1, [5, 6]), (9, -7, [4, 5]), (-1, 2, [2, 3])] as [(Int64, Int64, [Int64])]
  )
  func `dynamic_slice moves its start inside`(_ row: Int64, _ column: Int64, _ expected: [Int64]) throws {
    let result = try Operation.dynamicSlice(sizes: [1, 2]).on(grid, index(row), index(column))
    #expect(result.integerElements == expected)
  }

  @Test func `a start index beyond Int64 is a large one, not a negative one`() throws {
    let result = try Operation.dynamicSlice(sizes: [1, 1]).on(grid, index(-1, .ui64), index(0, .ui64))
    #expect(result.integerElements == [4])
  }

  @Test func `dynamic_update_slice writes a block whose start is moved inside`() throws {
    let update = TensorValue.integers([8, 9], .i32, [1, 2])
    let result = try Operation.dynamicUpdateSlice.on(grid, update, index(1), index(7))
    #expect(result.integerElements == [1, 2, 3, 4, 8, 9])
  }

  @Test(
    arguments: [
      (
        [0, 1], [2, 1], [1, 2],
        [0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 5, 0, 0, 6, 0]
          + Array(repeating: 0, count: 18)
      ),
      ([-1, -1], [0, 0], [0, 0], [5, 6]),
      ([0, -1], [0, -1], [0, 1], [0, 2, 0, 0, 5, 0]),
      ([0, -2], [0, 0], [0, 1], [2, 0, 3, 5, 0, 6]),
      ([-2, 3], [2, 0], [0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      ([0, -3], [0, 0], [0, 0], []),
      ([0, 1], [0, -2], [0, 0], [0, 1, 0, 4]),
    ] as [([Int], [Int], [Int], [Int64])])
  func `pad adds around and between, and cuts where it is negative`(
    _ low: [Int], _ high: [Int], _ interior: [Int], _ expected: [Int64]
  ) throws {
    let result = try Operation.pad(low: low, high: high, interior: interior).on(grid, zero)
    #expect(result.integerElements == expected)
  }

  @Test func `concatenate puts parts one after the other`() throws {
    let column = TensorValue.integers([8, 9], .i32, [2, 1])
    let none = TensorValue.integers([], .i32, [2, 0])
    let result = try Operation.concatenate(dimension: 1).on(column, none, grid)
    #expect(result.integerElements == [8, 1, 2, 3, 9, 4, 5, 6])
  }

  @Test func `select and clamp take scalars for all elements`() throws {
    let x = TensorValue.floats([1, .nan, 3])
    let y = TensorValue.floats([4, 5, 6])
    let mask = TensorValue.integers([1, 0, 0], .i1)
    #expect(try Operation.select.on(mask, x, y).doubles == [1, 5, 6])
    #expect(try Operation.select.on(.integers([0], .i1, []), x, y).doubles == [4, 5, 6])
    let clamped = try Operation.clamp.on(.floats([2], .f32, []), x, .floats([2.5], .f32, []))
    #expect(same(clamped.doubles, [2, .nan, 2.5]))
    let bytes = TensorValue.integers([1, 200, 100], .ui8)
    let held = try Operation.clamp.on(.integers([50], .ui8, []), bytes, .integers([150, 150, 60], .ui8))
    #expect(held.integerElements == [50, 150, 60])
  }

  @Test(
    arguments: [
      (.equal, [0, 1, 0, 0]), (.notEqual, [1, 0, 1, 1]), (.less, [1, 0, 0, 0]), (.lessOrEqual, [1, 1, 0, 0]),
      (.greater, [0, 0, 1, 0]), (.greaterOrEqual, [0, 1, 1, 0]),
    ] as [(ComparisonDirection, [Int64])])
  func `compare sees NaN as unequal to all`(_ direction: ComparisonDirection, _ expected: [Int64]) throws {
    let (x, y) = (TensorValue.floats([1, 0, 3, .nan]), TensorValue.floats([2, -0.0, 2, .nan]))
    #expect(try Operation.compare(direction, .float).on(x, y).integerElements == expected)
    #expect(try Operation.compare(direction, nil).on(x, y).integerElements == expected)
  }

  @Test func `the total order runs from -NaN through -0 and 0 to NaN`() throws {
    let ascending = TensorValue.floats([-.nan, -.infinity, -1, -0.0, 0, 1, .infinity, .nan])
    let (lower, upper) = (
      Operation.slice(start: [0], limit: [7], strides: [1]),
      Operation.slice(start: [1], limit: [8], strides: [1])
    )
    let less = Operation.compare(.less, .totalOrder)
    #expect(
      try less.on(lower.on(ascending), upper.on(ascending)).integerElements == Array(repeating: 1, count: 7))
    #expect(
      try Operation.compare(.equal, .totalOrder).on(ascending, ascending).integerElements
        == Array(repeating: 1, count: 8))
  }

  @Test func `unsigned integers compare as such`() throws {
    let (x, y) = (TensorValue.integers([-1], .ui64), TensorValue.integers([1], .ui64))
    #expect(try Operation.compare(.greater, .unsigned).on(x, y).integerElements == [1])
    let (a, b) = (TensorValue.integers([-1], .i64), TensorValue.integers([1], .i64))
    #expect(try Operation.compare(.greater, nil).on(a, b).integerElements == [0])
  }

  @Test func `a tensor larger than memory is an error`() {
    let huge = TensorType(.f32, [1 << 50])
    let error = #expect(throws: InterpreterError.self) {
      try Operation.broadcastInDim(dimensions: []).on(.floats([1], .f32, []), as: huge)
    }
    #expect(error?.description == "tensor<1125899906842624xf32> does not fit into this machine's memory")
  }
}
