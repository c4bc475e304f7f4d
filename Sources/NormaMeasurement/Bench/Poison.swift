internal import NormaArrays

/// What stands in results before they are computed: bytes of 0xFF, which are NaN in every floating-point
/// type, and a NaN that no arithmetic gives. In bytes it is -128, which no rounding to -127...127 gives.
enum Poison {
  private static func byte(_ scalar: ScalarType) -> UInt8 { scalar.byteCount == 1 ? 0x80 : 0xFF }

  /// Fills an array of the caller's alone.
  static func fill(_ array: NDArray) {
    unsafe array.withUnsafeMutableBytes { bytes in
      _ = unsafe bytes.initializeMemory(as: UInt8.self, repeating: byte(array.scalarType))
    }
  }

  /// How many elements still hold it.
  static func count(in array: NDArray) -> Int {
    switch array.scalarType.byteCount {
    case 8: count(UInt64.self, in: array)
    case 4: count(UInt32.self, in: array)
    case 2: count(UInt16.self, in: array)
    default: unsafe array.withUnsafeBytes { unsafe $0.count { $0 == byte(array.scalarType) } }
    }
  }

  private static func count<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ bits: Bits.Type, in array: NDArray
  ) -> Int {
    unsafe array.withUnsafeBytes { bytes in
      var count = 0
      let elements = unsafe bytes.assumingMemoryBound(to: Bits.self)
      for index in elements.indices where unsafe elements[index] == Bits.max.poison { count += 1 }
      return count
    }
  }
}

extension FixedWidthInteger {
  /// All bits set.
  fileprivate var poison: Self { ~(0 as Self) }
}
