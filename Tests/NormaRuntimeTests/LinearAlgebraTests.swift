import Testing

@testable import NormaRuntime

@Suite struct LinearAlgebraTests {
  @Test func `NORMA_BLAS can ask for none, and a wrong one is left alone`() {
    var settings = HostSettings { _ in nil }
    settings.linearAlgebra = "none"
    #expect(LinearAlgebra.search(in: settings) == nil)
    settings.linearAlgebra = "/dev/null"
    #expect(LinearAlgebra.search(in: settings) == nil)
  }

  @Test(.enabled(if: LinearAlgebra.found != nil, "no BLAS on this machine"))
  func `what was found describes itself and can be named`() throws {
    let found = try #require(LinearAlgebra.found)
    #expect(!found.details.isEmpty)
    var settings = HostSettings { _ in nil }
    settings.linearAlgebra = found.path
    #expect(LinearAlgebra.search(in: settings)?.path == found.path)
  }

  @Test func `a layout is found where one stride walks through each group of axes`() {
    func layout(_ rows: [(Int, Int)], _ columns: [(Int, Int)]) -> StridedMatrix.Layout? {
      func axes(_ pairs: [(Int, Int)]) -> [StridedAxis] {
        pairs.map { StridedAxis(extent: $0.0, stride: $0.1) }
      }
      return StridedMatrix(batches: [], rows: axes(rows), columns: axes(columns)).layout
    }
    #expect(layout([(3, 4)], [(4, 1)]) == .init(isTransposed: false, leading: 4))
    #expect(layout([(3, 1)], [(4, 3)]) == .init(isTransposed: true, leading: 3))
    #expect(layout([(2, 12), (3, 4)], [(4, 1)]) == .init(isTransposed: false, leading: 4))
    #expect(layout([(2, 24), (3, 4)], [(4, 1)]) == nil)
    #expect(layout([(3, 8)], [(4, 2)]) == nil)
    #expect(layout([(1, 99)], [(4, 1)]) == .init(isTransposed: false, leading: 4))
    #expect(layout([(5, 1)], [(1, 99)]) == .init(isTransposed: false, leading: 1))
  }
}
