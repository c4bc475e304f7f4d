package import NormaArrays

// Elements as they stand in memory. What is unsafe about values is in this file.

extension TensorValue {
  /// The value of a literal.
  package init(_ literal: Literal) {
    switch literal.elements {
    case .splat(let bits):
      self = TensorValue(TensorType(literal.type.scalar, []), bits: [bits]).repeated(as: literal.type)
    case .dense(let bytes): self.init(literal.type, bytes: bytes)
    }
  }

  /// The value of an array.
  package init(_ array: NDArray) {
    self.init(TensorType(array.scalarType, array.shape), bytes: array.rowMajorBytes)
  }

  /// The tensor whose elements stand in the given bytes in row-major order, little-endian.
  private init(_ type: TensorType, bytes: [UInt8]) {
    switch type.scalar.byteCount {
    case 1: self.init(type, bits: bytes.map { UInt64($0) })
    case 2: self.init(type, bits: bytes.patterns(of: UInt16.self))
    case 4: self.init(type, bits: bytes.patterns(of: UInt32.self))
    default: self.init(type, bits: bytes.patterns(of: UInt64.self))
    }
  }

  /// The literal of the same type and elements.
  package var literal: Literal { Literal(type, .dense(bytes)) }

  /// An array of the same type and elements.
  package var array: NDArray {
    unsafe bytes.withUnsafeBytes { unsafe NDArray(copying: $0, as: type.scalar, shape: type.shape) }
  }

  /// The elements' bytes in row-major order, little-endian.
  private var bytes: [UInt8] {
    switch type.scalar.byteCount {
    case 1: bits.map { UInt8(truncatingIfNeeded: $0) }
    case 2: bits.bytes(of: UInt16.self)
    case 4: bits.bytes(of: UInt32.self)
    default: bits.bytes(of: UInt64.self)
    }
  }
}

extension [UInt8] {
  /// Little-endian integers that stand one after the other, zero-extended.
  fileprivate func patterns<Bits: FixedWidthInteger & BitwiseCopyable>(of type: Bits.Type) -> [UInt64] {
    let size = MemoryLayout<Bits>.size
    return unsafe withUnsafeBytes { bytes in
      (0..<count / size).map { index in
        let pattern = unsafe bytes.loadUnaligned(fromByteOffset: index * size, as: Bits.self)
        return UInt64(Bits(littleEndian: pattern))
      }
    }
  }
}

extension [UInt64] {
  /// The low bytes of each element one after the other, little-endian.
  fileprivate func bytes<Bits: FixedWidthInteger & BitwiseCopyable>(of type: Bits.Type) -> [UInt8] {
    let patterns = map { Bits(truncatingIfNeeded: $0).littleEndian }
    return unsafe patterns.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}
