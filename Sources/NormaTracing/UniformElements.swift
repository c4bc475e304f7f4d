internal import NormaArrays
internal import StableHLO

/// Numbers spread evenly over -bound ..< bound, the same for the same seed on every machine.
struct UniformElements: Sendable {
  let bound: Double
  let seed: UInt64

  /// The numbers as an array, each rounded once.
  func array(_ type: TensorType) -> NDArray {
    var state = seed
    let numbers = (0..<type.elementCount).map { _ in
      // The 53 bits that a Double holds, as a fraction of one.
      (Double(Self.next(&state) >> 11) * 0x1p-52 - 1) * bound
    }
    return NDArray(numbers, shape: type.shape).converted(to: type.scalar)
  }

  /// SplitMix64. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
