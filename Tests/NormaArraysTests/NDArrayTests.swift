import NormaArrays
import Testing

struct NDArrayTests {
  @Test(arguments: [[], [0], [1], [7], [3, 5], [2, 0, 3], [2, 3, 4]])
  func `elements come back in row-major order`(dimensions: [Int]) {
    let shape = Shape(dimensions)
    let elements = (0..<shape.elementCount).map { Float($0) - 2.5 }
    let array = NDArray(elements, shape: shape)
    #expect(array.elements(as: Float.self) == elements)
    #expect(array.scalarType == .f32 && array.shape == shape && array.strides == shape.strides)
    #expect(array.isContiguous && array.byteCount == 4 * elements.count)
  }

  @Test(arguments: ScalarType.allCases)
  func `every type has a Swift type of its size, aligned to 64 bytes`(type: ScalarType) {
    func check<Element: ConvertibleScalar>(_ element: Element.Type) {
      #expect(Element.scalarType == type && MemoryLayout<Element>.size == type.byteCount)
      let array = NDArray(repeating: Element(nearest: 1.0), shape: [5])
      #expect(array.elements(as: Element.self).allSatisfy { $0.exact.rounded(to: Int64.self) == 1 })
      #expect(unsafe Int(bitPattern: array.baseAddress) % 64 == 0)
    }
    check(type.representation)
    #expect(NDArray(zeros: type, shape: [3]).rowMajorBytes.allSatisfy { $0 == 0 })
  }

  @Test func `large memory is fresh for every array and returned`() {
    for round in 0..<6 {
      let array = NDArray(repeating: UInt8(round), shape: [4 << 20])
      #expect(
        unsafe Int(bitPattern: array.baseAddress) % 64 == 0
          && array[array.shape[0] - 1].rowMajorBytes == [UInt8(round)])
    }
  }

  @Test func `a written copy leaves the other array alone`() {
    var array = NDArray([1, 2, 3] as [Int32], shape: [3])
    let other = array
    array.withMutableSpan(of: Int32.self) { $0[1] = 20 }
    #expect(array.elements(as: Int32.self) == [1, 20, 3] && other.elements(as: Int32.self) == [1, 2, 3])
  }

  @Test func `an array alone with its memory is written in place`() {
    var array = NDArray([1, 2, 3] as [Int32], shape: [3])
    let before = unsafe array.baseAddress
    array.withMutableSpan(of: Int32.self) { $0[1] = 20 }
    #expect(unsafe array.baseAddress == before)
  }

  @Test func `writing through a view copies the view alone`() {
    let array = NDArray((0..<6).map { Int16($0) }, shape: [2, 3])
    var row = array[1]
    row.withMutableSpan(of: Int16.self) { $0[0] = -1 }
    #expect(
      row.elements(as: Int16.self) == [-1, 4, 5] && array.elements(as: Int16.self) == [0, 1, 2, 3, 4, 5])
  }

  @Test func `a span's errors keep their type`() {
    struct Stop: Error, Equatable { let count: Int }
    let array = NDArray([1, 2] as [Double], shape: [2])
    #expect(throws: Stop(count: 2)) {
      try array.withSpan(of: Double.self) { (span) throws(Stop) in throw Stop(count: span.count) }
    }
  }

  @Test func `bitwise equality sees NaN, signed zero, type and shape`() {
    let array = NDArray([Float.nan, -0.0], shape: [2])
    #expect(array.isBitwiseEqual(to: NDArray([Float.nan, -0.0], shape: [2])))
    #expect(!array.isBitwiseEqual(to: NDArray([Float.nan, 0.0], shape: [2])))
    #expect(!array.isBitwiseEqual(to: NDArray([Float.nan, -0.0], shape: [1, 2])))
    #expect(!NDArray(zeros: .i32, shape: [2]).isBitwiseEqual(to: NDArray(zeros: .f32, shape: [2])))
  }

  @Test func `asking for elements of the wrong type stops with the reason`() async {
    await #expect(processExitsWith: .failure) {
      _ = NDArray(zeros: .f32, shape: [2]).elements(as: Double.self)
    }
  }
}
