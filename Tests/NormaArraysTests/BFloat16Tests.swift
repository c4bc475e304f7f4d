import NormaArrays
import Testing

struct BFloat16Tests {
  static let patterns = (UInt16.min...UInt16.max).map(BFloat16.init(bitPattern:))

  @Test func `every pattern survives the way through Float and Double`() {
    for number in Self.patterns {
      let (single, double) = (BFloat16(Float(number)), BFloat16(Double(number)))
      if number.isNaN {
        #expect(single.isNaN && double.isNaN && single.sign == number.sign && double.sign == number.sign)
      } else if single.bitPattern != number.bitPattern || double.bitPattern != number.bitPattern {
        Issue.record("\(number) became \(single) and \(double)")
      }
    }
  }

  /// Walks all neighbours a < b: their midpoint goes to the even one, anything to its sides to the nearer one.
  @Test func `conversion rounds to nearest, ties to even, once`() {
    for pattern in UInt16(0)..<0x7F7F {
      let (low, high) = (BFloat16(bitPattern: pattern), BFloat16(bitPattern: pattern + 1))
      let tie = (Double(low) + Double(high)) / 2
      let even = pattern & 1 == 0 ? low : high
      let rounded = [BFloat16(tie.nextDown), BFloat16(tie), BFloat16(tie.nextUp)]
      let negative = [BFloat16(-tie.nextDown), BFloat16(-tie), BFloat16(-tie.nextUp)]
      let single = [Float(tie).nextDown, Float(tie), Float(tie).nextUp].map { BFloat16($0) }
      let expected = [low, even, high]
      if rounded != expected || negative != expected.map(-) || single != expected {
        Issue.record("around \(low): \(rounded), \(negative), \(single)")
      }
    }
  }

  @Test func `the ends of the range round to infinity and to zero`() {
    let largest = Double(BFloat16.greatestFiniteMagnitude)
    let edge = largest + Double(BFloat16.greatestFiniteMagnitude.ulp) / 2
    #expect(BFloat16(edge) == .infinity && BFloat16(edge.nextDown) == .greatestFiniteMagnitude)
    #expect(BFloat16(Double.greatestFiniteMagnitude) == .infinity && BFloat16(-1e300) == -.infinity)
    #expect(BFloat16(Float.greatestFiniteMagnitude) == .infinity)
    let half = Double(BFloat16.leastNonzeroMagnitude) / 2
    #expect(BFloat16(half) == 0 && BFloat16(half.nextUp) == .leastNonzeroMagnitude)
    #expect(BFloat16(-1e-300).bitPattern == 0x8000)
  }

  @Test(arguments: [0x7F80_0001, 0xFF80_0001, 0x7FFF_FFFF, 0x7FC0_0000] as [UInt32])
  func `a NaN stays NaN with its sign, even when only its low bits are set`(pattern: UInt32) {
    let number = Float(bitPattern: pattern)
    #expect(BFloat16(number).isNaN && BFloat16(number).sign == number.sign)
    #expect(BFloat16(Double(bitPattern: 0x7FF0_0000_0000_0001)).isNaN)
  }

  @Test func `neighbours and units in the last place follow the patterns`() {
    for pattern in UInt16(0)..<0x7F80 {
      let number = BFloat16(bitPattern: pattern)
      let next = BFloat16(bitPattern: pattern + 1)
      #expect(number.nextUp == next && (-next).nextUp == -number && next.nextDown == number)
      #expect(number < next && !(next < number) && number != next)
      if next.isFinite { #expect(Double(number.ulp) == Double(next) - Double(number)) }
    }
    #expect(BFloat16.infinity.nextUp == .infinity && BFloat16.nan.nextUp.isNaN && BFloat16.infinity.ulp.isNaN)
    #expect(BFloat16.ulpOfOne == BFloat16(1).ulp && BFloat16(-0.0).nextUp == .leastNonzeroMagnitude)
  }

  @Test func `fields take a number apart and build it again`() {
    for number in Self.patterns where !number.isNaN {
      let again = BFloat16(
        sign: number.sign, exponentBitPattern: number.exponentBitPattern,
        significandBitPattern: number.significandBitPattern)
      #expect(again.bitPattern == number.bitPattern)
      guard number.isFinite else { continue }
      let scaled = BFloat16(sign: number.sign, exponent: number.exponent, significand: number.significand)
      #expect(number.isZero || scaled == number)
    }
  }

  @Test func `the text of a number is the shortest that reads back`() {
    #expect(
      ["0.1", "1.0", "-3.14", "1e-38", "3.39e+38", "0.333"].map {
        Double($0).map { BFloat16($0) }?.description
      }
        == ["0.1", "1.0", "-3.14", "1e-38", "3.39e+38", "0.332"])
    #expect(
      [BFloat16.nan, .infinity, -.infinity, -0.0].map(\.description) == ["nan", "inf", "-inf", "-0.0"])
    for number in Self.patterns where !number.isNaN {
      let again = Double(number.description).map { BFloat16($0) }
      if again?.bitPattern != number.bitPattern { Issue.record("\(number.bitPattern) prints as \(number)") }
    }
  }

  @Test func `integers round once`() {
    #expect(BFloat16(257) == 256 && BFloat16(258) == 258 && BFloat16(259) == 260 && BFloat16(-259) == -260)
    let tie: Int64 = (1 << 62) + (1 << 54)
    let array = NDArray([tie, tie + 1, tie - 1, -tie - 1, .min], shape: [5]).converted(to: .bf16)
    let exact = [
      4.611686018427388e18, 4.647714815446352e18, 4.611686018427388e18, -4.647714815446352e18, -0x1p63,
    ]
    #expect(array.elements(as: BFloat16.self).map { Double($0) } == exact)
  }

  @Test func `BFloat16 serves generic numeric code`() {
    func mean<Number: BinaryFloatingPoint>(_ numbers: [Number]) -> Number {
      numbers.reduce(0, +) / Number(numbers.count)
    }
    #expect(mean([1, 2, 4.5] as [BFloat16]) == 2.5)
    #expect(Set([BFloat16(0.0), BFloat16(-0.0)]).count == 1)
    #expect(stride(from: BFloat16(0), to: 1, by: 0.25).map { Float($0) } == [0, 0.25, 0.5, 0.75])
    #expect(BFloat16(7.5).rounded(.toNearestOrEven) == 8 && BFloat16(7).remainder(dividingBy: 4) == -1)
    #expect(
      BFloat16(exactly: 257) == nil && BFloat16(exactly: Float(0.1)) == nil && BFloat16(exactly: 0.5) == 0.5)
  }
}
