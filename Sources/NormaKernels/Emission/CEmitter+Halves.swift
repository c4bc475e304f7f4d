internal import NormaArrays

/// Rows of bf16 in vectors of their even and their odd elements.
///
/// A word of 32 bits holds two neighbours: shifted up it is the first as f32, with its lower half cleared the second. So
/// one load and two cheap instructions widen 32 elements, and two more merge 32 results, where widening neighbours
/// takes a shuffle for each sixteen. Which elements stand in which lane makes no difference to a pass, as long as all
/// operands agree; so only kernels take this form that read nothing but bf16 along the row, and store that or bytes, which
/// are merged alike. Costly values that are held between passes would be met in another order by the vectors at the end of
/// the row. What is combined over rows lies in the order of the vectors that reach it first, neighbours only after the last
/// 32; of a row in segments each has its own end.
extension CEmitter {
  /// True where vectors hold the even or the odd elements of 32.
  var takesHalves: Bool {
    let loaded = kernel.inputs.filter(\.layout.variesAlongRow)
    let stored = kernel.outputs.filter { $0.layout.variesAlongRow && $0.reduction == nil }
    return kernel.width >= 2 * Self.lanes && loaded.allSatisfy { $0.type == .bf16 }
      && stored.allSatisfy { $0.type == .bf16 || $0.type == .i8 } && !kernel.nodes.contains(where: \.isCostly)
      && (kernel.columnOutputs.isEmpty || !isDivided)
      && !kernel.isInterleaved
  }

  /// Columns that are stored at once.
  var storedColumns: Int { takesHalves ? 2 * Self.lanes : Self.lanes }

  /// The even or odd elements, by `part`, of the 32 that the vector is one half of.
  mutating func halfLoad(_ input: Int) -> String {
    "\(use(.loadHalf(mode)))(\(x(input))_at + group + part / 2 * \(2 * Self.lanes), \(2 * Self.lanes), part % 2)"
  }

  /// The stores of a group's vectors, two at a time.
  mutating func halvesStores(_ output: Int, vectors: Int, streaming: Bool) -> [String] {
    let merged = merged(output)
    return stride(from: 0, to: vectors, by: 2).map { part in
      let at = storePlace(output, at: "group") + (part == 0 ? "" : " + \(part * Self.lanes)")
      let halves = "\(y(output))_parts[\(part)], \(y(output))_parts[\(part + 1)]"
      let store = "\(use(.storeHalves(merged)))(\(at), \(halves), \(2 * Self.lanes));"
      guard streaming, canStream, kernel.outputs[output].layout == .element, !isStaged(currentPass) else {
        return store
      }
      let stream = "\(use(.streamHalves(merged)))(\(at), \(halves));"
      return "if (\(y(output))_streams) \(stream) else \(store)"
    }
  }

  /// How two vectors of an output become 32 elements.
  private func merged(_ output: Int) -> MergedHalves {
    if kernel.outputs[output].type == .bf16 { return .ofBFloat16(mode, hasPayloads: hasPayloads) }
    return .ofBytes(mode, isSum: rounding(storedBy: output) != nil)
  }

  /// True where a NaN may carry a payload in bits that bf16 has not; arithmetic on bf16 alone makes none.
  var hasPayloads: Bool { kernel.inputs.contains { $0.type != .bf16 } }
}

extension CFunction {
  /// The first or second half of what even and odd elements are side by side.
  static let neighbours = CFunction(
    name: "wide_neighbours",
    text: """
      static inline wide wide_neighbours(wide even, wide odd, int half) {
        wide x;
        for (int lane = 0; lane < 8; ++lane) {
          x[2 * lane] = even[lane + 8 * half];
          x[2 * lane + 1] = odd[lane + 8 * half];
        }
        return x;
      }
      """)

  /// The even or odd of `count` elements of bf16, at most 32; the lanes beyond are 0.
  static func loadHalf(_ p: Precision) -> CFunction {
    CFunction(
      name: "\(p.prefix)load_half", uses: [blockType(.bf16), blockType(.f32), bitBlock],
      text: """
        static inline \(p.vector) \(p.prefix)load_half(const bf16 *from, int count, int odd) {
          u32_block pairs = {0};
          __builtin_memcpy(&pairs, from, count * sizeof(bf16));
          return __builtin_convertvector((f32_block)(odd ? pairs & 0xffff0000 : pairs << 16), \(p.vector));
        }
        """)
  }

  /// Writes the even and the odd of 32 elements, of which the first `count` are stored.
  static func storeHalves(_ merged: MergedHalves) -> CFunction {
    CFunction(
      name: "store_\(merged.function.name)", uses: [merged.function],
      text: """
        static inline void store_\(merged.function.name)(\(merged.type) *to, \(merged.vector) even, \(merged.vector) odd, int count) {
          const \(merged.block) pairs = \(merged.function.name)(even, odd);
          __builtin_memcpy(to, &pairs, count * sizeof(\(merged.type)));
        }
        """)
  }

  /// Writes the even and the odd of 32 elements past the caches.
  static func streamHalves(_ merged: MergedHalves) -> CFunction {
    CFunction(
      name: "stream_\(merged.function.name)", uses: [merged.function, streamingStore],
      text: """
        static inline void stream_\(merged.function.name)(\(merged.type) *to, \(merged.vector) even, \(merged.vector) odd) {
          store_past_caches(\(merged.function.name)(even, odd), (\(merged.block) *)to);
        }
        """)
  }

  /// Bits of f32 whose upper half is the value rounded to bf16, to nearest even. NaN stays NaN as it is unless it has a
  /// payload in the lower half, which could carry into the sign.
  static func roundedBits(hasPayloads: Bool) -> CFunction {
    let body =
      hasPayloads
      ? """
        const u32_block bits = (u32_block)x, nan = (u32_block)(x != x);
        return (nan & (bits | 0x400000)) | (~nan & (bits + 0x7fff + ((bits >> 16) & 1)));
      """
      : """
        const u32_block bits = (u32_block)x;
        return bits + 0x7fff + ((bits >> 16) & 1);
      """
    let text = "static inline u32_block rounded_bits(f32_block x) {\n\(body)\n}"
    return CFunction(
      name: "rounded_bits", uses: [blockType(.f32), bitBlock],
      text: hasPayloads ? text : "#if !(\(MergedHalves.roundsTogether))\n\(text)\n#endif")
  }
}
