internal import NormaArrays

/// Loads, stores and roundings: how each element type lies in memory and becomes a vector of the
/// carried type.
extension CFunction {
  /// Reads `count` elements into a vector; the lanes beyond are 0.
  static func load(_ type: ScalarType, _ p: Precision) -> CFunction {
    let result = type == .i1 ? p.mask : p.vector
    return CFunction(
      name: "\(p.prefix)load_\(type)", uses: [widen(type, p)],
      text: """
        static inline \(result) \(p.prefix)load_\(type)(const \(type) *from, int count) {
          \(type)_block block = {0};
          __builtin_memcpy(&block, from, count * sizeof(\(type)));
          return \(p.prefix)widen_\(type)(block);
        }
        """)
  }

  /// Writes the first `count` lanes of a vector, each rounded once, or the integers in sums; see `CEmitter+Bytes`.
  static func store(_ type: ScalarType, _ p: Precision, isSum: Bool = false) -> CFunction {
    let value = type == .i1 ? p.mask : p.vector
    let (name, narrow) = ("store_\(isSum ? "sum_as_" : "")\(type)", isSum ? lastBytes : narrow(type, p))
    return CFunction(
      name: p.prefix + name, uses: [narrow],
      text: """
        static inline void \(p.prefix)\(name)(\(type) *to, \(value) x, int count) {
          const \(type)_block block = \(narrow.name)(x);
          __builtin_memcpy(to, &block, count * sizeof(\(type)));
        }
        """)
  }

  /// Writes a whole vector past the caches, to an address that is a multiple of its size.
  static func stream(_ type: ScalarType, _ p: Precision, isSum: Bool = false) -> CFunction {
    let (name, narrow) = ("stream_\(isSum ? "sum_as_" : "")\(type)", isSum ? lastBytes : narrow(type, p))
    return CFunction(
      name: p.prefix + name, uses: [narrow, streamingStore],
      text: """
        static inline void \(p.prefix)\(name)(\(type) *to, \(type == .i1 ? p.mask : p.vector) x) {
          const \(type)_block block = \(narrow.name)(x);
          store_past_caches(block, (\(type)_block *)to);
        }
        """)
  }

  static let streamingStore = CFunction(
    name: "store_past_caches",
    text: """
      #if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
      #define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
      #else
      #define store_past_caches(block, to) (*(to) = (block))
      #endif
      """)

  /// Rounds a vector to a type and carries on.
  static func round(_ type: ScalarType, _ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)round_\(type)", uses: [narrow(type, p), widen(type, p)],
      text: """
        static inline \(p.vector) \(p.prefix)round_\(type)(\(p.vector) x) {
          return \(p.prefix)widen_\(type)(\(p.prefix)narrow_\(type)(x));
        }
        """)
  }

  private static func widen(_ type: ScalarType, _ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)widen_\(type)", uses: widenUses(type),
      text: """
        static inline \(type == .i1 ? p.mask : p.vector) \(p.prefix)widen_\(type)(\(type)_block x) {
          \(widening(type, p))
        }
        """)
  }

  private static func widenUses(_ type: ScalarType) -> [CFunction] {
    switch type {
    case .bf16: [blockType(type), blockType(.f32), bitBlock]
    case .f16: [blockType(type), blockType(.f32)]
    case .f64, .f32, .i1, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8: [blockType(type)]
    }
  }

  private static func widening(_ type: ScalarType, _ p: Precision) -> String {
    switch type {
    case .bf16:
      "return __builtin_convertvector((f32_block)(__builtin_convertvector(x, u32_block) << 16), \(p.vector));"
    case .f16:
      "return __builtin_convertvector(__builtin_convertvector(x, f32_block), \(p.vector));"
    case .i1:
      "return __builtin_convertvector(x, \(p.mask)) != 0;"
    case .f64, .f32, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8:
      "return __builtin_convertvector(x, \(p.vector));"
    }
  }

  private static func narrow(_ type: ScalarType, _ p: Precision) -> CFunction {
    let uses: [CFunction]
    switch type {
    case .i16, .i8, .ui16, .ui8: return saturating(type, p)
    case .f16: uses = [blockType(type), oddFloat(p)]
    case .bf16: uses = [blockType(type), bitBlock, oddFloat(p)]
    case .f64, .f32, .i1, .i64, .i32, .ui64, .ui32: uses = [blockType(type)]
    }
    return CFunction(name: "\(p.prefix)narrow_\(type)", uses: uses, text: narrowing(type, p))
  }

  private static func narrowing(_ type: ScalarType, _ p: Precision) -> String {
    switch type {
    case .bf16:
      """
      static inline bf16_block \(p.prefix)narrow_bf16(\(p.vector) x) {
        const f32_block single = \(p.prefix)odd_f32(x);
        const u32_block bits = (u32_block)single;
        const u32_block rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
        const u32_block quiet = (bits >> 16) | 0x40;
        const u32_block nan = (u32_block)(single != single);
        return __builtin_convertvector((nan & quiet) | (~nan & rounded), bf16_block);
      }
      """
    case .f16:
      """
      static inline f16_block \(p.prefix)narrow_f16(\(p.vector) x) {
        return __builtin_convertvector(\(p.prefix)odd_f32(x), f16_block);
      }
      """
    case .i1:
      "static inline i1_block \(p.prefix)narrow_i1(\(p.mask) x) { return __builtin_convertvector(x & 1, i1_block); }"
    case .f64, .f32, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8:
      """
      static inline \(type)_block \(p.prefix)narrow_\(type)(\(p.vector) x) {
        return __builtin_convertvector(x, \(type)_block);
      }
      """
    }
  }

  /// The type of one element in memory, and of sixteen.
  static func blockType(_ type: ScalarType) -> CFunction {
    let element =
      switch type {
      case .f64: "double"
      case .f32: "float"
      case .f16: "_Float16"
      case .bf16: "unsigned short"
      case .i1: "unsigned char"
      case .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8:
        "\(type.isSignedInteger ? "" : "unsigned ")\(integer(type))"
      }
    return CFunction(
      name: "\(type)_block",
      text: """
        typedef \(element) \(type) __attribute__((aligned(1), may_alias));
        typedef \(element) \(type)_block __attribute__((vector_size(\(16 * type.byteCount))));
        """)
  }

  private static func integer(_ type: ScalarType) -> String {
    switch type.byteCount {
    case 8: "long long"
    case 4: "int"
    case 2: "short"
    default: "char"
    }
  }

  /// Narrows to f32 so that a second rounding, to 16 bits, cannot go wrong: inexact values keep a last
  /// bit of 1 ("round to odd"; Boldo and Melquiond, "Emulation of FMA and correctly rounded sums",
  /// 2008). Values already f32 pass unchanged.
  static func oddFloat(_ p: Precision) -> CFunction {
    let body =
      switch p {
      case .single:
        "static inline f32_block odd_f32(lanes x) { return x; }"
      case .double:
        """
        static inline f32_block wide_odd_f32(wide x) {
          const wide_mask lost = (wide_mask)x & 0x1fffffff;
          const wide_mask odd = ((wide_mask)x ^ lost) | ((lost != 0) & 0x20000000);
          return __builtin_convertvector((wide)odd, f32_block);
        }
        """
      }
    return CFunction(name: "\(p.prefix)odd_f32", uses: [blockType(.f32)], text: body)
  }

  /// Bit patterns of sixteen f32 values.
  static let bitBlock = CFunction(
    name: "u32_block", text: "typedef unsigned u32_block __attribute__((vector_size(64)));")
}
