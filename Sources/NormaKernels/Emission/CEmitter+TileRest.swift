internal import NormaArrays

/// The rows of a tile in halves that f32 cannot hold: their tile is computed once more, in f64, and of what that gives theirs
/// alone is stored.
extension CEmitter {
  private var restName: String { kernel.name + "_rest" }

  /// The function that computes a tile's rows that do not fit, or nothing where tiles are in f64.
  mutating func restFunction() -> [String] {
    guard tileForm == .halves else { return [] }
    var emitter = self
    emitter.tileForm = .rest
    emitter.schedule = Schedule(prefetch: nil, streaming: .never)
    var lines = [
      "static void \(restName)(void *const *operands, const integer *row_strides, integer row, const i1 *fits) {"
    ]
    lines += emitter.sharedByRows().map { "  " + $0 }
    lines += emitter.tile().map { "  " + $0 }
    functions = emitter.functions
    return lines + ["}", ""]
  }

  /// The call after a tile's last pass.
  mutating func restCall() -> [String] {
    functions.append(.blockType(.i1))
    let scatter = "fits[lane + 2 * place + half] = fits_of[2 * group + half][place] != 0;"
    let scattered = overGroups([
      "for (int half = 0; half < 2; ++half)",
      "  for (int place = 0; place < \(Self.lanes); ++place) \(scatter)",
    ])
    return ["", "wide_mask all_fit = fits_of[0]\(idle(0));"]
      + (kernel.interleave < groupSize
        ? ["all_fit &= fits_of[1]\(idle(1));"] : overRowVectors(["all_fit &= fits_of[group];"]))
      + ["if (!\(use(.inAllLanes))(all_fit)) {", "  i1 fits[\(tileCapacity)];"] + scattered.map { "  " + $0 }
      + ["  \(restName)(operands, row_strides, row, fits);", "}"]
  }

  /// What lets idle lanes pass, where there are fewer rows than two vectors hold.
  private func idle(_ half: Int) -> String {
    guard kernel.interleave < groupSize else { return "" }
    let lanes = (0..<Self.lanes).map { 2 * $0 + half < kernel.interleave ? "0" : "-1" }
    return " | (wide_mask){\(lanes.joined(separator: ", "))}"
  }

  /// The value to store for a group: what stands there already in rows that fit.
  mutating func restOf(_ type: ScalarType, at address: String, _ value: String) -> String {
    let fits = "\(use(.load(.i1, .double)))(fits + lane, \(rowsPerGroup))"
    let before = "\(use(.load(type, .double)))(\(address), \(rowsPerGroup))"
    return "\(use(.choose(.double)))(\(fits), \(before), \(value))"
  }
}

extension CFunction {
  /// A condition on a number as one on sixteen.
  static func inEachLane(_ condition: CFunction) -> CFunction {
    CFunction(
      name: "wide_\(condition.name)", uses: [condition],
      text: """
        static inline wide_mask wide_\(condition.name)(wide x) {
          wide_mask holds;
          for (int lane = 0; lane < 16; ++lane) holds[lane] = -\(condition.name)(x[lane]);
          return holds;
        }
        """)
  }

  /// True where a condition holds in all lanes.
  static let inAllLanes = CFunction(
    name: "in_all_lanes",
    text: """
      static inline int in_all_lanes(wide_mask holds) {
        wide_flag all = -1;
        for (int lane = 0; lane < 16; ++lane) all &= holds[lane];
        return all != 0;
      }
      """)
}
