internal import NormaArrays

/// Elements as text: `true`, `-5`, `0x7FC0`, `1.5e-3`.
enum ScalarText {
  /// The bit pattern that a text stands for, or nil where it is none of the type.
  static func bits(of bytes: [UInt8], _ range: Range<Int>, _ scalar: ScalarType) -> UInt64? {
    if scalar == .i1, let boolean = boolean(bytes[range]) { return boolean }
    let negative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let magnitude = (range.lowerBound + (negative ? 1 : 0))..<range.upperBound
    if magnitude.count > 2, bytes[magnitude.lowerBound] == UInt8(ascii: "0"),
      bytes[magnitude.lowerBound + 1] == UInt8(ascii: "x")
    {
      return negative ? nil : hexadecimal(bytes[magnitude.dropFirst(2)], scalar)
    }
    if scalar.isFloatingPoint {
      guard let decimal = Decimal(bytes, magnitude) else { return nil }
      return FloatFormat(scalar).bits(of: decimal, negative: negative)
    }
    return integer(bytes[magnitude], negative, scalar)
  }

  private static func boolean(_ word: ArraySlice<UInt8>) -> UInt64? {
    if word.elementsEqual("true".utf8) { return 1 }
    return word.elementsEqual("false".utf8) ? 0 : nil
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>, _ scalar: ScalarType) -> UInt64? {
    var bits: UInt64 = 0
    for digit in digits {
      guard let value = digit.hexValue, bits >> 60 == 0 else { return nil }
      bits = bits << 4 | UInt64(value)
    }
    return scalar.bitWidth == 64 || bits >> UInt64(scalar.bitWidth) == 0 ? bits : nil
  }

  /// Signed types take the unsigned range too, as their bit patterns.
  private static func integer(_ digits: ArraySlice<UInt8>, _ negative: Bool, _ scalar: ScalarType) -> UInt64?
  {
    var value: UInt64 = 0
    for digit in digits {
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      guard digit.isDigit, !first else { return nil }
      let (sum, second) = tens.addingReportingOverflow(UInt64(digit - 48))
      guard !second else { return nil }
      value = sum
    }
    let width = UInt64(scalar.bitWidth)
    let mask = UInt64.max >> (64 - width)
    guard !digits.isEmpty, value <= mask else { return nil }
    guard negative, value != 0 else { return value }
    guard scalar.isSignedInteger, value <= 1 << (width - 1) else { return nil }
    return (0 &- value) & mask
  }
}
