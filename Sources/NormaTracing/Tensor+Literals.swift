public import NormaArrays
public import StableHLO

extension Tensor {
  /// A number in every element, of this tensor's type; rounded once to the element type.
  public func filled(with number: Double) -> Tensor { constant(number, type: type) }

  /// A number in every element of the given type, rounded once to the element type.
  public func constant(_ number: Double, type: TensorType) -> Tensor {
    guard let bits = type.scalar.bits(rounding: number) else {
      fail(.literal, "\(number) is no value of \(type.scalar). Convert the tensor, or use another number.")
      return placeholder(type)
    }
    return constant(Literal(type, .splat(bits)))
  }

  /// A constant in the trace of this tensor.
  package func constant(_ literal: Literal) -> Tensor {
    recorder.record(.constant(literal), [], type: literal.type)
  }

  /// An operation without operands, for example `iota`, in the trace of this tensor.
  package func recordedBeside(_ operation: Operation, type: TensorType) -> Tensor {
    recorder.record(operation, [], type: type)
  }
}

extension ScalarType {
  /// The type in which sums over elements of this type are taken: at least f32.
  public var statisticsType: ScalarType {
    switch self {
    case .f16, .bf16: .f32
    case .f64, .f32, .i64, .i32, .i16, .i8, .ui64, .ui32, .ui16, .ui8, .i1: self
    }
  }

  /// The bit pattern of the nearest value (ties to even), zero-extended. Nil where an integer type
  /// does not hold the number exactly.
  package func bits(rounding number: Double) -> UInt64? {
    switch self {
    case .f64: number.bitPattern
    case .f32: UInt64(Float(number).bitPattern)
    case .f16: UInt64(Float16(number).bitPattern)
    case .bf16: UInt64(BFloat16(number).bitPattern)
    case .i64: Int64(exactly: number).map { UInt64(bitPattern: $0) }
    case .i32: Int32(exactly: number).map { UInt64(UInt32(bitPattern: $0)) }
    case .i16: Int16(exactly: number).map { UInt64(UInt16(bitPattern: $0)) }
    case .i8: Int8(exactly: number).map { UInt64(UInt8(bitPattern: $0)) }
    case .ui64: UInt64(exactly: number)
    case .ui32: UInt32(exactly: number).map(UInt64.init)
    case .ui16: UInt16(exactly: number).map(UInt64.init)
    case .ui8: UInt8(exactly: number).map(UInt64.init)
    case .i1: number == 0 ? 0 : number == 1 ? 1 : nil
    }
  }
}
