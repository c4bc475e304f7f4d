import NormaArrays
import Testing

@testable import NormaMeasurement

@Suite struct FloatFormatTests {
  static let whole: [Double] = [0, 1, -1, 1.5, 2, 3, 65504, 65519, 65520, 1e5, -.infinity, .infinity]
  static let broken: [Double] = [0.1, -0.3, 1e-5, 6e-8, 2.9e-8, 1e-40, 1e-46, 3.4e38, 3.5e38]
  /// Ties in f16, bf16 and f32, to an even number below and above.
  static let ties: [Double] = [-11, -8, -24].flatMap { exponent in
    [1.0, 3.0].map { 1 + Double(sign: .plus, exponent: exponent, significand: $0) }
  }

  @Test(arguments: whole + broken + ties)
  func `rounding agrees with the types themselves`(value: Double) throws {
    #expect(try #require(FloatFormat(.f32)).rounded(value) == Double(Float(value)))
    #expect(try #require(FloatFormat(.f16)).rounded(value) == Double(Float16(value)))
    #expect(try #require(FloatFormat(.bf16)).rounded(value) == Double(BFloat16(value)))
    #expect(try #require(FloatFormat(.f64)).rounded(value) == value)
  }

  @Test(arguments: [Float(1), 1.75, 2, 0x1p-130, 0x1p-149, 3e38, -5])
  func `units agree with the types themselves`(value: Float) throws {
    #expect(try #require(FloatFormat(.f32)).unit(at: Double(value)) == Double(value.ulp))
    #expect(try #require(FloatFormat(.f64)).unit(at: Double(value)) == Double(value).ulp)
    #expect(try #require(FloatFormat(.f16)).unit(at: 3) == Double(Float16(3).ulp))
    #expect(try #require(FloatFormat(.bf16)).unit(at: 3) == 0x1p-6)
    #expect(try #require(FloatFormat(.f32)).unit(at: 0) == 0x1p-149)
  }

  @Test func `NaN stays NaN, and integers have no format`() throws {
    #expect(try #require(FloatFormat(.bf16)).rounded(.nan).isNaN)
    #expect(FloatFormat(.i32) == nil && FloatFormat(.i1) == nil)
  }
}
