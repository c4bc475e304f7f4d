internal import NormaArrays

extension Literal: CustomStringConvertible {
  /// More elements than this print as the hexadecimal digits of their bytes, as in MLIR.
  static let mostElementsSpelled = 100

  /// The constant in StableHLO text, `dense<[1, 2]> : tensor<2xi32>`.
  public var description: String { "dense<\(elementText)> : \(type)" }

  private var elementText: String {
    switch elements {
    case .splat(let bits): return type.scalar.text(of: bits)
    case .dense(let bytes):
      if bytes.isEmpty { return "" }
      if type.elementCount > Self.mostElementsSpelled, type.scalar != .i1 { return hexadecimal(bytes) }
      return nestedLists()
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return "\"0x" + String(decoding: text, as: UTF8.self) + "\""
  }

  private func nestedLists() -> String {
    var items = (0..<type.elementCount).map { type.scalar.text(of: bits(at: $0)) }
    for extent in type.shape.dimensions.reversed() {
      items = stride(from: 0, to: items.count, by: extent).map {
        "[" + items[$0..<$0 + extent].joined(separator: ", ") + "]"
      }
    }
    return items.joined()
  }
}

extension ScalarType {
  /// An element in StableHLO text.
  func text(of bits: UInt64) -> String {
    if isFloatingPoint { return FloatFormat(self).text(of: bits) }
    if self == .i1 { return bits == 0 ? "false" : "true" }
    if isUnsignedInteger { return "\(bits)" }
    let shift = UInt64(64 - bitWidth)
    return "\(Int64(bitPattern: bits << shift) >> Int64(shift))"
  }
}
