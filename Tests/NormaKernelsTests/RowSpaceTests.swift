import NormaArrays
import Testing

@testable import NormaKernels

@Suite struct RowSpaceTests {
  @Test func `a width is fixed once and must divide the elements`() {
    var space = RowSpace(elementCount: 24)
    #expect(!space.fix(RowSplit(width: 5)) && !space.fix(RowSplit(width: 0)) && space.rows == nil)
    #expect(!space.fix(RowSplit(width: 6, interleave: 5)) && !space.fix(RowSplit(width: 6, interleave: 0)))
    #expect(space.fix(RowSplit(width: 6)) && space.rows == 4)
    #expect(space.fix(RowSplit(width: 6)) && !space.fix(RowSplit(width: 4)) && space.width == 6)
    let isFixedAnew = space.fix(RowSplit(width: 6, interleave: 2))
    #expect(!isFixedAnew)
  }

  @Test func `a broadcast's operand is the rows, the columns, one value or all`() {
    func layout(_ operand: Shape, _ dimensions: [Int], of result: Shape = [4, 2, 3]) -> Layout? {
      var space = RowSpace(elementCount: result.elementCount)
      return space.operandLayout(
        operand: operand, result: result, dimensions: dimensions, resultLayout: .element)
    }
    #expect(layout([], []) == .scalar)
    #expect(layout([1, 1], [0, 2]) == .scalar)
    #expect(layout([4], [0]) == .row)
    #expect(layout([4, 2, 1], [0, 1, 2]) == .row)
    #expect(layout([3], [2]) == .column)
    #expect(layout([1, 2, 3], [0, 1, 2]) == .column)
    #expect(layout([4, 2, 3], [0, 1, 2]) == .element)
    // A middle axis has columns, all others have rows side by side; a transposing broadcast moves elements.
    #expect(layout([2], [1]) == .column)
    #expect(layout([4, 3], [0, 2]) == .row)
    #expect(layout([3, 2], [2, 1]) == nil)
    #expect(layout([4, 3], [0, 2], of: [4, 2, 3, 5]) == nil)
    // Axes of extent 1 move nothing.
    #expect(layout([4], [1], of: [1, 4, 1, 3]) == .row)
    #expect(layout([1, 4], [3, 1], of: [1, 4, 1, 3]) == .row)
  }

  @Test func `rows and columns of one broadcast cannot disagree`() {
    var space = RowSpace(elementCount: 24)
    #expect(
      space.operandLayout(operand: [3], result: [4, 2, 3], dimensions: [2], resultLayout: .element) == .column
    )
    #expect(
      space.operandLayout(operand: [4], result: [4, 2, 3], dimensions: [0], resultLayout: .element) == nil)
    #expect(
      space.operandLayout(operand: [4, 2], result: [4, 2, 3], dimensions: [0, 1], resultLayout: .element)
        == .row)
  }

  @Test func `axes of a shape are a row, rows side by side, or neither`() {
    let shape: Shape = [4, 1, 2, 3, 5]
    #expect(RowSplit(shape, along: [4]) == RowSplit(width: 5))
    #expect(RowSplit(shape, along: [2, 3]) == RowSplit(width: 6, interleave: 5))
    #expect(RowSplit(shape, along: [0, 1, 2]) == RowSplit(width: 8, interleave: 15))
    #expect(RowSplit(shape, along: [1]) == RowSplit(width: 1))
    #expect(RowSplit(shape, along: [2, 4]) == nil && RowSplit(shape, along: [0, 3]) == nil)
  }

  @Test func `rows side by side take broadcasts of their own columns and rows only`() {
    var space = RowSpace(elementCount: 24)
    let isFixed = space.fix(RowSplit(width: 2, interleave: 3))
    #expect(isFixed)
    func layout(_ operand: Shape, _ dimensions: [Int]) -> Layout? {
      space.operandLayout(
        operand: operand, result: [4, 2, 3], dimensions: dimensions, resultLayout: .element)
    }
    #expect(layout([2], [1]) == .column && layout([4, 3], [0, 2]) == .row && layout([], []) == .scalar)
    #expect(layout([4], [0]) == nil && layout([3], [2]) == nil && layout([2, 3], [1, 2]) == nil)
  }

  @Test func `with one row or one column layouts mean the same`() {
    var row = RowSpace(elementCount: 5)
    #expect(
      row.fix(RowSplit(width: 5)) && row.same(as: .scalar) == [.row] && row.same(as: .element) == [.column])
    var column = RowSpace(elementCount: 5)
    #expect(
      column.fix(RowSplit(width: 1)) && column.same(as: .scalar) == [.column]
        && column.same(as: .row) == [.element])
    #expect(RowSpace(elementCount: 5).same(as: .row).isEmpty)
  }

  @Test func `an empty space takes only what is empty`() {
    var space = RowSpace(elementCount: 0)
    #expect(space.layouts(ofCount: 0) == [.element] && space.layouts(ofCount: 1).isEmpty)
    #expect(space.fix(RowSplit(width: 5)) && space.rows == 0 && space.layouts(ofCount: 5).isEmpty)
    #expect(RowSpace(elementCount: 1).layouts(ofCount: 1) == [.element, .scalar])
  }
}
