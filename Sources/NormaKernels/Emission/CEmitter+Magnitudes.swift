internal import NormaArrays
internal import StableHLO

/// The largest absolute values of rows, in passes of f32.
///
/// Without a sign, the bits of a float are in the order of its values, and NaN is above infinity, so that the larger of
/// two is that of two integers: one instruction, where NaN and the two zeros cost a maximum of floats five. The identity,
/// minus infinity, is negative as an integer too.
extension CEmitter {
  /// True for a maximum of absolute values in the pass being written.
  private func isLargestMagnitude(_ node: Int) -> Bool {
    guard mode == .single, kernel.nodes[node].operation == .reduce(.maximum) else { return false }
    return kernel.nodes[kernel.nodes[node].operands[0]].operation == .elementwise(.abs)
  }

  /// Two values of a reduction as one.
  mutating func combined(_ node: Int, _ a: String, _ b: String, _ type: Precision) -> String {
    isLargestMagnitude(node)
      ? "\(use(.largerMagnitude))(\(a), \(b))" : combined(reduction(node), a, b, type)
  }

  /// The function that combines a vector's lanes.
  func folding(_ node: Int) -> CFunction {
    isLargestMagnitude(node) ? .largestMagnitude : .fold(reduction(node), accumulatorKind(node).type)
  }

  /// What a reduction combines its values by.
  func reduction(_ node: Int) -> RowReduction {
    guard case .reduce(let reduction) = kernel.nodes[node].operation else {
      preconditionFailure("only reductions combine values")
    }
    return reduction
  }
}

extension CFunction {
  /// The larger of two values without a sign; NaN where either is.
  static let largerMagnitude = CFunction(
    name: "larger_magnitude", uses: [choose(.single)],
    text: """
      static inline lanes larger_magnitude(lanes a, lanes b) { return choose((mask)a > (mask)b, a, b); }
      """)

  /// The largest of a vector's lanes, none of which has a sign.
  static let largestMagnitude = CFunction(
    name: "largest_magnitude",
    text: """
      static inline float largest_magnitude(lanes x) {
        mask bits = (mask)x;
        for (int half = 8; half > 0; half /= 2)
          for (int lane = 0; lane < half; ++lane) bits[lane] = bits[lane] > bits[lane + half] ? bits[lane] : bits[lane + half];
        return ((lanes)bits)[0];
      }
      """)
}
