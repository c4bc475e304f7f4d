internal import NormaArrays

/// How vectors of the even and of the odd of 32 elements become what lies in memory.
struct MergedHalves {
  /// Makes one of the two vectors.
  var function: CFunction
  /// The type of an element, and of both vectors together.
  var type: ScalarType, block: String
  /// The type of the vectors.
  var vector: String

  /// Two vectors rounded to bf16, in the halves of words.
  static func ofBFloat16(_ p: Precision, hasPayloads: Bool) -> MergedHalves {
    let (name, rounded) = ("\(p.prefix)halves", CFunction.roundedBits(hasPayloads: hasPayloads))
    let function = CFunction(
      name: name, uses: [.blockType(.bf16), .oddFloat(p), rounded],
      text: """
        static inline u32_block \(name)(\(p.vector) even, \(p.vector) odd) {
          const u32_block low = rounded_bits(\(p.prefix)odd_f32(even)), high = rounded_bits(\(p.prefix)odd_f32(odd));
          return (low >> 16) | (high & 0xffff0000);
        }
        """)
    return MergedHalves(function: function, type: .bf16, block: "u32_block", vector: p.vector)
  }

  /// Two vectors converted to eight bits, in the halves of 16; of sums the integers in their last bytes.
  static func ofBytes(_ p: Precision, isSum: Bool) -> MergedHalves {
    let name = "\(p.prefix)halves\(isSum ? "_of_sums" : "")_i8"
    let narrow = isSum ? CFunction.lastBytes : .saturating(.i8, p)
    let function = CFunction(
      name: name, uses: [narrow, .blockType(.ui8), .blockType(.ui16)],
      text: """
        static inline ui16_block \(name)(\(p.vector) even, \(p.vector) odd) {
          const ui8_block low = (ui8_block)\(narrow.name)(even), high = (ui8_block)\(narrow.name)(odd);
          return __builtin_convertvector(low, ui16_block) | (__builtin_convertvector(high, ui16_block) << 8);
        }
        """)
    return MergedHalves(function: function, type: .i8, block: "ui16_block", vector: p.vector)
  }
}
