internal import NormaArrays

/// Rows rounded to eight bits by a scale of their own, in passes of f32; see `ScaledRounding`.
///
/// Written as it stands, `round(x / d)` and its store take more instructions than a norm: a division, a rounding, a test for
/// NaN, two bounds, a conversion and its narrowing. Here they are two:
/// - x / d is x * i, where i is 1 / d, a value of the row that is taken in f64 and rounded once. So x * i is within 2^-24 of
///   itself of the quotient, which is all that a rounded quotient promises; where that lies so near to a half, either
///   neighbour is right.
/// - The product is rounded to an integer as 1.5 * 2^23 is added, in whose neighbourhood f32 holds the integers; the sum's
///   last byte is the integer's. Where the processor can, product and sum round once.
/// A row whose largest |x| times i is below 127.5 holds no NaN and nothing beyond the bounds. Other rows take the
/// pass in f64.
extension CEmitter {
  /// The rounding that the pass being written stores as an output, or nil where the output is stored as it stands.
  func rounding(storedBy output: Int) -> ScaledRounding? {
    mode == .single && precision == .double ? roundings[output] : nil
  }

  /// True for nodes that are written as part of a store.
  func isRoundedAsStored(_ node: Int) -> Bool {
    kernel.outputs.indices.contains {
      guard let rounding = rounding(storedBy: $0) else { return false }
      return rounding.rounded == node || rounding.quotient == node
    }
  }

  /// A vector whose last bytes are the integers.
  mutating func sum(_ rounding: ScaledRounding) -> String {
    let (value, splat) = (vector(rounding.value), use(.splat(.single)))
    let inverse = "\(splat)(\(names[rounding.divisor])_inverse)"
    return "\(use(.multiplyAdd(.single)))(\(value), \(inverse), \(splat)(0x1.8p23f))"
  }

  /// The definition of what stands for a division by a node, or nil where the node divides nothing that is rounded so.
  func inverse(_ node: Int) -> String? {
    guard rounding(dividingBy: node) != nil else { return nil }
    return "const float \(names[node])_inverse = (float)(1 / \(names[node]));"
  }

  /// The condition under which a row's integers need no bounds.
  mutating func fitsBytes(_ node: Int) -> String? {
    guard let rounding = rounding(dividingBy: node) else { return nil }
    return "\(use(.fitsBytes))(\(names[rounding.largest]), \(names[node])_inverse)"
  }

  private func rounding(dividingBy node: Int) -> ScaledRounding? {
    kernel.outputs.indices.lazy.compactMap { rounding(storedBy: $0) }.first { $0.divisor == node }
  }
}

extension CFunction {
  /// True where no value of a row leaves eight bits, and the factor has its full 24 bits.
  static let fitsBytes = CFunction(
    name: "fits_bytes",
    text: """
      static inline int fits_bytes(double largest, float inverse) { return inverse >= 0x1p-126f && largest * inverse < 127.5; }
      """)

  /// The integers in the last bytes of sums with 1.5 * 2^23.
  static let lastBytes = CFunction(
    name: "last_bytes", uses: [blockType(.i8)],
    text: "static inline i8_block last_bytes(lanes x) { return __builtin_convertvector((mask)x, i8_block); }")
}
