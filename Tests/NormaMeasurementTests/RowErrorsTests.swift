import NormaArrays
import Testing

@testable import NormaMeasurement

@Suite struct RowErrorsTests {
  @Test func `the largest error is found with its place, in units of its row's largest value`() throws {
    var errors = try #require(RowErrors(.f32))
    errors.add(found: [1, 2], reference: [1, 2])
    errors.add(found: [4, 0x3p-21], reference: [4, 0])
    errors.add(found: [1, 1 + 0x1p-23], reference: [1, 1])
    #expect(errors.largest == 3 && errors.row == 1 && errors.column == 1)
    #expect(errors.found == 0x3p-21 && errors.expected == 0)
    #expect(errors.rows == 3 && errors.mismatch == nil)
    #expect(errors.areWithin(3) && !errors.areWithin(2.9))
  }

  @Test func `the distance is from the correctly rounded value`() throws {
    var errors = try #require(RowErrors(.bf16))
    // 1.004 rounds to 1.0078125 or 1: the nearer one is 1.0078125 - 2^-7 = 1.
    errors.add(found: [1], reference: [1.0039])
    #expect(errors.roundedDistance == 0 && errors.largest > 0.49)
    errors.add(found: [1], reference: [1.004])
    #expect(errors.roundedDistance == 1)
  }

  @Test(arguments: [
    (Double.nan, Double.nan, true), (.infinity, .infinity, true), (-.infinity, .infinity, false),
    (.nan, 1, false), (1, .nan, false), (1, .infinity, false), (.infinity, 1, false),
    (.infinity, 1e39, true), (.nan, .infinity, false), (3.4e38, 1e39, false),
  ])
  func `NaN and infinity must stand where the reference has them`(
    found: Double, reference: Double, agrees: Bool
  ) throws {
    var errors = try #require(RowErrors(.f32))
    errors.add(found: [1, found], reference: [1, reference])
    #expect((errors.mismatch == nil) == agrees)
    #expect(errors.areWithin(4) == agrees)
    if let mismatch = errors.mismatch { #expect(mismatch.row == 0 && mismatch.column == 1) }
  }

  @Test func `rows of zeros and subnormal numbers are measured in the smallest unit`() throws {
    var errors = try #require(RowErrors(.f32))
    errors.add(found: [0, 0x1p-149], reference: [0, 0])
    #expect(errors.largest == 1)
    errors.add(found: [], reference: [])
    #expect(errors.rows == 2 && RowErrors(.i32) == nil)
  }
}
