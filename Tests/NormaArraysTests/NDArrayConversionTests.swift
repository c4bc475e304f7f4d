import NormaArrays
import Testing

struct NDArrayConversionTests {
  @Test func `floats narrow with one rounding`() {
    let source = NDArray(
      [1 + 0x1p-11 + 0x1p-40, 1 + 0x1p-8 + 0x1p-50, 1 + 0x1p-24 + 0x1p-50, 65519.99, 1e6], shape: [5])
    #expect(
      source.converted(to: .f16).elements(as: Float16.self) == [1 + 0x1p-10, 0x1.01p0, 1, 65504, .infinity])
    #expect(source.converted(to: .bf16).elements(as: BFloat16.self).prefix(2) == [1, 1 + 0x1p-7])
    #expect(source.converted(to: .f32).elements(as: Float.self)[2] == 1 + 0x1p-23)
  }

  @Test func `floats to integers cut toward zero and stay in range`() {
    let source = NDArray([Double.nan, -.infinity, .infinity, -1.9, 1.9, 300, 0x1p63], shape: [7])
    #expect(source.converted(to: .i8).elements(as: Int8.self) == [0, -128, 127, -1, 1, 127, 127])
    #expect(source.converted(to: .ui8).elements(as: UInt8.self) == [0, 0, 255, 0, 1, 255, 255])
    #expect(source.converted(to: .i64).elements(as: Int64.self) == [0, .min, .max, -1, 1, 300, .max])
    #expect(source.converted(to: .i1).elements(as: Bool.self) == [true, true, true, true, true, true, true])
  }

  @Test func `integers keep their low bits and every exact value`() {
    let source = NDArray([-1, 256, 1 << 40 | 7, .max] as [Int64], shape: [4])
    #expect(source.converted(to: .ui8).elements(as: UInt8.self) == [255, 0, 7, 255])
    #expect(
      source.converted(to: .ui64).elements(as: UInt64.self) == [.max, 256, 1 << 40 | 7, UInt64(Int64.max)])
    #expect(source.converted(to: .f64).elements(as: Double.self) == [-1, 256, 0x1p40 + 7, 0x1p63])
    #expect(source.converted(to: .i1).elements(as: Bool.self) == [true, true, true, true])
    #expect(NDArray([UInt64.max], shape: [1]).converted(to: .f32).elements(as: Float.self) == [0x1p64])
    #expect(NDArray([UInt64.max], shape: [1]).converted(to: .f16).elements(as: Float16.self) == [.infinity])
  }

  @Test(arguments: ScalarType.allCases, ScalarType.allCases)
  func `small whole numbers convert between all types, also from views`(
    source: ScalarType, target: ScalarType
  ) {
    let numbers = NDArray([0, 1, 0, 1, 1, 0] as [Double], shape: [2, 3]).converted(to: source).transposed()
    let there = numbers.converted(to: target)
    #expect(there.scalarType == target && there.shape == [3, 2])
    #expect(there.converted(to: .f64).elements(as: Double.self) == [0, 1, 1, 1, 0, 0])
  }
}
