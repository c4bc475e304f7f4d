/// A decimal number as written: `digits` with the point before the first of them, times a power of ten.
struct Decimal {
  /// Digits without leading zeros; empty for zero.
  let digits: [UInt8]
  /// The value is 0.d1d2d3... times ten to this power.
  let point: Int

  /// The number in a range of a text, without a sign: `12`, `1.5`, `1.5e-3`. Nil where it is none.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var digits: [UInt8] = []
    var point: Int?
    var count = 0
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      let byte = bytes[cursor]
      if byte.isDigit {
        count += 1
        if digits.isEmpty, byte == 48 { point = point.map { $0 - 1 } } else { digits.append(byte - 48) }
      } else if byte == UInt8(ascii: "."), point == nil, count > 0 {
        point = digits.count
      } else {
        break
      }
      cursor += 1
    }
    guard count > 0, let power = Self.exponent(bytes, cursor..<range.upperBound) else { return nil }
    self.digits = digits
    self.point = (point ?? digits.count) + power
  }

  /// Digits and the place of the point before them.
  init(digits: [UInt8], point: Int) {
    let zeros = digits.prefix { $0 == 0 }.count
    self.digits = Array(digits.dropFirst(zeros))
    self.point = point - zeros
  }

  /// `e-05`, or zero for an empty range. Exponents beyond a million mean zero or infinity alike.
  private static func exponent(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = range.first else { return 0 }
    guard bytes[first] | 0x20 == UInt8(ascii: "e"), range.count > 1 else { return nil }
    let negative = bytes[first + 1] == UInt8(ascii: "-")
    let digits = range.dropFirst(negative || bytes[first + 1] == UInt8(ascii: "+") ? 2 : 1)
    guard !digits.isEmpty else { return nil }
    var value = 0
    for position in digits {
      guard bytes[position].isDigit else { return nil }
      value = min(value * 10 + Int(bytes[position] - 48), 1_000_000)
    }
    return negative ? -value : value
  }

  // MARK: - Value

  /// The nearest Double.
  var nearest: Double {
    if let exact = fast { return exact }
    if digits.isEmpty || point < -400 { return 0 }
    if point > 400 { return .infinity }
    let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    return Double("0.\(text)e\(point)") ?? .infinity
  }

  /// The nearest Double where digits and power are exact in Double, so that one rounding decides.
  private var fast: Double? {
    let power = point - digits.count
    guard digits.count <= 15, abs(power) <= 22 else { return nil }
    let whole = Double(digits.reduce(0) { $0 * 10 + Int($1) })
    return power < 0 ? whole / Self.powers[-power] : whole * Self.powers[power]
  }

  private static let powers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  /// The exact decimal digits of a finite positive Double.
  init(exactly value: Double) {
    var digits = String(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)).utf8.map { $0 - 48 }
    let power = (value.isNormal ? Int(value.exponent) : -1022) - 52
    for _ in 0..<max(power, 0) { Self.double(&digits) }
    for _ in 0..<max(-power, 0) { Self.timesFive(&digits) }
    self.init(digits: digits, point: digits.count + min(power, 0))
  }

  private static func double(_ digits: inout [UInt8]) { multiply(&digits, by: 2) }
  private static func timesFive(_ digits: inout [UInt8]) { multiply(&digits, by: 5) }

  private static func multiply(_ digits: inout [UInt8], by factor: UInt8) {
    var carry: UInt8 = 0
    for position in digits.indices.reversed() {
      let product = digits[position] * factor + carry
      digits[position] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
  }

  /// True where this is below `other`.
  func isBelow(_ other: Decimal) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if point != other.point { return point < other.point }
    let (left, right) = (digits.dropTrailingZeros, other.digits.dropTrailingZeros)
    return left.lexicographicallyPrecedes(right)
  }
}

extension [UInt8] {
  /// Without zeros at the end.
  var dropTrailingZeros: ArraySlice<UInt8> {
    self[..<(lastIndex { $0 != 0 }.map { $0 + 1 } ?? startIndex)]
  }
}
