import NormaArrays
import Testing

struct BFloat16ArithmeticTests {
  /// All patterns in a stride coprime to 65536, against partners of every exponent.
  static let pairs: [(BFloat16, BFloat16)] = (0..<60_000).map { index in
    let (left, right) = (
      UInt16(truncatingIfNeeded: index &* 40_503), UInt16(truncatingIfNeeded: index &* index &* 7919)
    )
    return (BFloat16(bitPattern: left), BFloat16(bitPattern: right))
  }

  /// True when no number is nearer to the exact value, told by an error of known sign.
  static func same(_ number: BFloat16, _ reference: BFloat16) -> Bool {
    number.isNaN ? reference.isNaN : number.bitPattern == reference.bitPattern
  }

  @Test func `products, quotients and roots are rounded once`() {
    for (left, right) in Self.pairs {
      let (a, b) = (Double(left), Double(right))
      // A product is exact in Double; a quotient or root is never as close to a tie as Double's rounding.
      #expect(Self.same(left * right, BFloat16(a * b)))
      #expect(Self.same(left / right, BFloat16(a / b)))
      #expect(Self.same(left.squareRoot(), BFloat16(a.squareRoot())))
    }
  }

  @Test func `sums of numbers near each other are rounded once`() {
    for (left, right) in Self.pairs
    where abs(left.exponentBitPattern.distance(to: right.exponentBitPattern)) < 40 {
      #expect(Self.same(left + right, BFloat16(Double(left) + Double(right))))
      #expect(Self.same(left - right, BFloat16(Double(left) - Double(right))))
    }
  }

  @Test func `a fused product and sum rounds once where two roundings differ`() {
    let tie = BFloat16(1) + .ulpOfOne  // (1 + 2^-7)^2 = 1 + 2^-6 + 2^-14
    #expect(BFloat16(0x1p-100).addingProduct(1 + .ulpOfOne, 0x1.8p0) == BFloat16(1.515625))
    #expect((-BFloat16(0x1p-100)).addingProduct(tie, 0x1.8p0) == BFloat16(1.5078125))
    #expect(BFloat16(0).addingProduct(tie, 0x1.8p0) == BFloat16(1.515625 - 0.00390625))
    #expect(
      BFloat16.infinity.addingProduct(1, 1) == .infinity && BFloat16(1).addingProduct(.infinity, 0).isNaN)
  }

  @Test func `remainders and rounding agree with Double`() {
    for (left, right) in Self.pairs.prefix(10_000) {
      let (a, b) = (Double(left), Double(right))
      #expect(Self.same(left.remainder(dividingBy: right), BFloat16(a.remainder(dividingBy: b))))
      #expect(
        Self.same(left.truncatingRemainder(dividingBy: right), BFloat16(a.truncatingRemainder(dividingBy: b)))
      )
      #expect(Self.same(left.rounded(.down), BFloat16(a.rounded(.down))))
    }
  }
}
