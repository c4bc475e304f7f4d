internal import NormaArrays

/// How vectors of the even and of the odd of 32 elements become what lies in memory.
struct MergedHalves {
  /// Makes one of the two vectors.
  var function: CFunction
  /// The type of an element, and of both vectors together.
  var type: ScalarType, block: String
  /// The type of the vectors.
  var vector: String

  /// Where `ofBFloat16` rounds both vectors at once.
  static let roundsTogether = "defined(__AVX512BW__) && defined(__clang__)"

  /// Two vectors rounded to bf16, in the halves of words.
  ///
  /// AVX-512 rounds both at once: what is kept of 32 values grows by one where what is cut off and 0x7fff, or 0x8000 after
  /// an odd one, carry, which is the first bit of their mean. Seven instructions in place of nine.
  static func ofBFloat16(_ p: Precision, hasPayloads: Bool) -> MergedHalves {
    let (name, rounded) = ("\(p.prefix)halves", CFunction.roundedBits(hasPayloads: hasPayloads))
    let apart = """
        const u32_block low = rounded_bits(\(p.prefix)odd_f32(even)), high = rounded_bits(\(p.prefix)odd_f32(odd));
        return (low >> 16) | (high & 0xffff0000);
      """
    let together = """
      #if \(roundsTogether)
        const u32_block low = (u32_block)\(p.prefix)odd_f32(even), high = (u32_block)\(p.prefix)odd_f32(odd);
        const u16_block kept = (u16_block)((low >> 16) | (high & 0xffff0000));
        const i16_block cut = (i16_block)((low & 0xffff) | (high << 16));
        const u16_block mean = (u16_block)__builtin_ia32_pavgw512(cut, (i16_block)((kept & 1) | 0x7ffe));
        return (u32_block)(kept + (mean >> 15));
      #else
      \(apart)
      #endif
      """
    let function = CFunction(
      name: name, uses: [.blockType(.bf16), .oddFloat(p), rounded] + (hasPayloads ? [] : [.shortBlocks]),
      text: """
        static inline u32_block \(name)(\(p.vector) even, \(p.vector) odd) {
        \(hasPayloads ? apart : together)
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

extension CFunction {
  /// The halves of as many words as a vector has.
  fileprivate static let shortBlocks = CFunction(
    name: "u16_block",
    text: """
      typedef unsigned short u16_block __attribute__((vector_size(64)));
      typedef short i16_block __attribute__((vector_size(64)));
      """)
}
